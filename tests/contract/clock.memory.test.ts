import { describe, expect, it } from '@jest/globals';
import { makeSettableClock } from '../../adapters/memory/clock.ts';
import { clockContract } from './clock.contract.ts';

clockContract('memory', () => makeSettableClock(1_700_000_000_000));

describe('the settable clock', () => {
  it('stands still until it is told the time', () => {
    const clock = makeSettableClock(1000);
    expect(clock.now()).toBe(1000);
    clock.advance(5);
    expect(clock.now()).toBe(1005);
    clock.set(42);
    expect(clock.now()).toBe(42);
  });
});
