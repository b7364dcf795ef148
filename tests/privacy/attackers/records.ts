import type { PersonRef } from '../../../src/chat/identity.ts';
import { idIn } from '../../../src/chat/identity.ts';
import type { Dump, Row } from '../../support/pulse-dump.ts';

/** A row, a log line, a queued or dead message, or a message in the chat. */
export interface Evident {
  readonly source: 'state' | 'vault' | 'log' | 'queue' | 'chat';
  readonly content: unknown;
}

/** A value with the way to it. */
export interface Leaf {
  readonly path: readonly (string | number)[];
  readonly value: string | number | Uint8Array;
}

const keep = <Holder extends object, Value>(make: (holder: Holder) => Value): ((holder: Holder) => Value) => {
  const kept = new WeakMap<Holder, Value>();
  return (holder) => {
    const known = kept.get(holder);
    if (known !== undefined) return known;
    const made = make(holder);
    kept.set(holder, made);
    return made;
  };
};

export const recordsOf = keep((dump: Dump): readonly Evident[] => [
  ...dump.state.map((content) => ({ source: 'state' as const, content })),
  ...dump.vault.map((content) => ({ source: 'vault' as const, content })),
  ...dump.logs.map((content) => ({ source: 'log' as const, content })),
  ...[...dump.queued, ...dump.deadLetters].map((content) => ({ source: 'queue' as const, content })),
  ...dump.chat.map((content) => ({ source: 'chat' as const, content })),
]);

const parsed = (text: string): unknown => {
  if (!/^[[{]/u.test(text)) return undefined;
  try {
    const inner: unknown = JSON.parse(text);
    return inner;
  } catch {
    return undefined;
  }
};

const entriesOf = (value: object): readonly (readonly [string | number, unknown])[] => {
  if (value instanceof Set) return [...value].map((one, index) => [index, one] as const);
  if (Array.isArray(value)) return [...value.entries()];
  return Object.entries(value);
};

/** Everything in a record: names of fields that are ids, texts that hold JSON, lists, sets and bytes. */
const walk = function* (value: unknown, path: readonly (string | number)[]): Generator<Leaf> {
  if (typeof value === 'string') {
    yield { path, value };
    const inner = parsed(value);
    if (inner !== undefined) yield* walk(inner, path);
  } else if (typeof value === 'number') yield { path, value };
  else if (typeof value === 'bigint') yield { path, value: Number(value) };
  else if (value instanceof Uint8Array) yield { path, value };
  else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of entriesOf(value)) {
      if (typeof name === 'string') yield { path: [...path, name], value: name };
      yield* walk(inner, [...path, name]);
    }
  }
};

export const leavesOf = keep((record: Evident): readonly Leaf[] => [...walk(record.content, [])]);

/** As it would be written down: what its size is, and where to search. */
export const textOf = keep(({ content }: Evident): string =>
  JSON.stringify(content, (_, value: unknown) => {
    if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
    return value instanceof Set ? [...value] : value;
  }),
);

/** The ids of persons and rounds that a record names. */
const idsOf = keep(
  (record: Evident): ReadonlySet<string> => new Set(textOf(record).match(/[UC]0[A-Z0-9]{8}(-\d+)?/gu)),
);

export const names = (record: Evident, id: string): boolean => idsOf(record).has(id);

/** Whether it is about this round as far as anybody can see: it names this one, or none. */
export const mayBeOf = (record: Evident, round: string): boolean => {
  const named = [...idsOf(record)].filter((id) => id.includes('-'));
  return named.length === 0 || named.includes(round);
};

/** Records that name this person and nobody else of the roster. */
export const recordsNaming = (
  dump: Dump,
  roster: readonly PersonRef[],
): ReadonlyMap<PersonRef, readonly Evident[]> => {
  const byPerson = new Map<PersonRef, Evident[]>(roster.map((person) => [person, []]));
  const ids = new Map(roster.map((person) => [idIn(person), person]));
  for (const record of recordsOf(dump)) {
    const named = [...idsOf(record)].flatMap((id) => ids.get(id) ?? []);
    const [only] = named;
    if (named.length === 1 && only !== undefined) byPerson.get(only)?.push(record);
  }
  return byPerson;
};

/** A row of a restored copy. */
export const recordOf = keep((content: Row): Evident => ({ source: 'state', content }));
