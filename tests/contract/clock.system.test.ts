import { describe, expect, it } from '@jest/globals';
import { makeSystemClock } from '../../adapters/system/clock.ts';
import { clockContract } from './clock.contract.ts';

clockContract('system', makeSystemClock);

describe('the system clock', () => {
  it('tells the present', () => {
    const before = Date.now();
    const now = makeSystemClock().now();
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
  });
});
