import { createHash } from 'node:crypto';

/** Luck that can be repeated: same seed, same draws. Streams of different names know nothing of each other. */
export interface Chance {
  /** At least 0, below 1. */
  readonly next: () => number;
  /** At least 0, below `most`. */
  readonly below: (most: number) => number;
  readonly happens: (probability: number) => boolean;
  readonly pick: <Value>(values: readonly Value[]) => Value;
  readonly shuffled: <Value>(values: readonly Value[]) => Value[];
  readonly bytes: (count: number) => Uint8Array;
  readonly stream: (name: string) => Chance;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

export const makeChance = (seed: string): Chance => {
  let block = Buffer.alloc(0);
  let drawn = 0;
  let used = 0;

  const take = (count: number): Buffer => {
    if (used + count > block.length) {
      block = Buffer.concat(
        Array.from({ length: Math.ceil(count / 32) + 3 }, () => {
          drawn += 1;
          return digest(`${seed}/${drawn}`);
        }),
      );
      used = 0;
    }
    used += count;
    return block.subarray(used - count, used);
  };

  const next = (): number => take(6).readUIntBE(0, 6) / 2 ** 48;
  const below = (most: number): number => Math.floor(next() * most);
  return {
    next,
    below,
    happens: (probability) => next() < probability,
    pick: (values) => {
      for (const picked of values.slice(below(values.length))) return picked;
      throw new RangeError('nothing to pick from');
    },
    shuffled: (values) =>
      values
        .map((value) => ({ value, place: next() }))
        .sort((a, b) => a.place - b.place)
        .map(({ value }) => value),
    bytes: (count) => Uint8Array.from(take(count)),
    stream: (name) => makeChance(`${seed}/${name}`),
  };
};
