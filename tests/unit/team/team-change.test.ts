import { describe, expect, test } from '@jest/globals';
import { LOG_KEPT, NAMED_MOST, SETTING_NAMES, logged } from '../../../src/team/change/team-change.ts';
import type { TeamChange } from '../../../src/team/change/team-change.ts';
import { personRef } from '../../support/builders.ts';

const change = (id: string, what: TeamChange['what'] = [{ kind: 'resumed' }]): TeamChange => ({
  id,
  by: personRef('LEAD'),
  on: { year: 2026, month: 12, day: 3 },
  what,
});

const many = (count: number, what?: TeamChange['what']): readonly TeamChange[] => {
  let log: readonly TeamChange[] = [];
  for (let index = 0; index < count; index += 1) log = logged(log, change(`${index}`, what));
  return log;
};

describe('the log of a team', () => {
  test('begins with its first change', () => {
    expect(logged(undefined, change('a'))).toEqual([change('a')]);
  });

  test('holds the same submission once', () => {
    expect(logged([change('a'), change('b')], change('a'))).toEqual([change('a'), change('b')]);
  });

  test('keeps the newest fifty', () => {
    const log = many(LOG_KEPT + 5);
    expect(log.map(({ id }) => id)).toEqual(Array.from({ length: LOG_KEPT }, (_, index) => `${index + 5}`));
  });

  test('stays small also where everything is changed each time', () => {
    const people = Array.from({ length: NAMED_MOST }, (_, index) => personRef(`PERSON${index}`));
    const log = many(LOG_KEPT, [
      ...SETTING_NAMES.map((setting) => ({ kind: 'setting' as const, setting, from: 'before', to: 'after' })),
      { kind: 'taken-off', people },
      { kind: 'put-back', people },
    ]);
    expect(JSON.stringify(log).length).toBeLessThanOrEqual(12_000);
    expect(log.at(-1)?.id).toBe(`${LOG_KEPT - 1}`);
  });
});
