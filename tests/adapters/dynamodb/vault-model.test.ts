import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { makeDynamoVault } from '../../../adapters/dynamodb/vault.ts';
import { makeMemoryDeliveries } from '../../../adapters/memory/deliveries.ts';
import { makeMemoryVault } from '../../../adapters/memory/vault.ts';
import type { RoundRef, Vault } from '../../../src/ports/vault.ts';
import type { Answer, Mark } from '../../../src/pulse/answers/answer.ts';
import { allSlots } from '../../contract/vault.contract.ts';
import { aHead, aTenant } from '../../contract/samples.ts';
import { startDynalite } from '../../support/dynalite.ts';
import { useTables } from '../../support/dynamo-tables.ts';

const tables = useTables(startDynalite);
const FORGET_AT = 1_701_204_800_000;

type Step =
  | { readonly kind: 'openKey'; readonly byte: number }
  | { readonly kind: 'openSlots'; readonly slots: readonly string[] }
  | { readonly kind: 'answer'; readonly slot: string; readonly answer: Answer }
  | { readonly kind: 'head' | 'slots' | 'seal' | 'destroyKey' | 'empty' | 'isEmpty' }
  | { readonly kind: 'read'; readonly slot: string };

const take = async (vault: Vault, round: RoundRef, step: Step): Promise<unknown> => {
  switch (step.kind) {
    case 'openKey':
      return vault.openKey(round, {
        head: aHead(),
        key: new Uint8Array(32).fill(step.byte),
        forgetAt: FORGET_AT,
      });
    case 'openSlots':
      return vault.openSlots(round, step.slots, FORGET_AT);
    case 'answer':
      return vault.answer(round, step.slot, step.answer);
    case 'read':
      return vault.read(round, step.slot);
    case 'slots':
      return allSlots(vault, round);
    default:
      return vault[step.kind](round);
  }
};

const slot = fc.constantFrom('a', 'b', 'c', 'ü');
const answer: fc.Arbitrary<Answer> = fc.record(
  {
    marks: fc.dictionary(
      fc.constantFrom('help', 'tools', 'at', 'state'),
      fc.constantFrom<Mark>(1, 5, 'cannot-say'),
    ),
    comment: fc.string({ unit: 'grapheme', maxLength: 20 }),
  },
  { requiredKeys: ['marks'] },
);

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('openKey'), byte: fc.nat(255) }),
  fc.record({ kind: fc.constant('openSlots'), slots: fc.uniqueArray(slot) }),
  { arbitrary: fc.record({ kind: fc.constant('answer'), slot, answer }), weight: 4 },
  fc.record({ kind: fc.constant('read'), slot }),
  fc.record({ kind: fc.constantFrom('head', 'slots', 'seal', 'destroyKey', 'empty', 'isEmpty') }),
);

describe('the vault', () => {
  it('does on DynamoDB what it does in memory, whatever happens in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const round = { tenant: aTenant(), round: 'C1-3' };
        const [stored, model] = [makeDynamoVault(tables().vault), makeMemoryVault(makeMemoryDeliveries())];
        for (const one of steps) {
          expect(await take(stored, round, one)).toEqual(await take(model, round, one));
        }
        expect(await allSlots(stored, round)).toEqual(await allSlots(model, round));
      }),
      { numRuns: 50 },
    );
  }, 60_000);
});
