import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addTeam } from '../support/added-team.ts';
import type { AddedTeam } from '../support/added-team.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import type { Said } from '../support/scenes.ts';
import { playRound, present, setUpTeam } from '../support/scenes.ts';
import { textOf } from '../support/slack-text.ts';

const FIRST = Date.parse('2026-12-03T12:00:00Z');
const DAY = 24 * 60 * 60_000;

const ANCHOR =
  'In meinen letzten Schichten konnte ich selbst entscheiden, wie ich Kundinnen und Kunden helfe.';
const ANCHOR_IN_ENGLISH = 'In my recent shifts I could decide for myself how to help customers.';
const LATER = 'Ob sich etwas ändert, kann ich nach drei Runden mit derselben Frage sagen.';

let rahmen: RunningRahmen;
/** Eight people, so that bars are drawn; five, so that only words are said. */
let large: AddedTeam;
let small: AddedTeam;

/** The pinned question comes first: so many agree. */
const answers = ({ people }: AddedTeam, agree: number) =>
  people.map((id, place): readonly [string, Said] => [
    id,
    { marks: [place < agree ? 5 : 2, place % 2 === 0 ? 2 : 4, 3] },
  ]);

const play = async (round: number, inLarge: number, inSmall: number): Promise<void> => {
  const opens = FIRST + (round - 1) * 14 * DAY;
  await playRound(rahmen, { opens, closes: opens + 7 * DAY }, [
    ...answers(large, inLarge),
    ...answers(small, inSmall),
  ]);
};

/** The newest result in a channel. */
const result = ({ channel }: AddedTeam): readonly string[] =>
  present(
    rahmen.slack
      .messages(channel)
      .map(textOf)
      .filter(([title]) => /^(\d+ (Antworten|answers)\.|Redet|Talk)/u.test(title ?? ''))
      .at(-1),
    'result',
  );

const lineAbout = (team: AddedTeam, item: string): string =>
  present(
    result(team).find((line) => line.startsWith('•') && line.includes(item)),
    'line about the pinned question',
  );

beforeAll(async () => {
  rahmen = await startRahmen();
  large = addTeam(rahmen.slack, 'D', { size: 8 });
  small = addTeam(rahmen.slack, 'E', { size: 5, locale: 'en-GB', tz: 'Europe/London' });
  await setUpTeam(rahmen, { ...large, entry: { time: '12:00' } });
  await setUpTeam(rahmen, { ...small, entry: { time: '12:00', language: 'en' } });
});

afterAll(() => rahmen.stop());

describe('change', () => {
  test.each([1, 2, 3])('is not spoken of in round %i, which says when it will be', async (round) => {
    await play(round, 3, 1);
    expect(result(large).join('\n')).toContain(LATER);
    expect(result(large).join('\n')).not.toContain('als in den letzten drei Runden');
    expect(result(small).join('\n')).toContain('after three rounds with the same question');
  });

  test('is told of the pinned question in the fourth, in words', async () => {
    await play(4, 5, 3);
    expect(lineAbout(large, ANCHOR)).toBe(
      `• Die meisten sagen ja: „${ANCHOR}“ Mehr sagen ja als in den letzten drei Runden.`,
    );
    expect(lineAbout(small, ANCHOR_IN_ENGLISH)).toBe(
      `• Most say yes: “${ANCHOR_IN_ENGLISH}” More people say yes than in the last three rounds.`,
    );
    expect(result(large).join('\n')).not.toContain(LATER);
    expect(result(small).join('\n')).not.toContain('after three rounds');
  });

  test('is not told where one person makes it', async () => {
    await play(5, 6, 2);
    expect(lineAbout(large, ANCHOR)).toBe(`• Die meisten sagen ja: „${ANCHOR}“`);
    expect(lineAbout(small, ANCHOR_IN_ENGLISH)).toBe(`• Mixed: “${ANCHOR_IN_ENGLISH}”`);
  });

  test('keeps nothing that was not published', async () => {
    const { state } = await rahmen.dump();
    const rounds = state.flatMap(({ result: stored }) =>
      stored === undefined ? [] : [JSON.stringify(stored)],
    );
    expect(rounds).toHaveLength(10);
    const keys = new Set(rounds.flatMap((stored) => stored.match(/"\w+"(?=:)/gu) ?? []));
    const known = ['reached', 'answers', 'first', 'items', 'commentPages', 'compared'];
    const inItems = ['item', 'enough', 'wording', 'counts', 'trend'];
    expect([...keys].sort()).toEqual([...known, ...inItems].map((key) => `"${key}"`).sort());
  });

  test('is not told after one person came, and the numbers wait too', async () => {
    const [joiner] = addTeam(rahmen.slack, 'F', { size: 1 }).people;
    const id = present(joiner, 'joiner');
    present(rahmen.slack.workspace.channels.get(large.channel), 'channel').members.add(id);
    await play(6, 1, 4);
    const words = result(large).join('\n');
    expect(words).toContain('Diesmal nur Worte');
    expect(words).not.toMatch(/\d+ Antworten|als in den letzten drei Runden/u);
    expect(lineAbout(small, ANCHOR_IN_ENGLISH)).toContain('Nearly everyone says yes');
  });
});
