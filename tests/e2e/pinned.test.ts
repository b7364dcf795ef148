import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addTeam } from '../support/added-team.ts';
import type { AddedTeam } from '../support/added-team.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { pressAnswer, present, setUpTeam } from '../support/scenes.ts';
import { viewText } from '../support/slack-text.ts';

const DAY = 24 * 60 * 60_000;
const FIRST = Date.parse('2026-12-03T12:00:00Z');

const TRY = ['Was probieren wir bis zur nächsten Runde aus?', 'What shall we try until next round?'];
const CUSTOMER = [
  'Was hat dir ein Kunde zuletzt gesagt, das alle wissen sollten?',
  'What did a customer tell you lately that everyone should know?',
];
const DECIDE = [
  'In meinen letzten Schichten konnte ich selbst entscheiden, wie ich Kundinnen und Kunden helfe.',
  'In my recent shifts I could decide for myself how to help customers.',
];
const MISTAKE = 'Bei uns kann ich einen Fehler ansprechen, ohne dass er mir nachhängt.';

let rahmen: RunningRahmen;
let german: AddedTeam;
let english: AddedTeam;

/** The labels of the form: three questions and the text. */
const asked = async ({ people }: AddedTeam): Promise<readonly string[]> => {
  const [reader] = people;
  const view = await pressAnswer(rahmen, present(reader, 'reader'));
  const labels = view.source.blocks.flatMap((block) => (block.type === 'input' ? [block.label.text] : []));
  await rahmen.slack.asPerson(present(reader, 'reader')).close(view, true);
  return labels.slice(0, 4);
};

const openRound = (number: number): Promise<void> => rahmen.jumpTo(FIRST + (number - 1) * 14 * DAY);

beforeAll(async () => {
  rahmen = await startRahmen();
  german = addTeam(rahmen.slack, 'D', { size: 5 });
  english = addTeam(rahmen.slack, 'E', { size: 5, locale: 'en-GB', tz: 'Europe/London' });
  await setUpTeam(rahmen, { ...german, entry: { time: '12:00' } });
  await setUpTeam(rahmen, { ...english, entry: { time: '12:00', language: 'en' } });
});

afterAll(() => rahmen.stop());

/** Everybody answers, so that the next round opens on its day. */
const answerAll = async (): Promise<void> => {
  for (const { people } of [german, english]) {
    for (const id of people) {
      const actor = rahmen.slack.asPerson(id);
      const form = await pressAnswer(rahmen, id);
      const items = form.source.blocks.flatMap((block) => (block.type === 'input' ? [block.block_id] : []));
      const done = await actor.submit(form, Object.fromEntries(items.slice(0, 3).map((item) => [item, '3'])));
      await actor.close(present(done.view, 'confirmation'), true);
    }
  }
};

describe('the questions of a team', () => {
  test('begin with the pinned one, and with the text about what to try', async () => {
    await openRound(1);
    expect(await asked(german)).toEqual([
      DECIDE[0],
      'In meinen letzten Schichten habe ich etwas gelernt, das mir im Gespräch hilft.',
      'Ich habe gesehen, dass meine Arbeit jemandem wirklich genützt hat.',
      TRY[0],
    ]);
    expect((await asked(english)).filter((_, index) => index % 3 === 0)).toEqual([DECIDE[1], TRY[1]]);
  });

  test('stay as they are in an open round when the lead takes others', async () => {
    const lead = rahmen.slack.asPerson(german.lead);
    const { messages } = await lead.command('/rahmen', 'team', german.channel);
    const { view } = await lead.click(present(messages.at(-1), 'card'), 'rahmen:team:0');
    const form = present(view, 'settings');
    const fields = viewText(form);
    expect(fields).toContain('Welche Frage kommt jedes Mal?');
    expect(fields).toContain('Welche Fragen kommen dazu?');
    const done = await lead.submit(form, { pinned: 'mistake', packs: ['home-office'] });
    if (done.view !== undefined) await lead.close(done.view, true);
    await rahmen.drain();
    expect((await asked(german))[0]).toBe(DECIDE[0]);
    await answerAll();
    await rahmen.jumpTo(FIRST + 7 * DAY);
  });

  test('have the new pinned one from the next round on, and the other text', async () => {
    await openRound(2);
    const [pinned, , , text] = await asked(german);
    expect([pinned, text]).toEqual([MISTAKE, CUSTOMER[0]]);
    const inEnglish = await asked(english);
    expect([inEnglish[0], inEnglish[3]]).toEqual([DECIDE[1], CUSTOMER[1]]);
    await answerAll();
    await rahmen.jumpTo(FIRST + 21 * DAY);
  });

  test('take one about home in its turn, and the first text again', async () => {
    await openRound(3);
    expect(await asked(german)).toEqual([
      MISTAKE,
      'Was wir von Kunden hören, kommt bei denen an, die es ändern können.',
      'Zu Hause bekomme ich schnell Hilfe, wenn ich nicht weiterweiß.',
      TRY[0],
    ]);
    const inEnglish = await asked(english);
    expect([inEnglish[0], inEnglish[3]]).toEqual([DECIDE[1], TRY[1]]);
    expect(inEnglish.join()).not.toMatch(/\bhome\b/u);
  });
});
