import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Deliveries, DeliveryRef } from '../../src/ports/deliveries.ts';
import { aTenant } from './samples.ts';

const NOW = 1_700_000_000_000;
const LEASE_END = 1_700_000_400_000;
const lease = { now: NOW, leaseUntil: LEASE_END, forgetAt: 1_701_204_800_000 } as const;
const later = { ...lease, now: LEASE_END, leaseUntil: LEASE_END + 400_000 } as const;
const posted = { conversation: 'slack:T0:C1', message: '17.4' } as const;

export const deliveriesContract = (implementation: string, setUp: () => Deliveries): void => {
  describe(`deliveries: ${implementation}`, () => {
    let deliveries: Deliveries;
    let ref: DeliveryRef;

    beforeEach(() => {
      deliveries = setUp();
      ref = { tenant: aTenant(), aggregate: 'C1-3', key: 'result/C1-3' };
    });

    it('gives the right to send to the first who asks', async () => {
      expect(await deliveries.claim(ref, lease)).toEqual({
        outcome: 'claimed',
        delivery: { attempts: 0, doubtful: false },
      });
      expect(await deliveries.claim(ref, { ...lease, now: LEASE_END - 1 })).toEqual({ outcome: 'busy' });
      expect(await deliveries.posted(ref)).toBeUndefined();
    });

    it('gives it to exactly one of twenty at once', async () => {
      const claims = await Promise.all(Array.from({ length: 20 }, () => deliveries.claim(ref, lease)));
      const outcomes = claims.map(({ outcome }) => outcome).sort();
      expect(outcomes).toEqual([...Array.from({ length: 19 }, () => 'busy'), 'claimed']);
    });

    it('gives it to exactly one of twenty after the lease of one who died, who is told of the doubt', async () => {
      await deliveries.claim(ref, lease);
      const claims = await Promise.all(Array.from({ length: 20 }, () => deliveries.claim(ref, later)));
      expect(claims.filter(({ outcome }) => outcome !== 'busy')).toEqual([
        { outcome: 'claimed', delivery: { attempts: 1, doubtful: true } },
      ]);
    });

    it('says where it stands once it was posted, for good', async () => {
      await deliveries.claim(ref, lease);
      await deliveries.settle(ref, posted);
      await deliveries.settle(ref, posted);
      expect(await deliveries.claim(ref, later)).toEqual({ outcome: 'done', ref: posted });
      expect(await deliveries.posted(ref)).toEqual(posted);
    });

    it('can be claimed at once after it was not posted, with one attempt more', async () => {
      await deliveries.claim(ref, lease);
      await deliveries.release(ref, true);
      expect(await deliveries.claim(ref, lease)).toEqual({
        outcome: 'claimed',
        delivery: { attempts: 1, doubtful: false },
      });
    });

    it('counts no attempt when the platform only asked to wait', async () => {
      await deliveries.claim(ref, lease);
      await deliveries.release(ref, false);
      expect(await deliveries.claim(ref, lease)).toEqual({
        outcome: 'claimed',
        delivery: { attempts: 0, doubtful: false },
      });
    });

    it('gives back no attempt for a release that is repeated', async () => {
      await deliveries.claim(ref, lease);
      await deliveries.release(ref, true);
      await deliveries.release(ref, false);
      await deliveries.release(ref, false);
      expect(await deliveries.claim(ref, lease)).toMatchObject({ delivery: { attempts: 1 } });
    });

    it('stays doubtful until it is known to stand', async () => {
      await deliveries.claim(ref, lease);
      await deliveries.claim(ref, later);
      await deliveries.release(ref, false);
      expect(await deliveries.claim(ref, later)).toEqual({
        outcome: 'claimed',
        delivery: { attempts: 1, doubtful: true },
      });
    });

    it('is done without a place, and says why, once it was given up', async () => {
      await deliveries.claim(ref, lease);
      await deliveries.giveUp(ref, 'channel_not_found');
      await deliveries.giveUp(ref, 'channel_not_found');
      expect(await deliveries.claim(ref, later)).toEqual({
        outcome: 'done',
        ref: undefined,
        reason: 'channel_not_found',
      });
      expect(await deliveries.posted(ref)).toBeUndefined();
    });

    it('keeps keys, aggregates and tenants apart', async () => {
      await deliveries.claim(ref, lease);
      const others = [
        { ...ref, key: 'result/C1-3/lead/0' },
        { ...ref, aggregate: 'C1-4' },
        { ...ref, tenant: aTenant() },
      ];
      for (const other of others) {
        expect(await deliveries.claim(other, lease)).toMatchObject({ outcome: 'claimed' });
      }
    });

    it('makes no record of what nobody claimed', async () => {
      await deliveries.settle(ref, posted);
      await deliveries.release(ref, true);
      await deliveries.giveUp(ref, 'gone');
      expect(await deliveries.posted(ref)).toBeUndefined();
      expect(await deliveries.claim(ref, lease)).toMatchObject({
        delivery: { attempts: 0, doubtful: false },
      });
    });
  });
};
