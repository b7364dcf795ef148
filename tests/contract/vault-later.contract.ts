import { beforeEach, describe, expect, it } from '@jest/globals';
import type { RoundRef, Vault } from '../../src/ports/vault.ts';
import { aHead, aTenant, anAnswer } from './samples.ts';
import { allSlots, everyPage } from './vault.contract.ts';
import type { VaultSubject } from './vault.contract.ts';

const FORGET_AT = 1_701_204_800_000;
const slotNames = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `slot-${String(index).padStart(4, '0')}`);

export const vaultLaterContract = (implementation: string, setUp: () => VaultSubject): void => {
  describe(`a mark to be asked once more: ${implementation}`, () => {
    let vault: Vault;
    let round: RoundRef;

    beforeEach(() => {
      ({ vault } = setUp());
      round = { tenant: aTenant(), round: 'C1-3' };
    });

    const open = async (slots: readonly string[]) => {
      await vault.openKey(round, { head: aHead(), key: new Uint8Array(32).fill(1), forgetAt: FORGET_AT });
      await vault.openSlots(round, slots, FORGET_AT);
    };
    const seal = () => everyPage((next) => vault.seal(round, next));
    const empty = () => everyPage((next) => vault.empty(round, next));
    const marked = async (at: number) => [...(await vault.marked(round, at))].sort();

    it('is the first one, however often it is set, and is found by its moment', async () => {
      await open(['slot-a', 'slot-b', 'slot-c']);
      expect(await vault.later(round, 'slot-a', 2_000)).toBe(2_000);
      expect(await vault.later(round, 'slot-b', 2_000)).toBe(2_000);
      expect(await vault.later(round, 'slot-a', 2_000)).toBe(2_000);
      expect(await vault.later(round, 'slot-a', 5_000)).toBe(2_000);
      expect(await marked(2_000)).toEqual(['slot-a', 'slot-b']);
      expect(await marked(5_000)).toEqual([]);
      expect(await vault.marked({ ...round, round: 'C1-4' }, 2_000)).toEqual([]);
    });

    it('is found among many slots', async () => {
      const names = slotNames(450);
      await open(names);
      for (const name of [names[3], names[444]]) await vault.later(round, name ?? '', 2_000);
      expect(await marked(2_000)).toEqual([names[3], names[444]]);
    });

    it('is one and the same for twenty who set it at once', async () => {
      await open(['slot-a']);
      const marks = await Promise.all(
        Array.from({ length: 20 }, (_, index) => vault.later(round, 'slot-a', 2_000 + index)),
      );
      expect(new Set(marks).size).toBe(1);
    });

    it('leaves the answer alone, and the answer leaves it', async () => {
      await open(['slot-a']);
      await vault.answer(round, 'slot-a', anAnswer());
      await vault.later(round, 'slot-a', 2_000);
      expect(await vault.read(round, 'slot-a')).toEqual(anAnswer());
      const other = anAnswer({ comment: 'other' });
      expect(await vault.answer(round, 'slot-a', other)).toBe('taken');
      expect(await marked(2_000)).toEqual(['slot-a']);
      expect((await allSlots(vault, round)).map(({ answer }) => answer)).toEqual([other]);
    });

    it('is taken back before its moment, and not from then on', async () => {
      await open(['slot-a', 'slot-b']);
      await vault.later(round, 'slot-a', 2_000);
      await vault.notLater(round, 'slot-a', 2_000);
      expect(await marked(2_000)).toEqual(['slot-a']);
      await vault.notLater(round, 'slot-a', 1_999);
      await vault.notLater(round, 'slot-a', 1_999);
      await vault.notLater(round, 'slot-b', 1_999);
      await vault.notLater(round, 'slot-x', 1_999);
      expect(await marked(2_000)).toEqual([]);
      expect(await vault.read(round, 'slot-x')).toBe('no-slot');
      expect(await vault.later(round, 'slot-a', 3_000)).toBe(3_000);
    });

    it('is not set where there is no slot, nor on a sealed one', async () => {
      await open(['slot-a']);
      expect(await vault.later(round, 'slot-x', 2_000)).toBe('no-slot');
      expect(await vault.read(round, 'slot-x')).toBe('no-slot');
      await seal();
      expect(await vault.later(round, 'slot-a', 2_000)).toBe('sealed');
      expect(await marked(2_000)).toEqual([]);
    });

    it('goes with what lies in the slot, and with the round', async () => {
      await open(['slot-a', 'slot-b']);
      for (const slot of ['slot-a', 'slot-b']) await vault.later(round, slot, 2_000);
      await vault.withdraw(round, 'slot-a');
      expect(await marked(2_000)).toEqual(['slot-b']);
      await seal();
      await vault.destroyKey(round);
      expect(await vault.isEmpty(round)).toBe(false);
      await empty();
      expect(await vault.isEmpty(round)).toBe(true);
      expect(await marked(2_000)).toEqual([]);
    });
  });
};
