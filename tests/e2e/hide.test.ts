import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { View } from '../../playground/slack/types.ts';
import { addTeam } from '../support/added-team.ts';
import type { AddedTeam } from '../support/added-team.ts';
import { changingNothing, forgedForm, pressForged } from '../support/forge.ts';
import { expectQuietLog } from '../support/quiet-log.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { lenient, playRound, present, resultIn, setUpTeam } from '../support/scenes.ts';
import { viewText } from '../support/slack-text.ts';

const ROUND = { opens: Date.parse('2026-12-03T12:00:00Z'), closes: Date.parse('2026-12-10T12:00:00Z') };

let rahmen: RunningRahmen;
let german: AddedTeam;
let english: AddedTeam;

const person = ({ people }: AddedTeam, place: number): string => present(people[place], 'person');
const at = (id: string) => rahmen.slack.asPerson(id);

const openComments = async (team: AddedTeam, reader: string): Promise<View> => {
  const { view } = await at(reader).click(resultIn(rahmen, team.channel), 'rahmen:comments:0');
  return present(view, 'comments');
};

const readComments = async (team: AddedTeam, reader: string): Promise<readonly string[]> => {
  const view = await openComments(team, reader);
  await at(reader).close(view, true);
  return viewText(view);
};

/** The form to hide a comment, over the page that this person reads. */
const openHideForm = async (team: AddedTeam, reader: string): Promise<View> => {
  const { view } = await at(reader).click(await openComments(team, reader), 'rahmen:hide-comment:0');
  return present(view, 'form to hide');
};

/** The option that stands for a text, as the menu of the form numbers it. */
const optionOf = (form: View, text: string): string => {
  const options = form.source.blocks.flatMap((block) =>
    block.type === 'input' && 'options' in block.element ? block.element.options : [],
  );
  return present(
    options.find((option) => option.text.text.endsWith(text)),
    text,
  ).value;
};

const hide = async (team: AddedTeam, reader: string, text: string) => {
  const form = await openHideForm(team, reader);
  const outcome = await at(reader).submit(form, { comment: optionOf(form, text) });
  await at(reader).close(present(outcome.view, 'what is left'), true);
  return viewText(outcome.view);
};

const bullets = (lines: readonly string[]): readonly string[] =>
  lines.filter((line) => line.startsWith('•')).sort();

beforeAll(async () => {
  rahmen = await startRahmen();
  german = addTeam(rahmen.slack, 'D', { size: 6 });
  english = addTeam(rahmen.slack, 'E', { size: 6, locale: 'en-GB', tz: 'Europe/London' });
  await setUpTeam(rahmen, { ...german, entry: { time: '12:00' } });
  await setUpTeam(rahmen, { ...english, entry: { time: '12:00', language: 'en' } });
  const said = (team: AddedTeam, comments: readonly string[]) =>
    team.people.map((id, place) => {
      const comment = comments[place];
      const marks = [3, 4, 2] as const;
      return [id, comment === undefined ? { marks } : { marks, comment }] as const;
    });
  await playRound(rahmen, ROUND, [
    ...said(german, ['Karl redet zu laut', 'Mehr Pausen', 'Neue Kopfhörer', 'Nochmal Karl']),
    ...said(english, ['Carl is loud', 'More breaks']),
  ]);
});

afterAll(() => rahmen.stop());

describe('hiding a comment', () => {
  test('asks which one and whether really', async () => {
    const reader = person(german, 4);
    const form = await openHideForm(german, reader);
    const [title, sure, who, which, options, buttons] = viewText(form);
    expect([title, sure, who, which, buttons]).toEqual([
      'Kommentar ausblenden',
      'Für alle ausblenden? Das lässt sich nicht rückgängig machen.',
      'Dass einer ausgeblendet wurde, bleibt sichtbar. Wer es war, wird nirgends gespeichert. Aus Sicherungen verschwindet der Text nach 35 Tagen.',
      'Welcher Kommentar?',
      '[Für alle ausblenden] [Abbrechen]',
    ]);
    expect(options).toMatch(/\( \) 1 · .+ {2}\( \) 2 · .+ {2}\( \) 3 · .+ {2}\( \) 4 · /u);
    await at(reader).close(form, true);
    expect(bullets(await readComments(german, reader))).toHaveLength(4);
  });

  test('takes it away for everybody at once, and that one is missing stays visible', async () => {
    const left = await hide(german, person(german, 4), 'Karl redet zu laut');
    expect(left.slice(0, 2)).toEqual(['Kommentare', 'Wörtlich, in zufälliger Reihenfolge.']);
    expect(bullets(left)).toEqual(['• Mehr Pausen', '• Neue Kopfhörer', '• Nochmal Karl']);
    expect(left.slice(-3)).toEqual([
      'Ein Kommentar wurde ausgeblendet.',
      '[Kommentar ausblenden]',
      '[Schließen]',
    ]);
    expect(await readComments(german, person(german, 0))).toEqual(left);
  });

  test('is the same in English', async () => {
    const reader = person(english, 3);
    const form = await openHideForm(english, reader);
    expect(viewText(form).slice(0, 4)).toEqual([
      'Hide a comment',
      'Hide for all? It cannot be undone.',
      'That one was hidden stays visible. Who did it is stored nowhere. The text is gone from backups after 35 days.',
      'Which comment?',
    ]);
    await at(reader).close(form, true);
    expect(await hide(english, reader, 'Carl is loud')).toEqual([
      'Comments',
      'Word for word, in random order.',
      '• More breaks',
      'One comment was hidden.',
      '[Hide a comment]',
      '[Close]',
    ]);
    expect(await hide(english, person(english, 4), 'More breaks')).toEqual([
      'Comments',
      '2 comments were hidden.',
      '[Close]',
    ]);
  });

  test('by two at once hides what each of them meant', async () => {
    const [one, other] = [person(german, 1), person(german, 2)];
    const forms = [await openHideForm(german, one), await openHideForm(german, other)] as const;
    await Promise.all([
      at(one).submit(forms[0], { comment: optionOf(forms[0], 'Nochmal Karl') }),
      at(other).submit(forms[1], { comment: optionOf(forms[1], 'Neue Kopfhörer') }),
    ]);
    for (const id of [one, other]) await at(id).close(present(at(id).view(), 'what is left'), true);
    const left = await readComments(german, one);
    expect(bullets(left)).toEqual(['• Mehr Pausen']);
    expect(left).toContain('3 Kommentare wurden ausgeblendet.');
  });

  test('deletes the text, and leaves no trace of who it was or when', async () => {
    const before = await rahmen.dump();
    const calls = rahmen.slack.calls.length;
    const queued = [...rahmen.queue.messages('jobs'), ...rahmen.queue.messages('messages')].length;
    const reader = person(german, 3);
    const form = await openHideForm(german, reader);
    const chosen = optionOf(form, 'Mehr Pausen');
    const shown = await at(reader).submit(form, { comment: chosen });
    await at(reader).close(present(shown.view, 'what is left'), true);
    const after = await rahmen.dump();
    const rows = new Set(before.state.map((row) => JSON.stringify(row)));
    const changed = after.state.filter((row) => !rows.has(JSON.stringify(row)));
    expect(after.state).toHaveLength(before.state.length);
    expect(after.vault).toEqual(before.vault);
    expect(changed.map(({ sk }) => sk)).toEqual(['COMMENTS#0']);
    const [page] = changed;
    const was = before.state.find(({ pk, sk }) => pk === page?.['pk'] && sk === page?.['sk']);
    expect(JSON.stringify(page)).toBe(
      JSON.stringify(was).replace(/,"text":"Mehr Pausen"|"text":"Mehr Pausen",/u, ''),
    );
    expect(JSON.stringify(after)).not.toContain('Karl redet zu laut');
    expect([...rahmen.queue.messages('jobs'), ...rahmen.queue.messages('messages')]).toHaveLength(queued);
    expect(rahmen.slack.calls.slice(calls).map(({ method }) => method)).not.toContain('chat.postMessage');
    expectQuietLog(rahmen, ['Karl', 'Pausen', chosen]);
  });
});

describe('whoever may not hide', () => {
  let team: AddedTeam;

  beforeAll(() => {
    team = english;
  });

  const metadata = (round: string): string =>
    JSON.stringify({ nonce: 'n', intent: { kind: 'hide-comment', round, page: 0 } });

  /** What a lead or a stranger is told who makes the button or the form that they are not shown. */
  const forged = async (reader: string): Promise<readonly string[]> => {
    const on = resultIn(rahmen, team.channel);
    const round = `${team.channel}-1`;
    return changingNothing(rahmen, async () => {
      const { view } = await pressForged(rahmen.slack, reader, {
        on,
        id: 'rahmen:hide-comment:0',
        value: JSON.stringify({ kind: 'hide-comment', round, page: 0 }),
      });
      await at(reader).close(present(view, 'no'), true);
      return viewText(view);
    });
  };

  test('a lead sees what the team sees, without the button, and is refused with one of their own making', async () => {
    const seen = await readComments(team, team.lead);
    expect(seen).toEqual(['Comments', '2 comments were hidden.', '[Close]']);
    expect(await readComments(german, german.lead)).toEqual([
      'Kommentare',
      '4 Kommentare wurden ausgeblendet.',
      '[Schließen]',
    ]);
    expect(await forged(team.lead)).toEqual([
      'Please note',
      'Leads hide no comments. Anybody else in the team can.',
      '[Close]',
    ]);
  });

  test('somebody of another team who stands in the channel reads along and is refused', async () => {
    const guestOfChannel = person(german, 0);
    present(rahmen.slack.workspace.channels.get(team.channel), 'channel').members.add(guestOfChannel);
    expect(await readComments(team, guestOfChannel)).toEqual([
      'Kommentare',
      '2 Kommentare wurden ausgeblendet.',
      '[Schließen]',
    ]);
    expect((await forged(guestOfChannel))[1]).toBe('Ausblenden können nur die Leute aus diesem Team.');
  });

  test('a form with another round in it hides nothing there', async () => {
    const round = { opens: Date.parse('2026-12-17T12:00:00Z'), closes: Date.parse('2026-12-24T12:00:00Z') };
    await playRound(
      rahmen,
      round,
      german.people.map((id, place) => [id, { marks: [2, 4, 3], comment: `Runde zwei, ${place}` }] as const),
    );
    const reader = person(german, 5);
    const form = await openHideForm(german, reader);
    const option = optionOf(form, 'Runde zwei, 0');
    const forgery = forgedForm(rahmen.slack, lenient(rahmen.slack, form), metadata(`${german.channel}-1`));
    const outcome = await changingNothing(rahmen, () => at(reader).submit(forgery, { comment: option }));
    expect(viewText(outcome.view)).toEqual(['Hinweis', 'Dieser Kommentar ist schon weg.', '[Schließen]']);
    await at(reader).close(present(outcome.view, 'no'), true);
  });

  test('a form sent without a choice says so beside the field', async () => {
    const reader = person(german, 5);
    const form = lenient(rahmen.slack, await openHideForm(german, reader));
    const { fieldErrors } = await changingNothing(rahmen, () => at(reader).submit(form));
    expect(fieldErrors).toEqual({ comment: 'Bitte wähl eine der Möglichkeiten.' });
    await at(reader).close(form, true);
    expect(bullets(await readComments(german, reader))).toHaveLength(6);
  });
});
