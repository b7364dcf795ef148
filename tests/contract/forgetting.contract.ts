import { beforeEach, describe, expect, it } from '@jest/globals';
import { inTenant } from '../../src/chat/identity.ts';
import type { TenantRef } from '../../src/chat/identity.ts';
import type { AggregateRepository } from '../../src/ports/aggregate-repository.ts';
import type { Channels } from '../../src/ports/channels.ts';
import type { Comments } from '../../src/ports/comments.ts';
import type { Deliveries } from '../../src/ports/deliveries.ts';
import type { SeenEvents } from '../../src/ports/seen-events.ts';
import type { Round } from '../../src/pulse/round.ts';
import { changed } from '../../src/work/aggregate.ts';
import { aRound, aTenant } from './samples.ts';

export interface ForgettingSubject {
  readonly rounds: AggregateRepository<Round>;
  readonly channels: Channels;
  readonly comments: Comments;
  readonly deliveries: Deliveries;
  readonly seenEvents: SeenEvents;
  /** The present moment from now on. */
  readonly setNow: (now: number) => void;
}

const NOW = 1_700_000_000_000;
const FORGET = NOW + 1_000_000;

/** Storage drops what is past its time days later: no reading may show it until then (DESIGN 9). */
export const forgettingContract = (implementation: string, setUp: () => ForgettingSubject): void => {
  describe(`forgetting: ${implementation}`, () => {
    let subject: ForgettingSubject;
    let tenant: TenantRef;

    beforeEach(() => {
      subject = setUp();
      subject.setNow(NOW);
      tenant = aTenant();
    });

    it('finds an aggregate until its time, and not from then on', async () => {
      const { rounds, setNow } = subject;
      const round = aRound(tenant, { forgetAt: FORGET });
      await rounds.create(round);
      setNow(FORGET - 1_000);
      expect(await rounds.find(tenant, round.id)).toEqual(round);
      setNow(FORGET);
      expect(await rounds.find(tenant, round.id)).toBeUndefined();
      expect(await rounds.glance(tenant, round.id)).toBeUndefined();
    });

    it('changes nothing that is past its time', async () => {
      const { rounds, setNow } = subject;
      const round = aRound(tenant, { forgetAt: FORGET });
      await rounds.create(round);
      setNow(FORGET);
      const next = changed<Round>(
        { ...round, forgetAt: undefined },
        { command: 'command-2', what: 'x', now: NOW },
      );
      await expect(rounds.save(next)).rejects.toMatchObject({ fault: 'conflict' });
      await rounds.park(tenant, round.id, 'x');
      await rounds.clearOutbox(round, ['command-1.0']);
      expect(await rounds.find(tenant, round.id)).toBeUndefined();
    });

    it('creates another one in its place', async () => {
      const { rounds, setNow } = subject;
      const old = aRound(tenant, { forgetAt: FORGET });
      await rounds.create(old);
      const fresh = { ...old, forgetAt: FORGET * 2, history: [{ command: 'another', what: 'created' }] };
      expect(await rounds.create(fresh)).toBe('exists');
      setNow(FORGET);
      expect(await rounds.create(fresh)).toBe('created');
      expect(await rounds.find(tenant, old.id)).toEqual(fresh);
    });

    it('has no page of comments any more, and takes another', async () => {
      const { comments, setNow } = subject;
      const ref = { tenant, round: 'C1-3' };
      await comments.put(ref, 0, [{ id: 'one', text: 'eins' }], FORGET);
      setNow(FORGET);
      expect(await comments.page(ref, 0)).toBeUndefined();
      expect(await comments.hide(ref, 0, 'one')).toBe('not-found');
      await comments.put(ref, 0, [{ id: 'two', text: 'zwei' }], FORGET * 2);
      expect(await comments.page(ref, 0)).toEqual([{ id: 'two', text: 'zwei' }]);
    });

    it('knows no delivery any more, and exactly one of twenty may send it anew', async () => {
      const { deliveries, setNow } = subject;
      const ref = { tenant, aggregate: 'C1-3', key: 'result/C1-3' };
      await deliveries.claim(ref, { now: NOW, leaseUntil: NOW + 1, forgetAt: FORGET });
      await deliveries.settle(ref, { conversation: `${tenant}:C1`, message: '1' });
      setNow(FORGET);
      expect(await deliveries.posted(ref)).toBeUndefined();
      const lease = { now: FORGET, leaseUntil: FORGET + 400_000, forgetAt: FORGET * 2 };
      const claims = await Promise.all(Array.from({ length: 20 }, () => deliveries.claim(ref, lease)));
      expect(claims.filter(({ outcome }) => outcome !== 'busy')).toEqual([
        { outcome: 'claimed', delivery: { attempts: 0, doubtful: false } },
      ]);
    });

    it('knows no claim of a channel any more, and exactly one of twenty may have it', async () => {
      const { channels, setNow } = subject;
      const channel = inTenant(tenant, 'C1');
      const claim = { team: 'C1', command: 'founds C1', since: NOW };
      await channels.claim(channel, claim);
      await channels.expire(channel, claim, FORGET);
      setNow(FORGET - 1_000);
      expect(await channels.find(channel)).toEqual(claim);
      setNow(FORGET);
      expect(await channels.find(channel)).toBeUndefined();
      const others = Array.from({ length: 20 }, (_, index) => ({ ...claim, command: `founds ${index}` }));
      const got = await Promise.all(others.map((other) => channels.claim(channel, other)));
      expect(got.filter(Boolean)).toHaveLength(1);
      setNow(FORGET * 2);
      expect(await channels.find(channel)).toMatchObject({ team: 'C1' });
    });

    it('frees a channel for whoever wants it, however long ago it was claimed', async () => {
      const { channels, setNow } = subject;
      const channel = inTenant(tenant, 'C2');
      const claim = { team: 'C1', command: 'founds C1', since: NOW };
      await channels.claim(channel, claim);
      setNow(FORGET * 2);
      await channels.release(channel, claim);
      expect(await channels.find(channel)).toBeUndefined();
      expect(await channels.claim(channel, { ...claim, command: 'founds C2', team: 'C2' })).toBe(true);
      expect(await channels.find(channel)).toMatchObject({ team: 'C2' });
    });

    it('has not seen an event any more', async () => {
      const { seenEvents, setNow } = subject;
      await seenEvents.add(tenant, 'Ev1', FORGET);
      expect(await seenEvents.has(tenant, 'Ev1')).toBe(true);
      setNow(FORGET);
      expect(await seenEvents.has(tenant, 'Ev1')).toBe(false);
    });
  });
};
