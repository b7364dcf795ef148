import { describe, test, expect } from '@jest/globals';
import * as fc from 'fast-check';
import { makeSystemCalendar } from '../../../adapters/system/calendar.ts';
import { makeLightCalendar } from '../../../adapters/system/light-calendar.ts';

const workers = makeSystemCalendar();
const front = makeLightCalendar();

const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
const minute = fc.integer({ min: Date.UTC(2000, 0, 1) / 60_000, max: Date.UTC(2040, 0, 1) / 60_000 });

/** What the preview names as the first date is what the job plans later. */
describe('the calendar people wait for', () => {
  test('shows the same wall clocks as that of the workers', () => {
    fc.assert(
      fc.property(zone, minute, (name, at) => {
        expect(front.localOf(at * 60_000, name)).toEqual(workers.localOf(at * 60_000, name));
      }),
    );
  });

  test('finds the same moment for what a wall clock shows, skipped and repeated times included', () => {
    fc.assert(
      fc.property(zone, minute, (name, at) => {
        const wall = new Date(at * 60_000);
        const local = {
          year: wall.getUTCFullYear(),
          month: wall.getUTCMonth() + 1,
          day: wall.getUTCDate(),
          hour: wall.getUTCHours(),
          minute: wall.getUTCMinutes(),
        };
        expect(front.instantOf(local, name)).toBe(workers.instantOf(local, name));
      }),
    );
  });

  test('knows the same zones', () => {
    fc.assert(
      fc.property(fc.oneof(zone, fc.string()), (name) => {
        expect(front.knows(name)).toBe(workers.knows(name));
      }),
    );
  });
});
