import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Deliveries } from '../../src/ports/deliveries.ts';
import type { RoundRef, SlotPage, Vault } from '../../src/ports/vault.ts';
import { aHead, aTenant, anAnswer } from './samples.ts';

export interface VaultSubject {
  readonly vault: Vault;
  /** The delivery records that lie with the rounds. */
  readonly askDeliveries: Deliveries;
}

const FORGET_AT = 1_701_204_800_000;
const key = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
const slotNames = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `slot-${String(index).padStart(4, '0')}`);

/** Runs a paged step to its end and says how many pages there were. */
export const everyPage = async (step: (next?: string) => Promise<string | undefined>): Promise<number> => {
  let pages = 1;
  for (let next = await step(); next !== undefined; next = await step(next)) pages += 1;
  return pages;
};

export const allSlots = async (vault: Vault, round: RoundRef): Promise<SlotPage['slots']> => {
  const slots: SlotPage['slots'][number][] = [];
  await everyPage(async (next) => {
    const page = await vault.slots(round, next);
    slots.push(...page.slots);
    return page.next;
  });
  return slots;
};

export const vaultContract = (implementation: string, setUp: () => VaultSubject): void => {
  describe(`vault: ${implementation}`, () => {
    let vault: Vault;
    let askDeliveries: Deliveries;
    let round: RoundRef;

    beforeEach(() => {
      ({ vault, askDeliveries } = setUp());
      round = { tenant: aTenant(), round: 'C1-3' };
    });

    const openKey = (byte: number) =>
      vault.openKey(round, { head: aHead(), key: key(byte), forgetAt: FORGET_AT });
    const open = async (slots: readonly string[]) => {
      await openKey(1);
      await vault.openSlots(round, slots, FORGET_AT);
    };
    const seal = () => everyPage((next) => vault.seal(round, next));
    const empty = () => everyPage((next) => vault.empty(round, next));
    const destroy = async () => {
      await seal();
      await vault.destroyKey(round);
      await empty();
    };

    describe('the key', () => {
      it('is the first one that was stored, for every opener', async () => {
        expect(await openKey(1)).toEqual(key(1));
        expect(await openKey(2)).toEqual(key(1));
      });

      it('is one and the same for twenty openers at once', async () => {
        const keys = await Promise.all(Array.from({ length: 20 }, (_, byte) => openKey(byte)));
        const head = await vault.head(round);
        expect(new Set(keys.map((one) => one?.[0]))).toEqual(new Set([head?.key[0]]));
      });

      it('comes with the form', async () => {
        await openKey(1);
        expect(await vault.head(round)).toEqual({ head: aHead(), key: key(1) });
      });

      it('comes as a copy, so that overwriting it hurts nobody else', async () => {
        const given = key(7);
        const opened = await vault.openKey(round, { head: aHead(), key: given, forgetAt: FORGET_AT });
        given.fill(0);
        opened?.fill(0);
        (await vault.head(round))?.key.fill(0);
        expect((await vault.head(round))?.key).toEqual(key(7));
      });

      it('is not there before opening, nor in another tenant', async () => {
        expect(await vault.head(round)).toBeUndefined();
        await openKey(1);
        expect(await vault.head({ ...round, tenant: aTenant() })).toBeUndefined();
      });

      it('is gone after destruction, and no opener makes another', async () => {
        await openKey(1);
        await vault.destroyKey(round);
        await vault.destroyKey(round);
        expect(await vault.head(round)).toBeUndefined();
        expect(await openKey(2)).toBeUndefined();
        expect(await vault.head(round)).toBeUndefined();
      });

      it('stays with a form that names a later end', async () => {
        await open(['slot-a']);
        await vault.answer(round, 'slot-a', anAnswer());
        expect(await vault.extend(round, 1_700_900_000_000)).toBe(true);
        expect(await vault.extend(round, 1_700_900_000_000)).toBe(true);
        const head = { ...aHead(), closesAt: 1_700_900_000_000 };
        expect(await vault.head(round)).toEqual({ head, key: key(1) });
        expect(await vault.read(round, 'slot-a')).toEqual(anAnswer());
      });

      it('is neither made nor brought back by a later end', async () => {
        expect(await vault.extend(round, 1_700_900_000_000)).toBe(false);
        expect(await vault.head(round)).toBeUndefined();
        await open(['slot-a']);
        await destroy();
        expect(await vault.extend(round, 1_700_900_000_000)).toBe(false);
        expect(await vault.head(round)).toBeUndefined();
        expect(await vault.isEmpty(round)).toBe(true);
      });

      it('is not made by destroying one that never was', async () => {
        await vault.destroyKey(round);
        expect(await openKey(1)).toEqual(key(1));
      });
    });

    describe('a slot', () => {
      it('is empty at first, takes an answer, and takes another in its place', async () => {
        await open(['slot-a', 'slot-b']);
        expect(await vault.read(round, 'slot-a')).toBe('empty');
        expect(await vault.answer(round, 'slot-a', anAnswer())).toBe('taken');
        expect(await vault.read(round, 'slot-a')).toEqual(anAnswer());
        const silent = { marks: { help: 1, tools: 5 } } as const;
        expect(await vault.answer(round, 'slot-a', silent)).toBe('taken');
        expect(await vault.read(round, 'slot-a')).toEqual(silent);
        expect(await vault.read(round, 'slot-b')).toBe('empty');
      });

      it('is as if nobody had answered once that was taken back, and takes another answer', async () => {
        await open(['slot-a', 'slot-b']);
        await vault.answer(round, 'slot-a', anAnswer());
        expect(await vault.withdraw(round, 'slot-a')).toBe('withdrawn');
        expect(await vault.withdraw(round, 'slot-a')).toBe('withdrawn');
        expect(await vault.withdraw(round, 'slot-b')).toBe('withdrawn');
        expect(await allSlots(vault, round)).toEqual([{ slot: 'slot-a' }, { slot: 'slot-b' }]);
        expect(await vault.answer(round, 'slot-a', anAnswer())).toBe('taken');
        expect(await vault.read(round, 'slot-a')).toEqual(anAnswer());
      });

      it('keeps an answer that is sealed, and says so until nothing of the round is left', async () => {
        await open(['slot-a', 'slot-b']);
        await vault.answer(round, 'slot-a', anAnswer());
        await seal();
        expect(await vault.withdraw(round, 'slot-a')).toBe('sealed');
        expect(await vault.read(round, 'slot-a')).toEqual(anAnswer());
        // Nothing lay in it when it was sealed: nothing of theirs is counted.
        expect(await vault.withdraw(round, 'slot-b')).toBe('withdrawn');
        await vault.destroyKey(round);
        await empty();
        expect(await vault.withdraw(round, 'slot-a')).toBe('sealed');
        expect(await vault.withdraw(round, 'slot-b')).toBe('sealed');
        expect(await vault.isEmpty(round)).toBe(true);
      });

      it('is made by nobody who takes back', async () => {
        await open(['slot-a']);
        expect(await vault.withdraw(round, 'slot-x')).toBe('no-slot');
        expect(await allSlots(vault, round)).toHaveLength(1);
      });

      it('either loses its answer or counts it, of taking back and sealing at once', async () => {
        const slots = slotNames(20);
        await open(slots);
        await Promise.all(slots.map((slot) => vault.answer(round, slot, anAnswer())));
        const [, ...outcomes] = await Promise.all([
          seal(),
          ...slots.map((slot) => vault.withdraw(round, slot)),
        ]);
        const counted = (await allSlots(vault, round)).map(({ answer }) => answer !== undefined);
        expect(counted).toEqual(outcomes.map((outcome) => outcome === 'sealed'));
      });

      it('takes a theme in the place of a text, and a text in the place of a theme', async () => {
        await open(['slot-a']);
        const { marks } = anAnswer();
        await vault.answer(round, 'slot-a', anAnswer());
        await vault.answer(round, 'slot-a', { marks, theme: 'tools' });
        expect(await vault.read(round, 'slot-a')).toEqual({ marks, theme: 'tools' });
        await vault.answer(round, 'slot-a', anAnswer());
        expect(await vault.read(round, 'slot-a')).toEqual(anAnswer());
      });

      it('keeps and gives out copies: changing one changes nothing that is stored', async () => {
        await open(['slot-a']);
        const given = anAnswer();
        await vault.answer(round, 'slot-a', given);
        Object.assign(given.marks, { help: 1 });
        Object.assign(await vault.read(round, 'slot-a'), { comment: 'tampered with' });
        expect(await vault.read(round, 'slot-a')).toEqual(anAnswer());
      });

      it('takes no answer where there is none', async () => {
        await open(['slot-a']);
        expect(await vault.answer(round, 'slot-x', anAnswer())).toBe('no-slot');
        expect(await vault.read(round, 'slot-x')).toBe('no-slot');
        expect(await vault.answer({ ...round, tenant: aTenant() }, 'slot-a', anAnswer())).toBe('no-slot');
        expect(await vault.read(round, 'slot-a')).toBe('empty');
      });

      it('keeps its answer when slots are opened again', async () => {
        await open(['slot-a']);
        await vault.answer(round, 'slot-a', anAnswer());
        await open(['slot-a', 'slot-b']);
        expect(await vault.read(round, 'slot-a')).toEqual(anAnswer());
        expect(await vault.read(round, 'slot-b')).toBe('empty');
      });

      it('keeps its answer and takes no other once it is sealed', async () => {
        await open(['slot-a', 'slot-b']);
        await vault.answer(round, 'slot-a', anAnswer());
        await seal();
        expect(await vault.answer(round, 'slot-a', anAnswer({ comment: 'late' }))).toBe('sealed');
        expect(await vault.answer(round, 'slot-b', anAnswer())).toBe('sealed');
        expect(await vault.read(round, 'slot-a')).toEqual(anAnswer());
        expect(await vault.read(round, 'slot-b')).toBe('empty');
      });

      it('says taken for the answer that it holds, also once it is sealed: it counts', async () => {
        await open(['slot-a']);
        await vault.answer(round, 'slot-a', anAnswer());
        await seal();
        expect(await vault.answer(round, 'slot-a', anAnswer())).toBe('taken');
        expect(await vault.answer(round, 'slot-a', { marks: anAnswer().marks })).toBe('sealed');
        expect(await vault.answer(round, 'slot-a', { ...anAnswer(), theme: 'tools' })).toBe('sealed');
        const turned = { marks: { tools: 4, help: 'cannot-say' }, comment: 'Zu viele Werkzeuge.' } as const;
        expect(await vault.answer(round, 'slot-a', turned)).toBe('sealed');
      });

      it('stays sealed when slots are opened again', async () => {
        await open(['slot-a']);
        await seal();
        await open(['slot-a']);
        expect(await vault.answer(round, 'slot-a', anAnswer())).toBe('sealed');
      });

      it('holds nothing after it was emptied, and meets a late writer', async () => {
        await open(['slot-a']);
        await vault.answer(round, 'slot-a', anAnswer());
        await destroy();
        await vault.openSlots(round, ['slot-a'], FORGET_AT);
        expect(await vault.read(round, 'slot-a')).toBe('empty');
        expect(await vault.answer(round, 'slot-a', anAnswer())).toBe('sealed');
      });

      it('was in time or was refused, whatever runs at once: what is counted is what was acknowledged', async () => {
        const names = slotNames(60);
        await open(names);
        const answers = Promise.all(
          names.map(async (slot, index) => [
            slot,
            await vault.answer(round, slot, anAnswer({ comment: `${index}` })),
          ]),
        );
        const [outcomes] = await Promise.all([answers, seal(), seal()]);
        const counted = (await allSlots(vault, round)).filter(({ answer }) => answer !== undefined);
        const acknowledged = outcomes.filter(([, outcome]) => outcome === 'taken');
        expect(counted.map(({ slot }) => slot)).toEqual(acknowledged.map(([slot]) => slot));
      });
    });

    describe('pages', () => {
      it('list every slot once, in the order of names, with what was said', async () => {
        const names = slotNames(450);
        await open([...names].reverse());
        await vault.answer(round, 'slot-0007', anAnswer());
        const slots = await allSlots(vault, round);
        expect(slots.map(({ slot }) => slot)).toEqual(names);
        expect(slots.filter(({ answer }) => answer !== undefined)).toEqual([
          { slot: 'slot-0007', answer: anAnswer() },
        ]);
      });

      it('seal and empty a page at a time, so that a worker can stop in between', async () => {
        const names = slotNames(450);
        await open(names);
        for (const slot of names.slice(0, 3)) await vault.answer(round, slot, anAnswer());
        const next = await vault.seal(round);
        expect(await vault.answer(round, 'slot-0449', anAnswer())).toBe('taken');
        await everyPage((from = next) => vault.seal(round, from));
        expect(await vault.answer(round, 'slot-0449', anAnswer({ comment: 'late' }))).toBe('sealed');
        expect(await empty()).toBeGreaterThan(1);
        expect((await allSlots(vault, round)).filter(({ answer }) => answer !== undefined)).toEqual([]);
      });

      it('are none for a round that is not there', async () => {
        expect(await vault.slots(round)).toEqual({ slots: [] });
        expect(await vault.seal(round)).toBeUndefined();
        expect(await vault.empty(round)).toBeUndefined();
      });
    });

    describe('emptiness', () => {
      const ask = () => ({ tenant: round.tenant, aggregate: round.round, key: 'asks/C1-3.0/0' });
      const claim = () => askDeliveries.claim(ask(), { now: 0, leaseUntil: 300_000, forgetAt: FORGET_AT });

      it('is there before opening', async () => {
        expect(await vault.isEmpty(round)).toBe(true);
      });

      it('is not there while the key is', async () => {
        await openKey(1);
        expect(await vault.isEmpty(round)).toBe(false);
        await vault.destroyKey(round);
        expect(await vault.isEmpty(round)).toBe(true);
      });

      it('is not there while an answer is', async () => {
        await open(slotNames(3));
        await vault.answer(round, 'slot-0002', anAnswer());
        await seal();
        await vault.destroyKey(round);
        expect(await vault.isEmpty(round)).toBe(false);
        await empty();
        expect(await vault.isEmpty(round)).toBe(true);
      });

      it('is not there while a delivery record of the round is', async () => {
        await claim();
        expect(await vault.isEmpty(round)).toBe(false);
        await empty();
        expect(await vault.isEmpty(round)).toBe(true);
      });

      it('does not end when a worker settles a delivery that went with the round', async () => {
        await claim();
        await empty();
        await askDeliveries.settle(ask(), { conversation: `${round.tenant}:D1`, message: '1' });
        await askDeliveries.release(ask(), true);
        await askDeliveries.giveUp(ask(), 'gone');
        expect(await askDeliveries.posted(ask())).toBeUndefined();
        expect(await vault.isEmpty(round)).toBe(true);
      });

      it('leaves other rounds alone', async () => {
        const other = { ...round, round: 'C1-4' };
        await vault.openKey(other, { head: aHead(), key: key(9), forgetAt: FORGET_AT });
        await vault.openSlots(other, ['slot-a'], FORGET_AT);
        await open(['slot-a']);
        await destroy();
        expect((await vault.head(other))?.key).toEqual(key(9));
        expect(await vault.answer(other, 'slot-a', anAnswer())).toBe('taken');
      });

      it('can leave not even tombstones', async () => {
        const other = { ...round, round: 'C1-4' };
        await vault.openKey(other, { head: aHead(), key: key(9), forgetAt: FORGET_AT });
        await open(slotNames(450));
        await claim();
        await destroy();
        await claim();
        const remove = () => everyPage((next) => vault.remove(round, next));
        await remove();
        await remove();
        expect(await allSlots(vault, round)).toEqual([]);
        expect(await vault.head(round)).toBeUndefined();
        expect(await askDeliveries.posted(ask())).toBeUndefined();
        expect(await vault.answer(round, 'slot-0001', anAnswer())).toBe('no-slot');
        // A round that never was has a key of its own again.
        expect(await openKey(2)).toEqual(key(2));
        expect((await vault.head(other))?.key).toEqual(key(9));
      });

      it('can be brought about again and again', async () => {
        await open(slotNames(3));
        await vault.answer(round, 'slot-0001', anAnswer());
        await destroy();
        await destroy();
        expect(await vault.isEmpty(round)).toBe(true);
        expect(await vault.answer(round, 'slot-0001', anAnswer())).toBe('sealed');
      });
    });
  });
};
