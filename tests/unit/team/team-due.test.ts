import { describe, expect, test } from '@jest/globals';
import { comingOpening, dueOf, isForecast } from '../../../src/team/team-due.ts';
import { OPENS, aTeam } from '../../support/builders.ts';

const DAY = 86_400_000;
const until = { year: 2026, month: 11, day: 30 };

describe('when a team is looked at next', () => {
  test('before its first round at the opening alone', () => {
    expect(dueOf(aTeam())).toBe(OPENS);
    expect(isForecast(aTeam(), OPENS - 1)).toBe(false);
  });

  test('later a day before, once', () => {
    const team = aTeam({ currentRound: 'C1-0' });
    expect(dueOf(team)).toBe(OPENS - DAY);
    expect(isForecast(team, OPENS - 1)).toBe(true);
    expect(isForecast(team, OPENS)).toBe(false);
    const looked = { ...team, proposedFor: 1 };
    expect(dueOf(looked)).toBe(OPENS);
    expect(isForecast(looked, OPENS - DAY)).toBe(false);
    expect(dueOf({ ...team, proposedFor: 0 })).toBe(OPENS - DAY);
  });

  test('never in a pause without an end, and after the end', () => {
    for (const state of ['paused', 'ended', 'proposed'] as const) {
      expect(dueOf(aTeam({ state }))).toBeUndefined();
      expect(comingOpening(aTeam({ state }))).toBeUndefined();
      expect(isForecast(aTeam({ state, currentRound: 'C1-0' }), OPENS - 1)).toBe(false);
    }
    expect(dueOf(aTeam({ state: 'paused', pausedUntil: until }))).toBe(OPENS);
  });
});
