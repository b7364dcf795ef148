import { beforeEach, describe, expect, it } from '@jest/globals';
import { makeDynamoDeliveries } from '../../../adapters/dynamodb/deliveries.ts';
import { askDeliveryRow } from '../../../adapters/dynamodb/table.ts';
import { makeDynamoVault } from '../../../adapters/dynamodb/vault.ts';
import { makeSystemIds } from '../../../adapters/system/ids.ts';
import type { TenantRef } from '../../../src/chat/identity.ts';
import { everyPage } from '../../contract/vault.contract.ts';
import { aHead, aTenant, anAnswer } from '../../contract/samples.ts';
import { dumpTable } from '../../support/dump-table.ts';
import { startDynalite } from '../../support/dynalite.ts';
import { useTables } from '../../support/dynamo-tables.ts';

const tables = useTables(startDynalite);
const FORGET_AT = 1_701_204_800_500;
const TTL = 1_701_204_801;
const SLOTS = ['slot-a', 'slot-b', 'slot-c'];

/** What somebody sees who reads the storage of the vault itself (R1, R2, R3). */
describe('the rows of a round', () => {
  let tenant: TenantRef;

  beforeEach(() => {
    tenant = aTenant();
  });

  const vault = () => makeDynamoVault(tables().vault);
  const pk = (of = tenant) => `T#${of}#ROUND#C1-3`;
  const rows = async (of = tenant) =>
    (await dumpTable(tables().client, 'vault')).filter((row) => row['pk'] === pk(of));
  const open = async (of = tenant) => {
    const round = { tenant: of, round: 'C1-3' };
    await vault().openKey(round, { head: aHead(), key: new Uint8Array(32).fill(3), forgetAt: FORGET_AT });
    await vault().openSlots(round, SLOTS, FORGET_AT);
    return round;
  };
  const tombstone = (sk: string) => ({ pk: pk(), sk, ttl: TTL, sealed: true });

  it('hold nothing in an empty slot', async () => {
    await open();
    const slots = (await rows()).filter(({ sk }) => sk !== 'HEAD');
    expect(slots).toEqual(SLOTS.map((slot) => ({ pk: pk(), sk: `SLOT#${slot}`, ttl: TTL })));
  });

  it('hold the answer and nothing else in an answered one, however often it was given', async () => {
    const round = await open();
    await vault().answer(round, 'slot-b', anAnswer({ comment: 'first' }));
    await vault().answer(round, 'slot-b', anAnswer());
    const [slot] = (await rows()).filter(({ sk }) => sk === 'SLOT#slot-b');
    expect(slot).toEqual({ pk: pk(), sk: 'SLOT#slot-b', ttl: TTL, answer: anAnswer() });
  });

  it('are the same, byte for byte, in whatever order and however often people answer', async () => {
    const other = aTenant();
    const [one, two] = [await open(), await open(other)];
    const answers = SLOTS.map((slot, index) => ({ slot, answer: anAnswer({ comment: `${index}` }) }));
    for (const { slot, answer } of answers) await vault().answer(one, slot, answer);
    for (const { slot } of answers) await vault().answer(two, slot, anAnswer({ comment: 'changed my mind' }));
    for (const { slot, answer } of [...answers].reverse()) await vault().answer(two, slot, answer);
    const dumps = [JSON.stringify(await rows()), JSON.stringify(await rows(other))];
    expect(dumps[1]).toBe(dumps[0]?.replaceAll(tenant, other));
  });

  it('are forgotten by storage at one and the same time, delivery records included', async () => {
    const round = await open();
    const ids = makeSystemIds();
    const deliveries = makeDynamoDeliveries({ table: tables().vault, rowOf: askDeliveryRow, ids });
    const lease = { now: 0, leaseUntil: 300_000, forgetAt: FORGET_AT };
    await deliveries.claim({ tenant, aggregate: 'C1-3', key: 'asks/0' }, lease);
    await vault().answer(round, 'slot-a', anAnswer());
    await vault().seal(round);
    const found = await rows();
    expect(found).toHaveLength(5);
    expect(new Set(found.map((row) => row['ttl']))).toEqual(new Set([TTL]));
  });

  it('are tombstones and nothing else after the close', async () => {
    const round = await open();
    const ids = makeSystemIds();
    const deliveries = makeDynamoDeliveries({ table: tables().vault, rowOf: askDeliveryRow, ids });
    const ask = { tenant, aggregate: 'C1-3', key: 'asks/0' };
    await deliveries.claim(ask, { now: 0, leaseUntil: 300_000, forgetAt: FORGET_AT });
    await deliveries.settle(ask, { conversation: `${tenant}:D1`, message: '1' });
    await vault().answer(round, 'slot-a', anAnswer());
    await everyPage((next) => vault().seal(round, next));
    await vault().destroyKey(round);
    await everyPage((next) => vault().empty(round, next));
    expect(await rows()).toEqual([tombstone('HEAD'), ...SLOTS.map((slot) => tombstone(`SLOT#${slot}`))]);
  });

  it('hold no key and no form once the key is destroyed', async () => {
    const round = await open();
    await vault().destroyKey(round);
    expect((await rows()).filter(({ sk }) => sk === 'HEAD')).toEqual([tombstone('HEAD')]);
  });
});
