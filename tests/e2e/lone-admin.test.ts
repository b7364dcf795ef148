import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Entry } from '../../playground/slack/entry.ts';
import { PEOPLE } from '../../playground/slack/seed/people.ts';
import type { Message, View } from '../../playground/slack/types.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { present } from '../support/scenes.ts';
import { textOf, viewText } from '../support/slack-text.ts';

const { ina, fay } = PEOPLE;
const RELEASE = { date: '2026-11-30', ground: 'BV 7' };

let rahmen: RunningRahmen;

beforeAll(async () => {
  rahmen = await startRahmen({ released: false, environment: { FIRST_ADMIN: ina } });
});

afterAll(() => rahmen.stop());

const card = async (person: string): Promise<Message> => {
  const { messages } = await rahmen.slack.asPerson(person).command('/rahmen', 'setup');
  return present(messages.at(-1), 'set-up card');
};

const open = async (person: string, button: string): Promise<View> => {
  const { view } = await rahmen.slack.asPerson(person).click(await card(person), button);
  return present(view, button);
};

/** What stands there; then it is closed. */
const read = async (person: string, button: string): Promise<readonly string[]> => {
  const view = await open(person, button);
  await rahmen.slack.asPerson(person).close(view, true);
  return viewText(view);
};

const send = async (person: string, button: string, entry: Entry): Promise<readonly string[]> => {
  const actor = rahmen.slack.asPerson(person);
  const { view } = await actor.submit(await open(person, button), entry);
  await actor.close(present(view, 'dialog'), true);
  return viewText(view);
};

test('an admin who stays alone comes to the release and to the first team all the same', async () => {
  const ticks = ['• ○ 1 zweite Person als Admin', 'Admin: @ina. Eine Person genügt, zwei sind besser.'];
  const buttons = '[Weiter] [Freigabe] [Erstes Team] [Datenblatt] [Nur ausprobieren]';
  expect(textOf(await card(ina))).toEqual(expect.arrayContaining([...ticks, buttons]));
  expect((await read(ina, 'Weiter'))[0]).toBe('Einrichten');
  const released = await send(ina, 'Freigabe', RELEASE);
  expect(released).toEqual(
    expect.arrayContaining([
      'Freigegeben. Wartende Teams legen in den nächsten Minuten von selbst los.',
      '[Weiter] [Erstes Team] [Datenblatt] [Nur ausprobieren] [Freigabe zurückziehen]',
    ]),
  );
  expect((await read(ina, 'Erstes Team'))[1]).toBe('Das erste Team wird dort eingerichtet, wo es ist.');
});

test('so does one in English, to whom it was handed over', async () => {
  await send(ina, 'Weiter', { admins: [ina, fay] });
  await send(fay, 'Change admins', { admins: [fay] });
  const ticks = ['• ○ 1 a second admin', 'Admin: @fay. One is enough, two are better.'];
  const buttons = '[Next] [First team] [Data sheet] [Just try it] [Withdraw release]';
  expect(textOf(await card(fay))).toEqual(expect.arrayContaining([...ticks, buttons]));
  expect((await read(fay, 'First team'))[1]).toBe('The first team is set up where it is.');
  await send(fay, 'Withdraw release', {});
  expect(textOf(await card(fay))).toContain('[Next] [Release] [First team] [Data sheet] [Just try it]');
  expect(await send(fay, 'Release', RELEASE)).toContain(
    'Released. Teams that waited start by themselves within a few minutes.',
  );
});

test('word that somebody is an admin says where things stand later', async () => {
  await rahmen.drain();
  expect(textOf(rahmen.slack.dm(fay).at(-1)).at(-1)).toBe(
    'This message stays as it is. setup shows how things are now.',
  );
});
