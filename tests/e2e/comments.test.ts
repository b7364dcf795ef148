import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addTeam } from '../support/added-team.ts';
import type { AddedTeam } from '../support/added-team.ts';
import { expectQuietLog } from '../support/quiet-log.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { answer, filled, pressAnswer, present, resultIn, setUpTeam } from '../support/scenes.ts';
import { viewText } from '../support/slack-text.ts';

const OPENS = Date.parse('2026-12-03T12:00:00Z');
const CLOSES = Date.parse('2026-12-10T12:00:00Z');

let rahmen: RunningRahmen;
let german: AddedTeam;
let english: AddedTeam;

const person = ({ people }: AddedTeam, place: number): string => present(people[place], 'person');

const pressComments = async (team: AddedTeam, reader: string) => {
  const who = rahmen.slack.asPerson(reader);
  const { view } = await who.click(resultIn(rahmen, team.channel), 'rahmen:comments:0');
  const lines = viewText(view);
  await who.close(present(view, 'comments'), true);
  return lines;
};

beforeAll(async () => {
  rahmen = await startRahmen();
  const { slack } = rahmen;
  german = addTeam(slack, 'D', { size: 9 });
  english = addTeam(slack, 'E', { size: 6, locale: 'en-GB', tz: 'Europe/London' });
  await setUpTeam(rahmen, { ...german, entry: { time: '12:00' } });
  await setUpTeam(rahmen, { ...english, entry: { time: '12:00', language: 'en' } });
  const [promise] = slack.messages(german.channel);
  const reader = slack.asPerson(person(german, 8));
  const { view } = await reader.click(present(promise, 'promise'), 'Meine Zeiten');
  const saved = await reader.submit(present(view, 'own times'), { language: 'en' });
  if (saved.view !== undefined) await reader.close(saved.view, true);
  await rahmen.jumpTo(OPENS);
});

afterAll(() => rahmen.stop());

describe('the form', () => {
  const appearIn = async (team: AddedTeam, place: number) => {
    const view = await pressAnswer(rahmen, person(team, place));
    const lines = viewText(view);
    await rahmen.slack.asPerson(person(team, place)).close(view, true);
    return lines.slice(-4);
  };

  test('lets everybody choose how a comment may appear', async () => {
    expect(await appearIn(german, 0)).toEqual([
      'Wie darf das erscheinen?',
      '▾ wörtlich, gemischt mit anderen',
      '„Nur das Thema“: Deinen Text speichere ich nicht. Ein Thema zeige ich, sobald 3 es gewählt haben.',
      '[Abschicken] [Abbrechen]',
    ]);
    expect(await appearIn(english, 0)).toEqual([
      'How may this appear?',
      '▾ word for word, mixed with others',
      '“Theme only”: I do not store your text. A theme is shown once 3 people chose it.',
      '[Send] [Cancel]',
    ]);
  });

  test('tells whoever writes in a language that few share, and keeps no number of them', async () => {
    expect((await appearIn(german, 8))[2]).toBe(
      '“Theme only”: I do not store your text. A theme is shown once 3 people chose it. Few people here write English. “Theme only” protects you better.',
    );
    const { vault } = await rahmen.dump();
    const heads = vault.filter(({ sk, pk }) => sk === 'HEAD' && String(pk).includes(german.channel));
    expect(heads).toHaveLength(1);
    expect(heads[0]?.['head']).toMatchObject({ fewShare: ['en'] });
  });

  test('stores no text of whoever chose a theme, and shows the choice again', async () => {
    const ben = person(german, 1);
    const secret = 'Nur für mich gedacht';
    await answer(rahmen, ben, { marks: [4, 4, 4], comment: secret, theme: 'tools' });
    expect(JSON.stringify(await rahmen.dump())).not.toContain(secret);
    const form = await pressAnswer(rahmen, ben);
    expect(viewText(form).slice(-6, -2)).toEqual([
      '[]',
      'Erscheint ab 5 Antworten und 2 Kommentaren. Das liest dein Team, keine Beratungsstelle.',
      'Wie darf das erscheinen?',
      '▾ nur das Thema: Werkzeuge',
    ]);
    await rahmen.slack.asPerson(ben).close(form, true);
  });

  test('takes back a text for a theme, and a theme for a text, until the close', async () => {
    const emil = person(german, 4);
    const first = 'Das nehme ich zurück';
    await answer(rahmen, emil, { marks: [2, 2, 2], comment: first });
    expect(JSON.stringify((await rahmen.dump()).vault)).toContain(first);
    await answer(rahmen, emil, { marks: [2, 2, 2], theme: 'shifts' });
    expect(JSON.stringify(await rahmen.dump())).not.toContain(first);
    const actor = rahmen.slack.asPerson(emil);
    const form = await pressAnswer(rahmen, emil);
    const said = filled(form, { marks: [2, 2, 2], comment: 'Früher essen' });
    const done = await actor.submit(form, { ...said, appear: 'verbatim' });
    await actor.close(present(done.view, 'confirmation'), true);
    expect(JSON.stringify((await rahmen.dump()).vault)).toContain('Früher essen');
  });
});

describe('after the close', () => {
  beforeAll(async () => {
    for (const place of [2, 3]) {
      await answer(rahmen, person(german, place), { marks: [4, 4, 4], theme: 'tools' });
    }
    for (const place of [5, 6]) {
      await answer(rahmen, person(german, place), { marks: [5, 4, 3], theme: 'customers' });
    }
    await answer(rahmen, person(german, 0), { marks: [1, 2, 3], comment: 'Mehr Pausen' });
    await answer(rahmen, person(english, 0), { marks: [1, 4, 3], comment: 'Quieter headsets' });
    for (const place of [1, 2, 3]) {
      await answer(rahmen, person(english, place), { marks: [4, 4, 2], theme: 'other' });
    }
    await answer(rahmen, person(english, 4), { marks: [4, 2, 2], theme: 'workload' });
    await rahmen.jumpTo(CLOSES);
  });

  test('texts are shown word for word, and a theme that three chose', async () => {
    const [title, intro, ...rest] = await pressComments(german, person(german, 0));
    expect([title, intro, ...[...rest].sort()]).toEqual([
      'Kommentare',
      'Wörtlich, in zufälliger Reihenfolge.',
      'Mehrere haben nur das Thema gewählt: Werkzeuge.',
      '[Kommentar ausblenden]',
      '[Schließen]',
      '• Früher essen',
      '• Mehr Pausen',
    ]);
  });

  test('one text alone is not shown beside themes, and is destroyed with the rest', async () => {
    expect(await pressComments(english, person(english, 0))).toEqual([
      'Comments',
      'Several chose the theme only: something else.',
      '[Close]',
    ]);
    expect(JSON.stringify(await rahmen.dump())).not.toContain('Quieter headsets');
  });

  test('nothing is left anywhere of a theme that fewer chose', async () => {
    const { state, vault } = await rahmen.dump();
    const left = JSON.stringify([state, vault]);
    expect(left).toContain('"themes":["tools"]');
    expect(left).toContain('"themes":["other"]');
    for (const theme of ['"customers"', '"workload"', '"shifts"', 'fewShare'])
      expect(left).not.toContain(theme);
  });

  test('comments have names that lead nowhere', async () => {
    const { state } = await rahmen.dump();
    const pages = state.flatMap(({ comments }) => (Array.isArray(comments) ? [comments] : []));
    const ids = pages.flat().map((comment) => String(comment.id));
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{16}$/u);
  });

  test('no line of the log says who or what', () => {
    expectQuietLog(rahmen, ['Pausen', 'headsets', 'tools', 'essen', 'theme']);
  });
});
