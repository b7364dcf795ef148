import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { makeDynamoDeliveries } from '../../../adapters/dynamodb/deliveries.ts';
import { makeDynamoPeople } from '../../../adapters/dynamodb/people.ts';
import { deliveryRow } from '../../../adapters/dynamodb/table.ts';
import { makeDynamoTeamRepository } from '../../../adapters/dynamodb/team-repository.ts';
import { makeDynamoTenants } from '../../../adapters/dynamodb/tenants.ts';
import { makeDynamoVault } from '../../../adapters/dynamodb/vault.ts';
import { makeSystemIds } from '../../../adapters/system/ids.ts';
import type { TenantRef } from '../../../src/chat/identity.ts';
import { changed } from '../../../src/work/aggregate.ts';
import { aHead, aProfile, aTeam, aTenant, anAnswer } from '../../contract/samples.ts';
import { startDynalite } from '../../support/dynalite.ts';
import { useTables } from '../../support/dynamo-tables.ts';
import { makeLossy } from '../../support/lossy-client.ts';
import type { LossyClient } from '../../support/lossy-client.ts';

const tables = useTables(startDynalite);
const FORGET_AT = 1_701_204_800_000;

/** Each command is a round trip that somebody waits for, and money (R12). */
describe('the number of commands', () => {
  let lossy: LossyClient;
  let tenant: TenantRef;

  beforeAll(() => {
    lossy = makeLossy(tables().client);
  });
  beforeEach(() => {
    tenant = aTenant();
  });

  const commandsOf = async (act: () => Promise<unknown>): Promise<number> => {
    lossy.requests();
    await act();
    return lossy.requests();
  };

  it('is one to answer, and two to open the form', async () => {
    const vault = makeDynamoVault(tables().vault);
    const round = { tenant, round: 'C1-3' };
    await vault.openKey(round, { head: aHead(), key: new Uint8Array(32), forgetAt: FORGET_AT });
    await vault.openSlots(round, ['slot-a'], FORGET_AT);
    expect(await commandsOf(() => vault.answer(round, 'slot-a', anAnswer()))).toBe(1);
    const openForm = async () => [await vault.head(round), await vault.read(round, 'slot-a')];
    expect(await commandsOf(openForm)).toBe(2);
  });

  it('is one to read, to save and to clear an aggregate', async () => {
    const teams = makeDynamoTeamRepository(tables().state);
    const team = aTeam(tenant);
    expect(await commandsOf(() => teams.create(team))).toBe(1);
    expect(await commandsOf(() => teams.find(tenant, team.id))).toBe(1);
    const next = changed(team, { command: 'c2', what: 'changed', now: 0 });
    expect(await commandsOf(() => teams.save(next))).toBe(1);
    expect(
      await commandsOf(() =>
        teams.clearOutbox(
          next,
          next.outbox.map(({ id }) => id),
        ),
      ),
    ).toBe(1);
  });

  it('is one more to tell a lost race from a lost response', async () => {
    const teams = makeDynamoTeamRepository(tables().state);
    await teams.create(aTeam(tenant));
    await teams.save(changed(aTeam(tenant), { command: 'theirs', what: 'changed', now: 0 }));
    const ours = changed(aTeam(tenant), { command: 'ours', what: 'changed', now: 0 });
    expect(await commandsOf(() => teams.save(ours).catch(() => undefined))).toBe(2);
  });

  it('is one to claim a delivery and one to settle it', async () => {
    const deliveries = makeDynamoDeliveries({
      table: tables().state,
      rowOf: deliveryRow,
      ids: makeSystemIds(),
    });
    const ref = { tenant, aggregate: 'C1-3', key: 'result' };
    const lease = { now: 0, leaseUntil: 300_000, forgetAt: FORGET_AT };
    expect(await commandsOf(() => deliveries.claim(ref, lease))).toBe(1);
    const message = { conversation: `${tenant}:C1`, message: '1' } as const;
    expect(await commandsOf(() => deliveries.settle(ref, message))).toBe(1);
  });

  it('is one read for people who have not changed, and for an app that is in use', async () => {
    const people = makeDynamoPeople(tables().state);
    const profiles = Array.from({ length: 100 }, (_, index) => aProfile(tenant, `U${index}`));
    expect(await commandsOf(() => people.remember(profiles))).toBe(101);
    expect(await commandsOf(() => people.remember(profiles))).toBe(1);
    const tenants = makeDynamoTenants(tables().state);
    expect(await commandsOf(() => tenants.installed(tenant, 5))).toBe(1);
  });
});
