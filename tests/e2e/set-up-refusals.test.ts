import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Entry } from '../../playground/slack/entry.ts';
import type { View } from '../../playground/slack/types.ts';
import { changingNothing, forgedForm } from '../support/forge.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { lenient, present, previewTeam } from '../support/scenes.ts';
import { textOf, viewText } from '../support/slack-text.ts';

let rahmen: RunningRahmen;

beforeAll(async () => {
  rahmen = await startRahmen();
  const { slack } = rahmen;
  const { people, channels, workspace } = slack;
  const [partners, closed] = [
    workspace.channels.get(channels.partners),
    workspace.channels.get(channels.closed),
  ];
  // Fay reads English and is a member everywhere, as Ada reads German.
  for (const channel of [partners, closed]) channel?.members.add(people.fay);
  const nord = present(workspace.channels.get(channels.nord), 'channel');
  workspace.channels.set('C0ARCHIV01', { ...nord, id: 'C0ARCHIV01', archived: true });
  workspace.channels.set('C0FREIES01', { ...nord, id: 'C0FREIES01', name: 'freies-team' });
  await slack.events.changes(people.jo, { kind: 'guest' });
  // Everybody is known already, so that a refusal has nobody to remember.
  for (const person of [people.ada, people.fay, people.gil, people.jo, people.lea]) {
    await slack.asPerson(person).command('/rahmen', 'hilfe');
  }
});

afterAll(() => rahmen.stop());

/** What somebody who types `team` in a channel reads instead of a form. */
const refused = async (person: string, channel: string): Promise<readonly string[]> => {
  const act = () => rahmen.slack.asPerson(person).command('/rahmen', 'team', channel);
  const { view, messages } = await changingNothing(rahmen, act);
  expect(view).toBeUndefined();
  return messages.flatMap(textOf);
};

describe('who asks for a form in the wrong place is told why', () => {
  test('guests', async () => {
    const { people, channels } = rahmen.slack;
    expect(await refused(people.gil, channels.nord)).toEqual([
      'Gäste können antworten und schreiben; einrichten können volle Mitglieder.',
    ]);
    expect(await refused(people.jo, channels.nord)).toEqual([
      'Guests can answer and write; setting up is for full members.',
    ]);
  });

  test('in a public channel', async () => {
    const { people, channels } = rahmen.slack;
    expect(await refused(people.ada, channels.everyone)).toEqual([
      'Dieser Kanal ist öffentlich: Auch andere würden das Ergebnis lesen. Nimm einen privaten Kanal.',
    ]);
    expect(await refused(people.fay, channels.everyone)).toEqual([
      'This channel is public: people outside your team would read the result. Choose a private one.',
    ]);
  });

  test('in a channel shared with another organisation', async () => {
    const { people, channels } = rahmen.slack;
    expect(await refused(people.ada, channels.partners)).toEqual([
      'Dieser Kanal ist mit einer anderen Organisation geteilt. Nimm einen, der nur euch gehört.',
    ]);
    expect(await refused(people.fay, channels.partners)).toEqual([
      'This channel is shared with another organisation. Choose one of your own.',
    ]);
  });

  test('in an archived channel', async () => {
    const { people } = rahmen.slack;
    expect(await refused(people.ada, 'C0ARCHIV01')).toEqual([
      'Dieser Kanal ist archiviert. Nimm einen anderen.',
    ]);
    expect(await refused(people.fay, 'C0ARCHIV01')).toEqual([
      'This channel is archived. Choose another one.',
    ]);
  });

  test('in a channel that the bot is not in', async () => {
    const { people, channels } = rahmen.slack;
    expect(await refused(people.ada, channels.closed)).toEqual([
      'Hier sehe ich keinen Kanal. Lade mich in den Kanal deines Teams ein und versuch es dort noch einmal.',
    ]);
    expect(await refused(people.fay, channels.closed)).toEqual([
      "I see no channel here. Invite me to your team's channel, then try again there.",
    ]);
  });

  test('in the direct messages with the bot', async () => {
    const { people, workspace } = rahmen.slack;
    const own = [...workspace.channels.values()].find(
      ({ kind, creator }) => kind === 'im' && creator === people.ada,
    );
    expect(await refused(people.ada, present(own, 'direct messages').id)).toEqual([
      'Hier sehe ich keinen Kanal. Lade mich in den Kanal deines Teams ein und versuch es dort noch einmal.',
    ]);
  });
});

describe('a form that does not fit keeps what was chosen', () => {
  const send = async (person: string, entry: Entry = {}) => {
    const actor = rahmen.slack.asPerson(person);
    const { view } = await actor.command('/rahmen', 'team', rahmen.slack.channels.nord);
    const form = lenient(rahmen.slack, present(view, 'form'));
    const { fieldErrors } = await changingNothing(rahmen, () => actor.submit(form, entry));
    await actor.close(form);
    return fieldErrors;
  };

  test('a lead who is not in the channel', async () => {
    const { people } = rahmen.slack;
    expect(await send(people.ada, { leads: [people.ada, people.mia] })).toEqual({
      leads: 'Wer leitet, muss in diesem Kanal sein.',
    });
    expect(await send(people.fay, { leads: [people.mia] })).toEqual({
      leads: 'A lead must be in this channel.',
    });
  });

  test('a lead who is a guest, a bot or deactivated, without reading the whole workspace', async () => {
    const { people, count } = rahmen.slack;
    const before = count('users.list');
    for (const lead of [people.gil, people.bot, people.vera]) {
      expect(await send(people.ada, { leads: [lead] })).toEqual({
        leads: 'Leiten können nur volle Mitglieder eurer Organisation.',
      });
    }
    expect(await send(people.fay, { leads: [people.gil] })).toEqual({
      leads: 'Only full members of your organisation can lead.',
    });
    expect(count('users.list')).toBe(before);
  });

  test('no lead, and more than five', async () => {
    const { people } = rahmen.slack;
    const six = [people.ada, people.ben, people.cem, people.dana, people.emil, people.fay];
    expect(await send(people.ada, { leads: null })).toEqual({
      leads: 'Bitte nenn mindestens eine Person, die leitet.',
    });
    expect(await send(people.fay, { leads: null })).toEqual({
      leads: 'Please name at least one person who leads.',
    });
    expect(await send(people.ada, { leads: six })).toEqual({ leads: 'Bitte wähl eine der Möglichkeiten.' });
  });

  test('nothing chosen where something must be', async () => {
    const { people } = rahmen.slack;
    for (const field of ['weeks', 'weekday', 'time', 'language', 'asks']) {
      expect(await send(people.ada, { [field]: null })).toEqual({
        [field]: 'Bitte wähl eine der Möglichkeiten.',
      });
    }
    expect(await send(people.fay, { time: null })).toEqual({ time: 'Please choose one of the options.' });
  });
});

describe('the form itself proves nothing', () => {
  const sendForged = async (person: string, metadata: (real: string) => string, entry: Entry = {}) => {
    const actor = rahmen.slack.asPerson(person);
    const { view } = await actor.command('/rahmen', 'team', rahmen.slack.channels.nord);
    const form = present(view, 'form');
    const forged = forgedForm(rahmen.slack, form, metadata(form.source.private_metadata));
    const outcome = await changingNothing(rahmen, () => actor.submit(forged, entry));
    if (outcome.view !== undefined) await actor.close(outcome.view, true);
    return viewText(outcome.view);
  };

  test('sent for a channel that one is not in', async () => {
    const { people, channels } = rahmen.slack;
    const elsewhere = (metadata: string) => metadata.replace(channels.nord, channels.tiny);
    // Mia is in it and would be a fine lead.
    const leads = { leads: [people.mia] };
    expect((await sendForged(people.ada, elsewhere, leads))[1]).toBe(
      'Einrichten kann nur, wer in diesem Kanal ist.',
    );
    expect((await sendForged(people.fay, elsewhere, leads))[1]).toBe(
      'Only people in this channel can set its team up.',
    );
  });

  test('sent for a channel that is public, shared or unknown', async () => {
    const { people, channels } = rahmen.slack;
    const to = (channel: string) => (metadata: string) => metadata.replace(channels.nord, channel);
    expect((await sendForged(people.ada, to(channels.everyone)))[1]).toMatch(/^Dieser Kanal ist öffentlich/u);
    expect((await sendForged(people.ada, to(channels.partners)))[1]).toMatch(/^Dieser Kanal ist mit einer/u);
    expect((await sendForged(people.ada, to('C0NIRGENDS')))[1]).toMatch(/^Hier sehe ich keinen Kanal/u);
  });

  test.each([
    '',
    '{',
    'null',
    '{"nonce":"1"}',
    '{"nonce":"1","intent":{"kind":"answer","round":"C0NORDTEAM-1"}}',
  ])('with metadata %s', async (metadata) => {
    const lines = await sendForged(rahmen.slack.people.ada, () => metadata);
    expect(lines.slice(1, 3)).toEqual([
      'Das hat nicht geklappt. Bitte versuch es noch einmal.',
      'Dabei passiert nichts doppelt. Was gespeichert ist, siehst du unter meins.',
    ]);
  });
});

describe('a channel has one team', () => {
  test('that is being set up for a moment', async () => {
    const { people, asPerson } = rahmen.slack;
    const ada = asPerson(people.ada);
    const team = { lead: people.ada, channel: 'C0FREIES01', entry: { time: '12:00' } };
    const { view } = await previewTeam(rahmen, team);
    await ada.submit(present(view, 'preview'));
    expect(await refused(people.lea, 'C0FREIES01')).toEqual([
      'Das Team dieses Kanals wird gerade eingerichtet. Das Versprechen kommt gleich.',
    ]);
    expect(await refused(people.fay, 'C0FREIES01')).toEqual([
      'The team of this channel is just being set up. The promise appears in a moment.',
    ]);
  });

  test('and then is shown instead of a form', async () => {
    const { people } = rahmen.slack;
    await rahmen.work();
    expect((await refused(people.lea, 'C0FREIES01')).slice(0, 2)).toEqual([
      'Der Puls von #freies-team',
      'Nächste Runde: Do, 3.12., 12:00',
    ]);
    expect((await refused(people.fay, 'C0FREIES01')).slice(0, 2)).toEqual([
      'The pulse of #freies-team',
      'Next round: Thu 3 Dec, 12:00',
    ]);
  });

  test('which a form that was opened before is told as well', async () => {
    const { people, asPerson, workspace } = rahmen.slack;
    const free = present(workspace.channels.get('C0FREIES01'), 'channel');
    workspace.channels.set('C0FREIES02', { ...free, id: 'C0FREIES02' });
    const first = await previewTeam(rahmen, { lead: people.ben, channel: 'C0FREIES02' });
    const late = await previewTeam(rahmen, { lead: people.fay, channel: 'C0FREIES02' });
    await asPerson(people.ben).submit(present(first.view, 'preview'), {});
    await rahmen.work();
    const said = await changingNothing(rahmen, () =>
      asPerson(people.fay).submit(present(late.view, 'preview')),
    );
    expect(viewText(said.view)[1]).toMatch(
      /^This channel has a team already\. Its next round opens on Thu 3 Dec/u,
    );
  });

  test('also when two send the form at the same time', async () => {
    const { people, channels, asPerson } = rahmen.slack;
    const two = [asPerson(people.ada), asPerson(people.ben)];
    const forms: (View | undefined)[] = [];
    for (const { id } of two) {
      forms.push((await previewTeam(rahmen, { lead: id, channel: channels.nord })).view);
    }
    const outcomes = await Promise.all(
      two.map((person, index) => person.submit(present(forms[index], 'preview'))),
    );
    const said = outcomes.map(({ view }) => viewText(view)[1] ?? '');
    expect(said.sort((a, b) => a.localeCompare(b))).toEqual([
      'Das Team dieses Kanals wird gerade eingerichtet. Das Versprechen kommt gleich.',
      'Dein Team ist eingerichtet.',
    ]);
    await rahmen.work();
    expect(rahmen.slack.messages(channels.nord)).toHaveLength(1);
  });
});
