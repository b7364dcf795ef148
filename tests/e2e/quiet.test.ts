import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addTeam } from '../support/added-team.ts';
import type { AddedTeam } from '../support/added-team.ts';
import { expectQuietLog } from '../support/quiet-log.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { answer, setUpTeam } from '../support/scenes.ts';
import { textOf } from '../support/slack-text.ts';

/** Thursday, 10 December 2026, in Berlin; the rounds opened a week before. */
const CLOSE = {
  first: Date.parse('2026-12-10T09:00:00Z'),
  second: Date.parse('2026-12-10T13:00:00Z'),
} as const;
const WEEK = 7 * 86_400_000;

const COPY = /^(Dein Team hat gerade das Ergebnis bekommen|Your team has just received the result)/u;

let rahmen: RunningRahmen;
let first: AddedTeam;
let second: AddedTeam;

/** One person leads two teams, whose rounds end on the same day. */
beforeAll(async () => {
  rahmen = await startRahmen();
  const { slack } = rahmen;
  first = addTeam(slack, 'A');
  second = addTeam(slack, 'B');
  slack.workspace.channels.get(second.channel)?.members.add(first.lead);
  await setUpTeam(rahmen, { lead: first.lead, channel: first.channel, entry: { time: '10:00', weeks: '1' } });
  await setUpTeam(rahmen, {
    lead: first.lead,
    channel: second.channel,
    entry: { time: '14:00', weeks: '1', language: 'en' },
  });
});

afterAll(() => rahmen.stop());

const said = (person: string): readonly (readonly string[])[] => rahmen.slack.dm(person).map(textOf);
const quiet = (): number => rahmen.logger.lines().filter(({ event }) => event === 'delivery-quiet').length;

/** Everybody who is asked answers, and both rounds end. */
const playRound = async (week: number): Promise<void> => {
  await rahmen.jumpTo(CLOSE.second - WEEK + week * WEEK);
  for (const person of [...first.people, ...second.people])
    await answer(rahmen, person, { marks: [4, 4, 4] });
  await rahmen.jumpTo(CLOSE.second + week * WEEK);
};

describe('a week in which two results are there for one lead', () => {
  test('brings both teams theirs, and the lead a copy of each', async () => {
    await playRound(0);
    for (const [{ channel }, title] of [
      [first, '5 Antworten. '],
      [second, '5 answers. '],
    ] as const) {
      const posts = rahmen.slack.messages(channel).map(textOf);
      expect(posts.filter(([line]) => line?.startsWith(title))).toHaveLength(1);
    }
    const copies = said(first.lead).filter(([title]) => COPY.test(title ?? ''));
    expect(copies).toHaveLength(2);
    expect(quiet()).toBe(0);
  });

  test('is known by its number of messages alone, and only outside of what is backed up', async () => {
    const { state, vault } = await rahmen.dump();
    const weeks = vault.filter(({ pk }) => String(pk).includes('#QUIET#'));
    expect(weeks.length).toBeGreaterThan(0);
    for (const row of weeks) expect(Object.keys(row).sort()).toEqual(['pk', 'places', 'sk', 'ttl']);
    expect(state.filter(({ pk }) => String(pk).includes('QUIET'))).toEqual([]);
    expectQuietLog(rahmen);
  });
});

describe('the next week', () => {
  test('begins anew: news of the list, one copy and no third message; nobody misses a question', async () => {
    const { slack } = rahmen;
    const asks = said(second.people[0] ?? '').length;
    const before = said(first.lead).length;
    await slack.events.joins(first.channel, slack.people.nils);
    await playRound(1);
    const [news, copy, ...more] = said(first.lead).slice(before);
    expect(news?.[0]).not.toMatch(COPY);
    expect(copy?.[0]).toMatch(COPY);
    expect(more).toEqual([]);
    expect(said(second.people[0] ?? '')).toHaveLength(asks + 1);
    expect(quiet()).toBe(1);
  });

  test('lets the lead read the other result by word', async () => {
    const lead = rahmen.slack.asPerson(first.lead);
    const { messages } = await lead.command('/rahmen', 'puls ergebnis', second.channel);
    expect(messages.flatMap(textOf)[0]).toMatch(/^5 (Antworten|answers)\. /u);
  });
});
