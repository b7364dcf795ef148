import type { PersonRef } from '../../../src/chat/identity.ts';
import type { Instant } from '../../../src/shared/time.ts';
import { bySign, inOrder, orAnybody } from './attacker.ts';
import type { Attacker, Click, Evidence } from './attacker.ts';
import { leavesOf, names, recordsNaming, recordsOf } from './records.ts';
import type { Evident, Leaf } from './records.ts';

/** The letters of a ULID, whose first ten are a time. */
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const ulidTime = (text: string): number =>
  Array.from({ length: 10 }, (_, at) => CROCKFORD.indexOf(text.charAt(at))).reduce(
    (total, digit) => total * 32 + digit,
    0,
  );

/** What a text may mean as a time: a date, a number in figures, an id that begins with its time. */
const timesInText = function* (text: string): Generator<number> {
  for (const date of text.match(/\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:?\d{2})?/gu) ?? [])
    yield Date.parse(date);
  for (const figures of text.match(/\d{9,19}(\.\d+)?/gu) ?? []) yield Number(figures);
  for (const id of text.match(/\b[0-9a-f]{8}-?[0-9a-f]{4}(?=-?7)/giu) ?? [])
    yield parseInt(id.replace('-', ''), 16);
  for (const id of text.match(/\b[0-9a-f]{24}\b/giu) ?? []) yield parseInt(id.slice(0, 8), 16);
  for (const id of text.match(/\b[0-7][0-9A-HJKMNP-TV-Z]{25}\b/gu) ?? []) yield ulidTime(id);
};

/** Seconds, milliseconds, microseconds or nanoseconds. */
const UNITS = [1000, 1, 1 / 1000, 1 / 1_000_000] as const;

/** The moments of the round that a value can stand for; what the round's own calendar says is not one. */
const momentsIn = ({ value }: Leaf, { opensAt, closesAt }: Evidence): readonly Instant[] => {
  if (value instanceof Uint8Array) return [];
  const numbers = typeof value === 'number' ? [value] : [...timesInText(value)];
  return numbers
    .flatMap((number) => UNITS.map((unit) => number * unit))
    .filter((moment) => moment > opensAt && moment < closesAt);
};

interface Dated {
  readonly path: Leaf['path'];
  readonly at: Instant;
}

const datedIn = (record: Evident, evidence: Evidence): readonly Dated[] =>
  leavesOf(record).flatMap((leaf) => momentsIn(leaf, evidence).map((at) => ({ path: leaf.path, at })));

const shared = (one: Leaf['path'], other: Leaf['path']): number => {
  const end = one.findIndex((part, index) => part !== other[index]);
  return end === -1 ? one.length : end;
};

const placesIn = (path: Leaf['path']): string => path.filter((part) => typeof part === 'number').join();

/** The time that belongs to a text: at the same place of another list, else the nearest one in the record. */
const timeBeside = (text: Leaf, dated: readonly Dated[]): Instant | undefined => {
  const place = placesIn(text.path);
  const parallel = dated.filter(({ path }) => place !== '' && placesIn(path) === place);
  const near = (parallel.length > 0 ? parallel : dated).map((one) => ({
    ...one,
    near: shared(one.path, text.path),
  }));
  const nearest = Math.max(...near.map((one) => one.near));
  const [first, ...more] = near.filter((one) => one.near === nearest);
  return parallel.length > 0 || more.length === 0 ? first?.at : undefined;
};

const nearestClick = (clicks: readonly Click[], at: Instant): Click | undefined =>
  [...clicks].sort((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at))[0];

const writtenAt = (evidence: Evidence): readonly (Instant | undefined)[] => {
  const records = recordsOf(evidence.dump).filter((record) => names(record, evidence.round));
  const found = records.flatMap((record) => {
    const dated = datedIn(record, evidence);
    return dated.length === 0 ? [] : [{ leaves: leavesOf(record), dated }];
  });
  return evidence.comments.map((comment) => {
    for (const { leaves, dated } of found) {
      const text = leaves.find(({ value }) => value === comment);
      const at = text === undefined ? undefined : timeBeside(text, dated);
      if (at !== undefined) return at;
    }
    return undefined;
  });
};

/** (4) Joins every time of the round that stands beside a comment with the log of who was active when. */
export const time: Attacker = {
  name: 'time',
  authors: (evidence, chance) => {
    const guesses = writtenAt(evidence).map((at) =>
      at === undefined ? undefined : nearestClick(evidence.clicks, at)?.person,
    );
    return orAnybody(guesses, evidence, chance);
  },
  /** Who has a time of the round in records of their own, or was active at one that stands beside a comment. */
  answered: (evidence, chance) => {
    const { dump, roster, clicks } = evidence;
    const dates = [...recordsNaming(dump, roster)].map(([person, records]) => {
      const found = records.flatMap((record) => datedIn(record, evidence).map(({ at }) => at));
      return { person, found: new Set(found) };
    });
    // A time that everybody has is the calendar's.
    const tells = (at: Instant): boolean => !dates.every(({ found }) => found.has(at));
    const own = dates.filter(({ found }) => [...found].some(tells)).map(({ person }) => person);
    const beside = writtenAt(evidence).flatMap((at) =>
      at === undefined ? [] : (nearestClick(clicks, at)?.person ?? []),
    );
    return bySign(new Set([...own, ...beside]), evidence, chance);
  },
};

const lastSeen = ({ roster, clicks }: Evidence): readonly PersonRef[] => {
  const last = new Map(clicks.map(({ person, at }) => [person, at]));
  return [...roster].sort((a, b) => (last.get(a) ?? 0) - (last.get(b) ?? 0));
};

/** (4) Believes that comments stand in the order in which people were last active. */
export const arrival: Attacker = {
  name: 'time: arrival',
  authors: (evidence, chance) =>
    orAnybody(inOrder(lastSeen(evidence), evidence.comments.length), evidence, chance),
};
