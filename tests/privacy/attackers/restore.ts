import type { PersonRef } from '../../../src/chat/identity.ts';
import { idIn } from '../../../src/chat/identity.ts';
import type { Row } from '../../support/pulse-dump.ts';
import { bySign, byRank, orAnybody } from './attacker.ts';
import type { Attacker, Click, Evidence, Restore } from './attacker.ts';
import { names, recordOf, textOf } from './records.ts';

interface Change {
  /** Everybody who was active between the two moments. */
  readonly people: readonly PersonRef[];
  /** What the rows that changed say now. */
  readonly text: string;
  /** By how much they grew. */
  readonly growth: number;
}

const written = (row: Row): string => textOf(recordOf(row));

/** Other teams answer as well; only what names this round, its team or its people is about it. */
const isAbout = (row: Row, { round, roster }: Evidence): boolean => {
  const record = recordOf(row);
  const ids = [round, round.slice(0, round.lastIndexOf('-')), ...roster.map(idIn)];
  return ids.some((id) => names(record, id));
};

const between = (before: Restore, after: Restore, evidence: Evidence): Omit<Change, 'people'> | undefined => {
  const rows = [...after.rows].filter(([key, row]) => before.rows.get(key) !== row && isAbout(row, evidence));
  if (rows.length === 0) return undefined;
  const old = rows.map(([key]) => before.rows.get(key)).filter((row) => row !== undefined);
  const text = rows.map(([, row]) => written(row)).join('\n');
  return { text, growth: text.length - old.map(written).join('\n').length };
};

/** What changed from moment to moment, with who was active meanwhile. */
const changesOf = (evidence: Evidence, active: readonly Click[]): readonly Change[] =>
  evidence.restores.flatMap((after, index) => {
    const before = evidence.restores[index - 1];
    const change = before === undefined ? undefined : between(before, after, evidence);
    if (before === undefined || change === undefined) return [];
    const meanwhile = active.filter(({ at }) => at > before.at && at <= after.at);
    return [{ ...change, people: meanwhile.map(({ person }) => person) }];
  });

/** (6) Restores `state` at twenty moments of the round and knows who answered between any two of them. */
export const restore: Attacker = {
  name: 'restore',
  authors: (evidence, chance) => {
    const changes = changesOf(evidence, evidence.sent);
    const grown = changes.flatMap(({ people: [person], growth }) =>
      person === undefined ? [] : [{ person, size: growth }],
    );
    const ranked = byRank(
      grown,
      evidence.comments.map(({ length }) => length),
    );
    const guesses = evidence.comments.map((comment, index) => {
      const found = changes.find(({ text }) => text.includes(JSON.stringify(comment)));
      return found === undefined ? ranked[index] : found.people[0];
    });
    return orAnybody(guesses, evidence, chance);
  },
  /** Knows who was active, not whether they answered: those with whom something changed did. */
  answered: (evidence, chance) => {
    const changes = changesOf(evidence, evidence.clicks);
    return bySign(new Set(changes.flatMap(({ people }) => people)), evidence, chance);
  },
};
