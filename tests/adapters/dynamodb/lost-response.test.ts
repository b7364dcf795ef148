import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { makeDynamoDeliveries } from '../../../adapters/dynamodb/deliveries.ts';
import type { DynamoTable } from '../../../adapters/dynamodb/dynamo-table.ts';
import { makeDynamoPeople } from '../../../adapters/dynamodb/people.ts';
import { askDeliveryRow } from '../../../adapters/dynamodb/table.ts';
import { makeDynamoTeamRepository } from '../../../adapters/dynamodb/team-repository.ts';
import { makeDynamoVault } from '../../../adapters/dynamodb/vault.ts';
import { makeSystemIds } from '../../../adapters/system/ids.ts';
import type { TenantRef } from '../../../src/chat/identity.ts';
import type { RoundRef } from '../../../src/ports/vault.ts';
import { changed } from '../../../src/work/aggregate.ts';
import { aHead, aProfile, aTeam, aTenant, anAnswer, personOf } from '../../contract/samples.ts';
import { startDynalite } from '../../support/dynalite.ts';
import { useTables } from '../../support/dynamo-tables.ts';
import { makeLossy } from '../../support/lossy-client.ts';
import type { LossyClient } from '../../support/lossy-client.ts';

const tables = useTables(startDynalite);
const FORGET_AT = 1_701_204_800_000;
const lease = { now: 0, leaseUntil: 300_000, forgetAt: FORGET_AT } as const;

/** Rule R11: the write is stored, its response is lost, the SDK repeats it and is told that the condition fails. */
describe('a write whose response is lost', () => {
  let lossy: LossyClient;
  let tenant: TenantRef;
  let round: RoundRef;

  beforeAll(() => {
    lossy = makeLossy(tables().client);
  });
  beforeEach(() => {
    tenant = aTenant();
    round = { tenant, round: 'C1-3' };
  });

  const vault = () => makeDynamoVault(tables().vault);
  const teams = () => makeDynamoTeamRepository(tables().state);
  const deliveries = () =>
    makeDynamoDeliveries({ table: tables().vault, rowOf: askDeliveryRow, ids: makeSystemIds() });
  const ask = () => ({ tenant, aggregate: round.round, key: 'asks/0' });

  it('is repeated by the SDK, so that these tests test something', async () => {
    lossy.requests();
    lossy.loseNext(1);
    await teams().find(tenant, 'C1');
    expect(lossy.requests()).toBe(2);
  });

  it('has created the aggregate', async () => {
    lossy.loseNext(1);
    expect(await teams().create(aTeam(tenant))).toBe('created');
    expect(await teams().find(tenant, 'C1')).toEqual(aTeam(tenant));
  });

  it('has saved the aggregate', async () => {
    await teams().create(aTeam(tenant));
    const next = changed(aTeam(tenant), { command: 'c2', what: 'changed', now: 0 });
    lossy.loseNext(1);
    await teams().save(next);
    expect(await teams().find(tenant, 'C1')).toEqual(next);
  });

  it('has saved it too when every response was lost and the caller tries again', async () => {
    await teams().create(aTeam(tenant));
    const next = changed(aTeam(tenant), { command: 'c2', what: 'changed', now: 0 });
    lossy.loseNext(2);
    await expect(teams().save(next)).rejects.toMatchObject({ name: 'PortError', fault: 'unreachable' });
    await teams().save(next);
    expect(await teams().find(tenant, 'C1')).toEqual(next);
  });

  it('has cleared the outbox', async () => {
    await teams().create(aTeam(tenant));
    lossy.loseNext(1);
    await teams().clearOutbox(aTeam(tenant), ['command-1.0', 'command-1.1']);
    expect((await teams().find(tenant, 'C1'))?.outbox).toEqual(aTeam(tenant).outbox.slice(2));
  });

  it('has stored the key', async () => {
    const key = new Uint8Array(32).fill(4);
    lossy.loseNext(1);
    expect(await vault().openKey(round, { head: aHead(), key, forgetAt: FORGET_AT })).toEqual(key);
  });

  it('has taken the answer', async () => {
    await vault().openSlots(round, ['slot-a'], FORGET_AT);
    lossy.loseNext(1);
    expect(await vault().answer(round, 'slot-a', anAnswer())).toBe('taken');
  });

  it('has taken the answer also when the slot was sealed before it was repeated', async () => {
    await vault().openSlots(round, ['slot-a'], FORGET_AT);
    lossy.loseNext(2);
    await expect(vault().answer(round, 'slot-a', anAnswer())).rejects.toMatchObject({ fault: 'unreachable' });
    await vault().seal(round);
    expect(await vault().answer(round, 'slot-a', anAnswer())).toBe('taken');
  });

  it('has claimed the delivery', async () => {
    lossy.loseNext(1);
    const claimed = { outcome: 'claimed', delivery: { attempts: 0, doubtful: false } };
    expect(await deliveries().claim(ask(), lease)).toEqual(claimed);
    expect(await deliveries().claim(ask(), lease)).toEqual({ outcome: 'busy' });
  });

  it('has claimed the delivery of somebody who died', async () => {
    await deliveries().claim(ask(), lease);
    const later = { ...lease, now: 300_000, leaseUntil: 600_000 };
    const { vault: table } = tables();
    const losesAfterReading: DynamoTable = {
      ...table,
      get: async (key, read) => {
        const item = await table.get(key, read);
        lossy.loseNext(1);
        return item;
      },
    };
    const unlucky = makeDynamoDeliveries({
      table: losesAfterReading,
      rowOf: askDeliveryRow,
      ids: makeSystemIds(),
    });
    const claim = await unlucky.claim(ask(), later);
    lossy.loseNext(0);
    expect(claim).toEqual({ outcome: 'claimed', delivery: { attempts: 1, doubtful: true } });
  });

  it('has given back one attempt, not two', async () => {
    await deliveries().claim(ask(), lease);
    await deliveries().release(ask(), true);
    await deliveries().claim(ask(), lease);
    lossy.loseNext(1);
    await deliveries().release(ask(), false);
    expect(await deliveries().claim(ask(), lease)).toMatchObject({ delivery: { attempts: 1 } });
  });

  it('has joined the person to the team', async () => {
    const people = makeDynamoPeople(tables().state);
    await people.remember([aProfile(tenant, 'ANA')]);
    lossy.loseNext(1);
    expect(await people.join(personOf(tenant, 'ANA'), 'C1')).toBe('joined');
  });
});
