import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addTeam } from '../support/added-team.ts';
import type { AddedTeam } from '../support/added-team.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { answer, filled, present, pressAnswer, setUpTeam } from '../support/scenes.ts';
import { textOf, viewText } from '../support/slack-text.ts';

const DAY = 86_400_000;
const OPENS = Date.parse('2026-12-03T11:00:00Z');
const CLOSES = OPENS + 7 * DAY;
const EXTENDED = OPENS + 14 * DAY;

let rahmen: RunningRahmen;
let german: AddedTeam;
let english: AddedTeam;

const posts = (channel: string): readonly (readonly string[])[] =>
  rahmen.slack.messages(channel).slice(1).map(textOf);

beforeAll(async () => {
  rahmen = await startRahmen();
  german = addTeam(rahmen.slack, 'K', { size: 6 });
  english = addTeam(rahmen.slack, 'V', { size: 6, locale: 'en-GB', tz: 'Europe/London' });
  await setUpTeam(rahmen, { lead: german.lead, channel: german.channel, entry: { time: '12:00' } });
  await setUpTeam(rahmen, { lead: english.lead, channel: english.channel, entry: { time: '11:00' } });
  await rahmen.jumpTo(OPENS);
  for (const person of german.people.slice(0, 4)) await answer(rahmen, person, { marks: [1, 3, 5] });
  await rahmen.jumpTo(CLOSES);
});

afterAll(() => rahmen.stop());

describe('a round with four answers, and one with none', () => {
  test('stay open a week longer, once, and say so alike', () => {
    expect(posts(german.channel).slice(1)).toEqual([
      [
        'Es sind noch keine 5 Antworten.',
        'Damit eure Zeit nicht umsonst war, bleibt die Runde einmal bis Do, 17.12., 12:00 offen.',
        '[Antworten] [English]',
      ],
    ]);
    expect(posts(english.channel).slice(1)).toEqual([
      [
        'There are not yet 5 answers.',
        "So that your time isn't wasted, the round stays open once until Thu 17 Dec, 11:00.",
        '[Answer] [Deutsch]',
      ],
    ]);
  });

  test('write to nobody', () => {
    for (const { people } of [german, english]) {
      for (const person of people) expect(rahmen.slack.dm(person)).toHaveLength(1);
    }
  });

  test('leave nothing in the state that differs by the answers', async () => {
    const rounds = (await rahmen.dump()).state.filter(({ extendedFrom }) => extendedFrom !== undefined);
    expect(rounds).toHaveLength(2);
    const [one, other] = rounds.map((row) => Object.keys(row).sort());
    expect(one).toEqual(other);
    expect(rounds.map(({ asked, closesAt, state }) => [asked, closesAt, state])).toEqual([
      [6, EXTENDED, 'open'],
      [6, EXTENDED, 'open'],
    ]);
  });

  test('keep what was said, and its end is the new one in the form', async () => {
    const { slack } = rahmen;
    const person = present(german.people[0], 'person');
    const form = await pressAnswer(rahmen, person);
    const saved = await slack.asPerson(person).submit(form, filled(form, { marks: [2, 3, 5] }));
    expect(viewText(present(saved.view, 'confirmation')).join(' ')).toContain('Do, 17.12., 12:00');
    await slack.asPerson(person).close(present(saved.view, 'confirmation'), true);
  });

  test('open no second round at the date that falls into it', async () => {
    await rahmen.jumpTo(EXTENDED - 60_000);
    const rounds = (await rahmen.dump()).state.filter(({ opensAt }) => opensAt !== undefined);
    expect(rounds).toHaveLength(2);
    expect(posts(german.channel)).toHaveLength(2);
  });
});

describe('at the later end', () => {
  test('five answers are a result, and fewer are deleted unread', async () => {
    await answer(rahmen, present(german.people[4], 'person'), { marks: [1, 3, 4] });
    await rahmen.jumpTo(EXTENDED);
    expect(posts(german.channel).at(-1)?.[0]).toMatch(/^5 Antworten\./u);
    expect(posts(english.channel).at(-1)).toEqual([
      "There were fewer than 5 answers this time. I can't protect you with that, so I deleted them unread.",
      'No blame: shifts, leave, busy days. Next round: Thu 31 Dec, 11:00.',
      '[Deutsch]',
    ]);
  });

  test('every row of the vault is empty', async () => {
    const { vault } = await rahmen.dump();
    const rounds = vault.filter(({ pk }) => String(pk).includes('ROUND'));
    expect(new Set(rounds.map((row) => Object.keys(row).sort().join(' ')))).toEqual(
      new Set(['pk sealed sk ttl']),
    );
  });

  test('the next round opens two weeks later', async () => {
    await rahmen.jumpTo(OPENS + 28 * DAY);
    expect(rahmen.slack.dm(present(german.people[0], 'person'))).toHaveLength(2);
  });
});
