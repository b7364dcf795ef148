import { beforeEach, describe, expect, it } from '@jest/globals';
import type { TenantRef } from '../../src/chat/identity.ts';
import { anErasure } from '../../src/mine/erasure.ts';
import type { Erasure } from '../../src/mine/erasure.ts';
import type { AggregateRepository } from '../../src/ports/aggregate-repository.ts';
import type { Channels } from '../../src/ports/channels.ts';
import type { Comments } from '../../src/ports/comments.ts';
import type { Deliveries } from '../../src/ports/deliveries.ts';
import type { Holdings } from '../../src/ports/holdings.ts';
import type { People } from '../../src/ports/people.ts';
import type { Tenants } from '../../src/ports/tenants.ts';
import type { Vault } from '../../src/ports/vault.ts';
import type { AskBatch } from '../../src/pulse/asks/ask-batch.ts';
import type { Round } from '../../src/pulse/round.ts';
import { aRemoval, REMOVAL_ID } from '../../src/retention/removal.ts';
import type { Removal } from '../../src/retention/removal.ts';
import type { Team } from '../../src/team/team.ts';
import { aHead, anAnswer, anAskBatch, aProfile, aRound, aTeam, aTenant, personOf } from './samples.ts';

export interface HoldingsSubject {
  readonly holdings: Holdings;
  readonly teams: AggregateRepository<Team>;
  readonly rounds: AggregateRepository<Round>;
  readonly batches: AggregateRepository<AskBatch>;
  readonly erasures: AggregateRepository<Erasure>;
  readonly removals: AggregateRepository<Removal>;
  readonly people: People;
  readonly channels: Channels;
  readonly comments: Comments;
  readonly deliveries: Deliveries;
  readonly tenants: Tenants;
  readonly vault: Vault;
}

/** Later than any test. */
const FORGET = 8_000_000_000_000;
const NOW = 1_700_000_000_000;
const lease = { now: NOW, leaseUntil: NOW + 400_000, forgetAt: NOW + 1_000_000_000 } as const;
const ROUND = 'C1-3';

export const holdingsContract = (implementation: string, setUp: () => HoldingsSubject): void => {
  describe(`holdings: ${implementation}`, () => {
    let subject: HoldingsSubject;
    let tenant: TenantRef;
    let other: TenantRef;

    const deliver = (of: TenantRef, key: string) =>
      subject.deliveries.claim({ tenant: of, aggregate: ROUND, key }, lease);

    const fill = async (of: TenantRef): Promise<void> => {
      const ref = { tenant: of, round: ROUND };
      await subject.people.remember([aProfile(of, 'ANA')]);
      await subject.teams.create(aTeam(of));
      await subject.batches.create(anAskBatch(of));
      await subject.vault.openKey(ref, { head: aHead(), key: new Uint8Array(32), forgetAt: NOW });
      await subject.vault.openSlots(ref, ['slot-a'], NOW);
      await subject.vault.answer(ref, 'slot-a', anAnswer());
      await subject.rounds.create(aRound(of));
      await subject.comments.put(ref, 0, [{ id: 'c1', text: 'eins' }], FORGET);
      await subject.channels.claim(`${of}:C1`, { team: 'C1', command: 'c', since: NOW });
      await subject.erasures.create(anErasure(of, personOf(of, 'CEM'), { state: 'planned', due: NOW }));
      await deliver(of, 'result/C1-3');
    };

    const left = async (of: TenantRef): Promise<readonly unknown[]> => {
      const ref = { tenant: of, round: ROUND };
      const delivered = await subject.deliveries.claim(
        { ...ref, aggregate: ROUND, key: 'result/C1-3' },
        lease,
      );
      const found = [
        await subject.people.find(personOf(of, 'ANA')),
        await subject.teams.find(of, 'C1'),
        await subject.rounds.find(of, ROUND),
        await subject.batches.find(of, 'C1-3.0'),
        await subject.erasures.find(of, 'CEM'),
        await subject.comments.page(ref, 0),
        await subject.channels.find(`${of}:C1`),
        await subject.vault.head(ref),
        (await subject.vault.slots(ref)).slots[0],
        delivered.outcome === 'claimed' ? undefined : delivered.outcome,
      ];
      return found.filter((one) => one !== undefined);
    };

    const removeAll = async (): Promise<void> => {
      while ((await subject.holdings.removePage(tenant)) === 'more');
    };

    beforeEach(() => {
      subject = setUp();
      tenant = aTenant();
      other = aTenant();
    });

    it('removes everything of a tenant, and nothing of another', async () => {
      await fill(tenant);
      await fill(other);
      const before = await left(other);
      await removeAll();
      expect(await left(tenant)).toEqual([]);
      expect(await left(other)).toEqual(before);
      expect(before).toHaveLength(10);
    });

    it('leaves the removal and that the tenant is removed', async () => {
      await subject.tenants.removed(tenant, NOW);
      await subject.removals.create(aRemoval(tenant, NOW, NOW));
      await fill(tenant);
      await removeAll();
      expect(await subject.holdings.removePage(tenant)).toBe('done');
      expect(await subject.removals.find(tenant, REMOVAL_ID)).toMatchObject({ since: NOW });
      expect(await subject.tenants.isActive(tenant)).toBe(false);
    });

    it('goes on where it stopped until nothing is left', async () => {
      const many = Array.from({ length: 250 }, (_, index) => aProfile(tenant, `P${index}`));
      await subject.people.remember(many);
      await removeAll();
      expect(await subject.people.findMany(many.map(({ person }) => person))).toEqual([]);
    });

    it('drops the delivery records whose name holds a person, and no other', async () => {
      const keys = Array.from({ length: 120 }, (_, index) => `notice/C1/${index}`);
      const theirs = ['result/C1-3/lead/0/ANA', 'notice/C1/4/too-small/0/ANA'];
      for (const key of [...keys, ...theirs, 'result/C1-3/lead/1/ANABEL']) await deliver(tenant, key);
      await deliver(other, theirs[0] ?? '');
      const dropAll = async (): Promise<boolean> => {
        let met = false;
        let after: string | undefined;
        do {
          const page = await subject.holdings.dropDeliveriesTo(personOf(tenant, 'ANA'), after);
          met ||= page.met;
          after = page.next;
        } while (after !== undefined);
        return met;
      };
      expect(await dropAll()).toBe(true);
      expect(await dropAll()).toBe(false);
      for (const key of theirs) expect(await deliver(tenant, key)).toMatchObject({ outcome: 'claimed' });
      for (const key of [...keys, 'result/C1-3/lead/1/ANABEL']) {
        expect(await deliver(tenant, key)).toMatchObject({ outcome: 'busy' });
      }
      expect(await deliver(other, theirs[0] ?? '')).toMatchObject({ outcome: 'busy' });
    });
  });
};
