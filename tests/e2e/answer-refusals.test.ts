import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Message } from '../../playground/slack/types.ts';
import { addTeam } from '../support/added-team.ts';
import type { AddedTeam } from '../support/added-team.ts';
import { changingNothing, forgedForm, pressForged } from '../support/forge.ts';
import { SECRETS, startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { answer, askOf, filled, pressAnswer, present, setUpTeam } from '../support/scenes.ts';
import { interaction, signedRequest } from '../support/signed-request.ts';
import { textOf, viewText } from '../support/slack-text.ts';

const OPENS = Date.parse('2026-12-03T11:00:00Z');
const CLOSES = Date.parse('2026-12-10T11:00:00Z');

let rahmen: RunningRahmen;
let others: AddedTeam;

beforeAll(async () => {
  rahmen = await startRahmen();
  const { people, channels, asPerson } = rahmen.slack;
  others = addTeam(rahmen.slack, 'O');
  for (const { lead, channel } of [{ lead: people.lea, channel: channels.nord }, others]) {
    await setUpTeam(rahmen, { lead, channel, entry: { time: '12:00' } });
  }
  await rahmen.jumpTo(OPENS);
  // Known before, so that a refusal has nobody to remember.
  for (const person of [people.mia, people.ina]) await asPerson(person).command('/rahmen', 'hilfe');
});

afterAll(() => rahmen.stop());

const onlyMessage = (channel: string, at: number): Message =>
  present(rahmen.slack.messages(channel).at(at), 'message');

const roundValue = (round: string): string => JSON.stringify({ kind: 'answer', round });

describe('somebody from another organisation', () => {
  /** The channel is shared only after the team was set up in it. */
  const letIn = (): void => {
    const { workspace, channels, people } = rahmen.slack;
    const nord = present(workspace.channels.get(channels.nord), 'channel');
    workspace.channels.set(nord.id, { ...nord, sharedWith: ['T0MUSTER99'] });
    nord.members.add(people.otto);
  };

  const BOTH =
    'This is for people of this organisation only. · Das ist nur für Leute aus dieser Organisation.';
  const OUTSIDE = ['Please note', BOTH, '[Close]'];

  test('learns nothing from the promise’s button', async () => {
    const { people, channels, asPerson } = rahmen.slack;
    letIn();
    const otto = asPerson(people.otto);
    const press = () => otto.click(onlyMessage(channels.nord, 0), 'Wie ihr geschützt seid');
    const { view } = await changingNothing(rahmen, press);
    expect(viewText(view)).toEqual(OUTSIDE);
  });

  test('gets no form, whatever button they make up', async () => {
    const { slack } = rahmen;
    const { people, channels } = slack;
    const on = onlyMessage(channels.nord, 0);
    for (const value of [
      roundValue('C0NORDTEAM-1'),
      JSON.stringify({ kind: 'comments', round: 'C0NORDTEAM-1', page: 0 }),
      JSON.stringify({ kind: 'word', word: 'pulse' }),
      JSON.stringify({ kind: 'word', word: 'team' }),
    ]) {
      const { kind } = JSON.parse(value);
      const press = () => pressForged(slack, people.otto, { on, id: `rahmen:${kind}:0`, value });
      const { view } = await changingNothing(rahmen, press);
      expect(viewText(view)).toEqual(OUTSIDE);
    }
  });

  test('sees nothing on the home tab', async () => {
    const { people, asPerson } = rahmen.slack;
    const open = () => asPerson(people.otto).openHome();
    const { view } = await changingNothing(rahmen, open);
    expect(viewText(view)).toEqual([BOTH]);
  });
});

/** Presses a button of one's own making in the place of the promise. */
const pressOnPromise = async (person: string, value: string): Promise<readonly string[]> => {
  const on = onlyMessage(rahmen.slack.channels.nord, 0);
  const press = () => pressForged(rahmen.slack, person, { on, id: 'rahmen:answer:0', value });
  const { view } = await changingNothing(rahmen, press);
  await rahmen.slack.asPerson(person).close(present(view, 'dialog'));
  return viewText(view);
};

describe('somebody who joined the channel after the opening', () => {
  test('is asked from the next round on', async () => {
    const { people, channels, asPerson, events } = rahmen.slack;
    await events.joins(channels.nord, people.mia);
    await events.joins(channels.nord, people.ina);
    await events.changes(people.ina, { locale: 'en-GB' });
    const inGerman = () => asPerson(people.mia).command('/puls', '', channels.nord);
    const inEnglish = () => asPerson(people.ina).command('/pulse', '', channels.nord);
    expect((await changingNothing(rahmen, inGerman)).messages.flatMap(textOf)).toEqual([
      'Für dich ist nichts offen.',
      'Die nächste Runde öffnet am Do, 17.12., 12:00.',
      '[Letztes Ergebnis] [Meine Zeiten] [Meins] [Hilfe]',
    ]);
    expect((await changingNothing(rahmen, inEnglish)).messages.flatMap(textOf)).toEqual([
      'Nothing is open for you.',
      'The next round opens on Thu 17 Dec, 12:00.',
      '[Last result] [My times] [Me] [Help]',
    ]);
  });

  test('gets no form from a button either', async () => {
    const { people } = rahmen.slack;
    const value = roundValue('C0NORDTEAM-1');
    expect((await pressOnPromise(people.mia, value))[1]).toBe(
      'Diese Runde ist nicht für dich: Als sie öffnete, standest du nicht auf der Liste. Bleibst du im Kanal, kommst du bei einer der nächsten dazu.',
    );
    expect((await pressOnPromise(people.ina, value))[1]).toBe(
      'This round is not for you: you were not on the list when it opened. If you stay in the channel, you come in with one of the next.',
    );
  });
});

describe('a lead', () => {
  test('is not asked, and told so', async () => {
    const { people } = rahmen.slack;
    expect((await pressOnPromise(people.lea, roundValue('C0NORDTEAM-1')))[1]).toBe(
      'Als Teamleitung wirst du nicht gefragt. Das Ergebnis bekommst du zusammen mit deinem Team.',
    );
  });
});

describe('a form that was made up', () => {
  const send = async (metadata: string): Promise<readonly string[]> => {
    const ada = rahmen.slack.asPerson(rahmen.slack.people.ada);
    const form = await pressAnswer(rahmen, ada.id);
    const entry = filled(form, { marks: [5, 5, 5] });
    const forged = forgedForm(rahmen.slack, form, metadata);
    const { view } = await changingNothing(rahmen, () => ada.submit(forged, entry));
    await ada.close(present(view, 'dialog'), true);
    return viewText(view);
  };
  const about = (round: string) => JSON.stringify({ nonce: 'n', intent: { kind: 'answer', round } });

  test('is taken for no round but one’s own', async () => {
    expect((await send(about(`${others.channel}-1`)))[1]).toBe(
      'Diese Runde ist nicht für dich: Du gehörst zum Puls eines anderen Teams und wirst dort gefragt.',
    );
    expect((await send(about('C0NORDTEAM-2')))[1]).toBe('Diese Runde kenne ich nicht mehr.');
    expect((await send(about('slack:T0MUSTER99#C0NORDTEAM-1')))[1]).toBe('Diese Runde kenne ich nicht mehr.');
  });

  test.each(['', '[]', '{"nonce":1}', about('x').replace('answer', 'set-up-team')])(
    'is answered with an apology when it reads %s',
    async (metadata) => {
      expect((await send(metadata)).slice(1, 3)).toEqual([
        'Das hat nicht geklappt. Bitte versuch es noch einmal.',
        'Dabei passiert nichts doppelt. Was gespeichert ist, siehst du unter meins.',
      ]);
    },
  );
});

describe('a button that was made up', () => {
  const press = async (person: string, value: string, id = 'rahmen:answer:0') => {
    const { slack } = rahmen;
    const on = askOf(rahmen, person);
    return changingNothing(rahmen, () => pressForged(slack, person, { on, id, value }));
  };

  test('opens no round but one’s own', async () => {
    const { people } = rahmen.slack;
    const foreign = await press(people.ben, roundValue(`${others.channel}-1`));
    expect(viewText(foreign.view)[1]).toBe(
      'Diese Runde ist nicht für dich: Du gehörst zum Puls eines anderen Teams und wirst dort gefragt.',
    );
    const unknown = await press(people.gus, roundValue('C0NORDTEAM-7'));
    expect(viewText(unknown.view)[1]).toBe('Diese Runde kenne ich nicht mehr.');
  });

  test.each(['', 'garbage', '{', 'null', '{"kind":"answer"}', '{"kind":"comments","round":"C0NORDTEAM-1"}'])(
    'is answered with an apology for that person alone when it carries %s',
    async (value) => {
      const { people } = rahmen.slack;
      const { view, messages } = await press(people.cem, value === '' ? ' ' : value);
      expect(view).toBeUndefined();
      expect(messages.flatMap(textOf)).toEqual([
        'Das hat nicht geklappt. Bitte versuch es noch einmal.',
        'Dabei passiert nichts doppelt. Was gespeichert ist, siehst du unter meins.',
      ]);
      expect(messages.map(({ onlyFor }) => onlyFor)).toEqual([people.cem]);
    },
  );

  test('pressed in another workspace that has the app too finds no round of this one', async () => {
    const { people, calls } = rahmen.slack;
    const team = { id: 'T0MUSTER99' };
    const payload = {
      type: 'block_actions',
      team,
      user: { id: people.otto, team_id: team.id },
      trigger_id: 'of.another.workspace',
      view: { id: 'V1', type: 'home', submit: null, app_installed_team_id: team.id },
      actions: [{ action_id: 'rahmen:answer:0', value: roundValue('C0NORDTEAM-1') }],
    };
    const before = await rahmen.dump();
    const known = calls.length;
    const sent = signedRequest({ ...interaction(payload), secret: SECRETS.signingSecret });
    await rahmen.invoke(sent);
    const [shown] = calls.slice(known).filter(({ method }) => method === 'views.open');
    expect(shown?.args['view']).toContain('I no longer know this round.');
    const after = await rahmen.dump();
    expect(after.vault).toEqual(before.vault);
    expect(after.state.filter(({ tenant }) => tenant !== 'slack:T0MUSTER99')).toEqual(before.state);
  });

  test('of another app is left alone', async () => {
    const { people, calls } = rahmen.slack;
    const before = calls.length;
    const { view, messages } = await press(people.cem, roundValue('C0NORDTEAM-1'), 'andere-app:answer');
    expect([view, messages, calls.length]).toEqual([undefined, [], before]);
  });
});

describe('somebody who was deactivated', () => {
  test('can answer no more, and what they answered stays', async () => {
    const { people, workspace, events, asPerson } = rahmen.slack;
    await answer(rahmen, people.kim, { marks: [4, 4, 4] });
    await events.changes(people.kim, { deleted: true });
    // Slack locks them out; a click that was on its way arrives all the same.
    const kim = present(workspace.users.get(people.kim), 'Kim');
    workspace.users.set(kim.id, { ...kim, deleted: false });
    const press = () => asPerson(kim.id).click(askOf(rahmen, kim.id), 'rahmen:answer:0');
    const { view } = await changingNothing(rahmen, press);
    expect(viewText(view)[1]).toMatch(/^This is for people of this organisation only\./u);
  });
});

describe('a result', () => {
  test('is for the team alone', async () => {
    const { people, channels, workspace } = rahmen.slack;
    const nord = present(workspace.channels.get(channels.nord), 'channel');
    workspace.channels.set(nord.id, { ...nord, sharedWith: [] });
    for (const person of [people.ada, people.ben, people.cem, people.gus]) {
      await answer(rahmen, person, { marks: [1, 3, 5], comment: 'Nur unter uns' });
    }
    await rahmen.jumpTo(CLOSES);
    const reader = present(others.people[0], 'reader');
    const value = JSON.stringify({ kind: 'comments', round: 'C0NORDTEAM-1', page: 0 });
    const on = askOf(rahmen, reader);
    const press = () => pressForged(rahmen.slack, reader, { on, id: 'rahmen:comments:0', value });
    const { view } = await changingNothing(rahmen, press);
    expect(viewText(view)).toEqual(['Hinweis', 'Dieses Ergebnis gehört einem anderen Team.', '[Schließen]']);
  });
});
