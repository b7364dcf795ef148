import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { readTeamForm, TIMES, timeValue } from '../../../src/team/read-team-form.ts';
import { personRef } from '../../support/builders.ts';
import { formValues } from '../../support/generators.ts';

const LEAD = personRef('LEAD');
const COMPLETE = { leads: [LEAD], weeks: '2', weekday: '4', time: 'own', language: 'de' };

describe('reading the set-up form', () => {
  test('takes one choice of every field', () => {
    expect(readTeamForm(COMPLETE)).toEqual({
      ok: true,
      value: { leads: [LEAD], weeks: 2, weekday: 4, language: 'de', time: undefined },
    });
    expect(readTeamForm({ ...COMPLETE, time: '08:30', language: 'en' })).toMatchObject({
      value: { time: { hour: 8, minute: 30 }, language: 'en' },
    });
  });

  test('offers every half hour of the day', () => {
    expect([
      TIMES.length,
      ...[0, 1, 32].map((index) => TIMES[index]).map((time) => time && timeValue(time)),
    ]).toEqual([33, '06:00', '06:30', '22:00']);
  });

  test.each([{ leads: [] }, { leads: ['Ben'] }, { leads: LEAD }])('refuses %p for a lead', (differing) => {
    expect(readTeamForm({ ...COMPLETE, ...differing })).toEqual({ ok: false, refusal: { code: 'no-lead' } });
  });

  test('refuses a form without leads', () => {
    const { leads: _, ...rest } = COMPLETE;
    expect(readTeamForm(rest)).toEqual({ ok: false, refusal: { code: 'no-lead' } });
  });

  test('takes a lead once, and five at most', () => {
    expect(readTeamForm({ ...COMPLETE, leads: [LEAD, personRef('B'), LEAD] })).toMatchObject({
      value: { leads: [LEAD, personRef('B')] },
    });
    const five = ['A', 'B', 'C', 'D', 'E'].map(personRef);
    expect(readTeamForm({ ...COMPLETE, leads: five }).ok).toBe(true);
    expect(readTeamForm({ ...COMPLETE, leads: [...five, LEAD] })).toEqual({
      ok: false,
      refusal: { code: 'choice-invalid', field: 'leads' },
    });
  });

  test.each([
    ['weeks', '3'],
    ['weeks', 2],
    ['weekday', '0'],
    ['weekday', '8'],
    ['language', 'fr'],
    ['time', '12:15'],
    ['time', '25:00'],
    ['time', ['own']],
  ])('refuses %s %p', (field, value) => {
    const values: Record<string, string | readonly string[]> = {
      ...COMPLETE,
      [field]: JSON.parse(JSON.stringify(value)),
    };
    expect(readTeamForm(values)).toEqual({ ok: false, refusal: { code: 'choice-invalid', field } });
  });

  test.each(['weeks', 'weekday', 'language', 'time'])('refuses a form without %s', (field) => {
    const rest = Object.fromEntries(Object.entries(COMPLETE).filter(([name]) => name !== field));
    expect(readTeamForm(rest)).toEqual({ ok: false, refusal: { code: 'choice-invalid', field } });
  });

  test('never throws, and lets nothing pass but its own options', () => {
    const values = formValues(Object.keys(COMPLETE), ['1', '2', '4', '7', 'own', '09:00', 'de', 'en', LEAD]);
    const withLeads = fc.tuple(
      values,
      fc.array(fc.constantFrom(LEAD, personRef('B'), 'x'), { maxLength: 4 }),
    );
    fc.assert(
      fc.property(withLeads, fc.boolean(), ([given, leads], complete) => {
        const read = readTeamForm({ ...(complete ? COMPLETE : {}), ...given, leads });
        const { value } = read.ok ? read : { value: { leads: [LEAD], weeks: 1, weekday: 1, language: 'de' } };
        expect([1, 2, 4]).toContain(value.weeks);
        expect([1, 2, 3, 4, 5, 6, 7]).toContain(value.weekday);
        expect(['de', 'en']).toContain(value.language);
        expect([LEAD, personRef('B')]).toEqual(expect.arrayContaining([...value.leads]));
        expect(value.leads.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});
