import { describe, expect, test } from '@jest/globals';
import { waitAfter } from '../../../functions/faults.ts';
import { PortError } from '../../../src/shared/errors.ts';

const TRIES = [0, 1, 2, 3, 4, 5, 50];
const waits = (error: unknown): readonly number[] => TRIES.map((tries) => waitAfter(error, tries));

describe('the wait before the next try', () => {
  test.each([
    new PortError('unreachable', 'timeout'),
    new PortError('misconfigured', 'AccessDeniedException'),
    new PortError('refused', 'no'),
    new Error('a bug'),
    'thrown',
  ])('grows up to a quarter of an hour after %s', (error) => {
    expect(waits(error)).toEqual([4, 4, 16, 64, 256, 900, 900]);
  });

  test('is half a minute at most where somebody else is at it', () => {
    expect(waits(new PortError('conflict', 'lost'))).toEqual([4, 4, 16, 30, 30, 30, 30]);
  });

  test('is what the platform says, however often', () => {
    const limited = new PortError('rate-limited', 'ratelimited', { retryAfterSeconds: 1800 });
    expect(new Set(waits(limited))).toEqual(new Set([1800]));
  });
});
