import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addTeam } from '../support/added-team.ts';
import type { AddedTeam } from '../support/added-team.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { answer, filled, pressAnswer, setUpTeam } from '../support/scenes.ts';
import { textOf, viewText } from '../support/slack-text.ts';

const OPENS = Date.parse('2026-12-03T11:00:00Z');
const CLOSES = Date.parse('2026-12-10T11:00:00Z');

let rahmen: RunningRahmen;
let silent: AddedTeam;
let talking: AddedTeam;

beforeAll(async () => {
  rahmen = await startRahmen();
  const { slack } = rahmen;
  silent = addTeam(slack, 'S');
  talking = addTeam(slack, 'T');
  for (const { lead, channel } of [
    { lead: slack.people.lea, channel: slack.channels.nord },
    silent,
    talking,
  ]) {
    await setUpTeam(rahmen, { lead, channel, entry: { time: '12:00' } });
  }
  await rahmen.jumpTo(OPENS);
});

afterAll(() => rahmen.stop());

/** What differs by chance: ids of messages and blocks, openings of forms, triggers. */
const CHANCE = [
  [/"(ts|trigger_id)":"[^"]*"/gu, '"$1":"…"'],
  [/"block_id":"[\w-]{5}"/gu, '"block_id":"…"'],
  [/[0-9a-f]{32}/gu, 'nonce'],
] as const;

const withoutChance = (text: string): string =>
  CHANCE.reduce((rest, [pattern, word]) => rest.replace(pattern, word), text);

/** Everything Slack keeps of what a person sees: messages of all their places, and the home tab. */
const keptFor = ({ slack }: RunningRahmen, person: string): string => {
  const { workspace } = slack;
  const channels = [...workspace.channels.values()].filter(({ members }) => members.has(person));
  const messages = channels.flatMap(({ id }) => slack.messages(id));
  const home = workspace.views.get(workspace.homes.get(person) ?? '')?.source;
  return withoutChance(JSON.stringify({ messages, home })).replaceAll(person.slice(2), 'PERSON');
};

const openHomes = async (people: readonly string[]): Promise<void> => {
  for (const person of people) await rahmen.slack.asPerson(person).openHome();
};

describe('what the chat keeps', () => {
  test('is the same of somebody who answered and changed it and of somebody who did neither', async () => {
    const { people, asPerson } = rahmen.slack;
    const [ada, ben] = [people.ada, people.ben];
    await openHomes([ada, ben]);
    await answer(rahmen, ada, { marks: [1, 2, 3], comment: 'Erst so' });
    await answer(rahmen, ada, { marks: [5, 4, 3], comment: 'Dann anders' });
    await openHomes([ada, ben]);

    expect(viewText(asPerson(ada).home())).toEqual([
      'Eine Runde ist offen bis Do, 10.12., 12:00.',
      'Drei Fragen, unter einer Minute. Bis dahin kannst du alles ändern.',
      '[Antworten] [Letztes Ergebnis] [Meins] [Hilfe]',
    ]);
    expect(asPerson(ada).directMessages().map(textOf)).toHaveLength(1);
    expect(keptFor(rahmen, ada)).toBe(keptFor(rahmen, ben));
    // Would it tell? Ivo reads another clock.
    await openHomes([people.ivo]);
    expect(keptFor(rahmen, people.ivo)).not.toBe(keptFor(rahmen, ben));
  });
});

describe('an answer', () => {
  test('changes the one slot it lies in and nothing else', async () => {
    const { people } = rahmen.slack;
    const before = await rahmen.dump();
    await answer(rahmen, people.cem, { marks: [5, 4, 3], comment: 'Nur hier' });
    const after = await rahmen.dump();

    expect(after.state).toEqual(before.state);
    const changed = after.vault.filter(
      (row, index) => JSON.stringify(row) !== JSON.stringify(before.vault[index]),
    );
    expect(changed).toHaveLength(1);
    expect(changed[0]).toEqual({
      pk: expect.any(String),
      sk: expect.stringMatching(/^SLOT#[0-9a-f]{64}$/u),
      ttl: before.vault.find(({ sk }) => sk === changed[0]?.['sk'])?.['ttl'],
      answer: { marks: { decide: 5, learn: 4, useful: 3 }, comment: 'Nur hier' },
    });
    expect(after.vault).toHaveLength(before.vault.length);
    expect([...rahmen.queue.messages('jobs'), ...rahmen.queue.messages('messages')]).toEqual([]);
  });
});

describe('what we ask of Slack', () => {
  test('is the same until the close where everybody opens the form, whether all send it or nobody does', async () => {
    const { asPerson, calls } = rahmen.slack;
    for (const person of silent.people) await asPerson(person).close(await pressAnswer(rahmen, person));
    for (const person of talking.people) {
      const form = await pressAnswer(rahmen, person);
      await asPerson(person).submit(form, filled(form, { marks: [1, 1, 1], comment: 'Viel zu tun' }));
    }
    await openHomes([...silent.people, ...talking.people]);
    await rahmen.jumpTo(CLOSES - 1);

    const callsAbout = ({ channel }: AddedTeam) => {
      const letters = channel.slice(2, 9);
      const about = calls.map(({ method, args }) => `${method} ${JSON.stringify(args)}`);
      return about
        .filter((call) => call.includes(letters))
        .map((call) => withoutChance(call).replaceAll(letters, 'TEAM'));
    };
    const methods = callsAbout(talking).map((call) => call.split(' ')[0]);
    // Five asks, the promise and the reminder, five forms, five home tabs, and the reading of the channel.
    expect(methods.filter((method) => method === 'chat.postMessage')).toHaveLength(7);
    expect(methods.filter((method) => method === 'views.open')).toHaveLength(6);
    expect(methods.filter((method) => method === 'views.publish')).toHaveLength(5);
    expect(callsAbout(talking)).toEqual(callsAbout(silent));
  });
});

describe('after the close', () => {
  test('the chat of both still is the same, whatever they press', async () => {
    const { people, asPerson, messages, channels } = rahmen.slack;
    const [ada, ben] = [people.ada, people.ben];
    for (const person of [people.dana, people.emil, people.fay]) {
      await answer(rahmen, person, { marks: [5, 4, 3] });
    }
    await rahmen.jumpTo(CLOSES);
    expect(messages(channels.nord).at(-1)?.text).toMatch(/^5 Antworten/u);
    await openHomes([ada, ben]);
    const dialogs = [await pressAnswer(rahmen, ada), await pressAnswer(rahmen, ben)];

    expect(viewText(dialogs[0])).toEqual(viewText(dialogs[1]));
    expect(viewText(asPerson(ada).home())[0]).toBe('Für dich ist nichts offen.');
    expect(keptFor(rahmen, ada)).toBe(keptFor(rahmen, ben));
  });
});
