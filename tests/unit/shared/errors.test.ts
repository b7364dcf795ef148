import { describe, expect, test } from '@jest/globals';
import { assertNever, InvariantError, PortError } from '../../../src/shared/errors.ts';
import type { PortFault } from '../../../src/shared/errors.ts';
import { days, hours, minutes, seconds } from '../../../src/shared/time.ts';

describe('a fault of the outside world', () => {
  test.each<[PortFault, boolean]>([
    ['conflict', true],
    ['rate-limited', true],
    ['unreachable', true],
    ['refused', false],
  ])('that is %s may be tried again: %p', (fault, retryable) => {
    expect(new PortError(fault, 'some_code').retryable).toBe(retryable);
  });

  test('keeps its cause, its reason and how long to wait', () => {
    const cause = new Error('socket');
    const error = new PortError('rate-limited', 'ratelimited', { cause, retryAfterSeconds: 30 });
    expect([error.cause, error.reason, error.retryAfterSeconds]).toEqual([cause, 'ratelimited', 30]);
    expect(new PortError('unreachable', 'timeout').retryAfterSeconds).toBe(0);
  });
});

describe('a case nobody thought of', () => {
  test('is a bug', () => {
    const unexpected: never[] = [];
    expect(() => unexpected.concat(JSON.parse('[{"kind":"new"}]')).map(assertNever)).toThrow(InvariantError);
  });
});

describe('spans of time', () => {
  test('are milliseconds', () => {
    expect([seconds(2), minutes(2), hours(2), days(2)]).toEqual([2000, 120_000, 7_200_000, 172_800_000]);
  });
});
