import { describe, expect, test } from '@jest/globals';
import { dateText, moment, weekdayName } from '../../../src/i18n/dates.ts';
import type { Language } from '../../../src/i18n/language.ts';
import type { TimeStyle } from '../../../src/chat/text.ts';
import { utc } from '../../support/builders.ts';

const NOON = utc('2026-12-03T11:00:00Z');

describe('a date', () => {
  test.each<[Language, TimeStyle, string]>([
    ['de', 'date', 'Do, 3.12.'],
    ['de', 'time', '12:00'],
    ['de', 'date-time', 'Do, 3.12., 12:00'],
    ['en', 'date', 'Thu 3 Dec'],
    ['en', 'time', '12:00'],
    ['en', 'date-time', 'Thu 3 Dec, 12:00'],
  ])('in %s as %s is %p', (language, style, expected) => {
    expect(dateText(NOON, 'Europe/Berlin', language, style)).toBe(expected);
  });

  test('is the one of the zone', () => {
    const night = utc('2026-12-03T23:30:00Z');
    expect(dateText(night, 'Europe/Berlin', 'de', 'date-time')).toBe('Fr, 4.12., 00:30');
    expect(dateText(night, 'America/New_York', 'en', 'date-time')).toBe('Thu 3 Dec, 18:30');
  });

  test('is Greenwich time, and says so, in a zone that this runtime does not know', () => {
    expect(dateText(NOON, 'Mars/Olympus', 'de', 'date-time')).toBe('Do, 3.12., 11:00 UTC');
    expect(dateText(NOON, 'Mars/Olympus', 'en', 'date-time')).toBe('Thu 3 Dec, 11:00 UTC');
  });

  test('in German drops the full stop of the weekday alone', () => {
    const week = [4, 5, 6, 7, 8, 9, 10].map((day) =>
      dateText(utc(`2027-01-${String(day).padStart(2, '0')}T12:00:00Z`), 'Europe/Berlin', 'de', 'date'),
    );
    expect(week).toEqual([
      'Mo, 4.1.',
      'Di, 5.1.',
      'Mi, 6.1.',
      'Do, 7.1.',
      'Fr, 8.1.',
      'Sa, 9.1.',
      'So, 10.1.',
    ]);
  });

  test('carries the instant, so that a chat can show the viewer’s own', () => {
    expect(moment(NOON, 'Europe/Berlin', 'de', 'date')).toEqual({
      kind: 'time',
      instant: NOON,
      style: 'date',
      fallback: 'Do, 3.12.',
    });
  });
});

describe('a weekday', () => {
  test('is named in both languages', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map((day) => weekdayName(day, 'de'))).toEqual([
      'Montag',
      'Dienstag',
      'Mittwoch',
      'Donnerstag',
      'Freitag',
      'Samstag',
      'Sonntag',
    ]);
    expect([1, 4, 7].map((day) => weekdayName(day, 'en'))).toEqual(['Monday', 'Thursday', 'Sunday']);
  });
});
