import { createHmac } from 'node:crypto';
import { makeSystemKeys } from '../../../adapters/system/keys.ts';
import type { PersonRef } from '../../../src/chat/identity.ts';
import type { Dump, Row } from '../../support/pulse-dump.ts';
import { bySign, inOrder, orAnybody } from './attacker.ts';
import type { Attacker, Evidence } from './attacker.ts';
import { leavesOf, recordsOf } from './records.ts';
import type { Evident } from './records.ts';

const SHORTEST = 16;
const LONGEST = 64;
/** What a key has according to the source, which everybody can read. */
const KEY_BYTES = 32;

/** The bytes themselves if a key could be as long, and whatever of a key's length lies in them, at every offset. */
const windows = function* (bytes: Uint8Array): Generator<Uint8Array> {
  if (bytes.length >= SHORTEST && bytes.length <= LONGEST) yield bytes;
  for (let from = 0; from + KEY_BYTES <= bytes.length; from += 1)
    yield bytes.subarray(from, from + KEY_BYTES);
};

/** A text as bytes, and what it holds as hex or base64, at every alignment. */
const decoded = function* (text: string): Generator<Uint8Array> {
  yield Buffer.from(text, 'utf8');
  for (const token of text.match(/[\w+/=-]{16,}/gu) ?? []) {
    yield Buffer.from(token, 'utf8');
    for (const offset of [0, 1, 2, 3]) yield Buffer.from(token.slice(offset), 'base64');
  }
  for (const run of text.match(/[0-9a-f]{32,}/giu) ?? []) {
    for (const offset of [0, 1]) yield Buffer.from(run.slice(offset), 'hex');
  }
};

/** Lists of numbers that could be bytes: what JSON makes of a key. */
const byteLists = function* (value: unknown): Generator<Uint8Array> {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return;
  const inner: readonly unknown[] = Object.values(value);
  const bytes = inner.flatMap((one) => (Number.isInteger(one) && Number(one) < 256 ? [Number(one)] : []));
  if (bytes.length === inner.length && bytes.length >= SHORTEST) yield Uint8Array.from(bytes);
  for (const one of inner) yield* byteLists(one);
};

const bytesIn = function* (record: Evident): Generator<Uint8Array> {
  yield* byteLists(record.content);
  for (const { value } of leavesOf(record)) {
    if (value instanceof Uint8Array) yield value;
    else if (typeof value === 'string') {
      yield* decoded(value);
      if (value.startsWith('{') || value.startsWith('[')) {
        const inner: unknown = JSON.parse(value);
        yield* byteLists(inner);
      }
    }
  }
};

/** Every string of 16 to 64 bytes of a dump that could be a key, once. */
const candidatesOf = (dump: Dump): ReadonlyMap<string, Uint8Array> => {
  const found = new Map<string, Uint8Array>();
  for (const record of recordsOf(dump)) {
    for (const bytes of bytesIn(record)) {
      for (const candidate of windows(bytes)) {
        found.set(Buffer.from(candidate).toString('latin1'), candidate);
      }
    }
  }
  return found;
};

const nameOf = (key: Uint8Array, person: PersonRef): string =>
  createHmac('sha256', key).update(person).digest('hex');

const isSlot = ({ sk }: Row): boolean => String(sk).startsWith('SLOT#');
const slotName = ({ sk }: Row): string => String(sk).slice('SLOT#'.length);

const slotRows = ({ dump, round }: Evidence): readonly Row[] =>
  dump.vault.filter((row) => String(row['pk']).endsWith(`#${round}`) && isSlot(row));

interface Searched {
  readonly candidates: readonly Uint8Array[];
  readonly slots: ReadonlySet<string>;
  /** The candidates that make a slot's name of a person, by that name. */
  readonly fitting: Map<PersonRef, ReadonlyMap<string, Uint8Array>>;
}

const searches = new WeakMap<Dump, Searched>();

const searchOf = (dump: Dump): Searched => {
  const known = searches.get(dump) ?? {
    candidates: [...candidatesOf(dump).values()],
    slots: new Set(dump.vault.filter(isSlot).map(slotName)),
    fitting: new Map(),
  };
  searches.set(dump, known);
  return known;
};

const fittingFor = ({ candidates, slots, fitting }: Searched, person: PersonRef) => {
  const made =
    fitting.get(person) ??
    new Map(
      candidates.flatMap((candidate) => {
        const name = nameOf(candidate, person);
        return slots.has(name) ? [[name, candidate] as const] : [];
      }),
    );
  fitting.set(person, made);
  return made;
};

/**
 * The key of the round, if any string of the dump is it. All of a roster have a slot, so a key that is right for one
 * of them is right for all, and no candidate needs to be tried on the others.
 */
export const findKey = (evidence: Evidence): Uint8Array | undefined => {
  const [first] = evidence.roster;
  if (first === undefined) return undefined;
  const fitting = fittingFor(searchOf(evidence.dump), first);
  return slotRows(evidence).flatMap((row) => fitting.get(slotName(row)) ?? [])[0];
};

const answerIn = (row: Row | undefined): string | undefined =>
  row?.['answer'] === undefined ? undefined : JSON.stringify(row['answer']);

/** Who lies under which slot, once the key is known. */
const unmasked = (evidence: Evidence, key: Uint8Array) => {
  const rows = new Map(slotRows(evidence).map((row) => [slotName(row), row]));
  return evidence.roster.map((person) => {
    const slot = nameOf(key, person);
    return { person, slot, said: answerIn(rows.get(slot)) };
  });
};

const authorsByKey = (evidence: Evidence, key: Uint8Array): readonly (PersonRef | undefined)[] => {
  const people = unmasked(evidence, key);
  const keys = makeSystemKeys();
  const placeOf = ({ slot }: { readonly slot: string }): string => keys.orderOf(key, slot);
  const shuffled = [...people].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const byPlace = inOrder(
    shuffled.map(({ person }) => person),
    evidence.comments.length,
  );
  return evidence.comments.map(
    (comment, index) =>
      people.find(({ said }) => said?.includes(JSON.stringify(comment)))?.person ?? byPlace[index],
  );
};

/** (1) Tries every string that could be a key; with it reads the slots, or explains the order of the comments. */
export const keySearch: Attacker = {
  name: 'key search',
  authors: (evidence, chance) => {
    const key = findKey(evidence);
    const guesses = key === undefined ? evidence.comments.map(() => undefined) : authorsByKey(evidence, key);
    return orAnybody(guesses, evidence, chance);
  },
  answered: (evidence, chance) => {
    const key = findKey(evidence);
    const people = key === undefined ? [] : unmasked(evidence, key);
    const signs = people.filter(({ said }) => said !== undefined).map(({ person }) => person);
    return bySign(new Set(signs), evidence, chance);
  },
};
