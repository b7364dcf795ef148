import { describe, expect, test } from '@jest/globals';
import { assert, property, subarray } from 'fast-check';
import { nobodyIn } from '../../../src/chat/identity.ts';
import { isNear } from '../../../src/pulse/roster/guard-roster.ts';
import { changesBetween } from '../../../src/pulse/roster/roster-difference.ts';
import { personRef, TENANT } from '../../support/builders.ts';

const NAMES = ['A', 'B', 'C', 'D', 'E', 'F', 'G'];
const rosterOf = (names: string) =>
  names.split('').map((name) => (name === '-' ? nobodyIn(TENANT) : personRef(name)));
const near = (before: string, now: string) => isNear(changesBetween(rosterOf(before), rosterOf(now)));

describe('two rosters', () => {
  test.each([
    ['ABCDE', 'ABCDE', false],
    ['ABCDE', 'ABCDEF', true],
    ['ABCDE', 'ABCDF', true],
    ['ABCDE', 'ABCDEFG', true],
    ['ABCDE', 'ABCFG', false],
    // Whoever was erased came back, or somebody else came: nobody can tell.
    ['ABCD-', 'ABCDE', true],
    ['ABC--', 'ABCDE', true],
    ['ABCD-', 'ABCD-', true],
    // Whoever it was, more than two others changed.
    ['ABCD-', 'ABEFG', false],
    ['-----', 'ABCDE', true],
  ])('%s and %s: may be near, %s', (before, now, expected) => {
    expect(near(before, now)).toBe(expected);
    expect(near(now, before)).toBe(expected);
  });

  const subset = subarray(NAMES, { minLength: 1 });

  test('are held near whenever they were before somebody was erased', () => {
    assert(
      property(subset, subset, subarray(NAMES), subarray(NAMES), (before, now, goneThen, goneNow) => {
        const erased = (names: readonly string[], gone: readonly string[]) =>
          names.map((name) => (gone.includes(name) ? '-' : name)).join('');
        const wasNear = near(before.join(''), now.join(''));
        const stillNear = near(erased(before, goneThen), erased(now, goneNow));
        expect(stillNear || !wasNear).toBe(true);
      }),
    );
  });
});
