import { beforeAll, describe, expect, it } from '@jest/globals';
import { makeDynamoPeople } from '../../adapters/dynamodb/people.ts';
import { makeDynamoTeamRepository } from '../../adapters/dynamodb/team-repository.ts';
import { makeDynamoVault } from '../../adapters/dynamodb/vault.ts';
import type { TenantRef } from '../../src/chat/identity.ts';
import type { Team } from '../../src/team/team.ts';
import { changed } from '../../src/work/aggregate.ts';
import { aHead, aProfile, aTeam, aTenant, anAnswer, messagesOf } from '../contract/samples.ts';
import { meterCapacity } from '../support/capacity-meter.ts';
import type { Capacity } from '../support/capacity-meter.ts';
import { useTables } from '../support/dynamo-tables.ts';
import { startDynamoDbLocal } from './dynamodb-local.ts';

const tables = useTables(startDynamoDbLocal);
const FORGET_AT = 1_701_204_800_000;

/** What AWS would bill. dynalite does not count index writes, so these budgets are tested here alone (R12). */
describe('the units that are billed', () => {
  let used: () => Capacity;

  beforeAll(() => {
    used = meterCapacity(tables().client);
  });

  const unitsOf = async (act: () => Promise<unknown>): Promise<Capacity> => {
    used();
    await act();
    return used();
  };

  const openRound = async (tenant: TenantRef) => {
    const vault = makeDynamoVault(tables().vault);
    const round = { tenant, round: 'C1-3' };
    await vault.openKey(round, { head: aHead(), key: new Uint8Array(32), forgetAt: FORGET_AT });
    await vault.openSlots(round, ['slot-a'], FORGET_AT);
    return { vault, round };
  };

  it('are one to answer without a text, also a second time', async () => {
    const { vault, round } = await openRound(aTenant());
    const marks = { help: 4, tools: 2 } as const;
    expect(await unitsOf(() => vault.answer(round, 'slot-a', { marks }))).toEqual({ table: 1, index: 0 });
    expect(await unitsOf(() => vault.answer(round, 'slot-a', { marks }))).toEqual({ table: 1, index: 0 });
  });

  it('are two to answer with the longest comment', async () => {
    const { vault, round } = await openRound(aTenant());
    const answer = anAnswer({ comment: 'ü'.repeat(500) });
    expect(await unitsOf(() => vault.answer(round, 'slot-a', answer))).toEqual({ table: 2, index: 0 });
  });

  it('are at most one of each to open the form', async () => {
    const { vault, round } = await openRound(aTenant());
    expect(await unitsOf(() => vault.head(round))).toEqual({ table: 1, index: 0 });
    expect(await unitsOf(() => vault.read(round, 'slot-a'))).toEqual({ table: 1, index: 0 });
  });

  it('are at most two for each KB and four for indexes to change an aggregate and clear its outbox', async () => {
    const tenant = aTenant();
    const teams = makeDynamoTeamRepository(tables().state);
    const padding = Array.from({ length: 60 }, (_, index) => ({
      command: `command-${index}`,
      what: 'x'.repeat(40),
    }));
    const team: Team = aTeam(tenant, { history: padding, outbox: [], redriveAt: undefined });
    await teams.create(team);
    const next = changed(team, { command: 'c2', what: 'changed', now: 5, messages: messagesOf(tenant) });
    const saved = await unitsOf(() => teams.save(next));
    const cleared = await unitsOf(() =>
      teams.clearOutbox(
        next,
        next.outbox.map(({ id }) => id),
      ),
    );
    const kilobytes = Math.ceil(JSON.stringify(next).length / 1024);
    expect(kilobytes).toBeGreaterThanOrEqual(5);
    expect(saved.table + cleared.table).toBeLessThanOrEqual(2 * kilobytes);
    expect(saved.index + cleared.index).toBeLessThanOrEqual(4);
  });

  it('are none for the owner index after a row was made', async () => {
    const tenant = aTenant();
    const people = makeDynamoPeople(tables().state);
    expect(await unitsOf(() => people.remember([aProfile(tenant, 'ANA')]))).toMatchObject({ index: 1 });
    const moved = aProfile(tenant, 'ANA', { zone: 'Europe/Lisbon' });
    expect(await unitsOf(() => people.remember([moved]))).toMatchObject({ index: 0 });
    expect(await unitsOf(() => people.join(moved.person, 'C1'))).toEqual({ table: 1, index: 0 });
  });
});
