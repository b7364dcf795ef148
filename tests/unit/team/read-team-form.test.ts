import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import {
  ASKS,
  CHANNELS_MOST,
  LANGUAGES,
  LEADS_MOST,
  readTeamForm,
  teamFormValues,
  TIMES,
  timeValue,
  WEEKDAYS,
  WEEKS,
} from '../../../src/team/set-up/read-team-form.ts';
import { personRef } from '../../support/builders.ts';
import { formValues } from '../../support/generators.ts';

const LEAD = personRef('LEAD');
const COMPLETE = { leads: [LEAD], weeks: '2', weekday: '4', time: 'own', language: 'de', asks: 'direct' };

describe('reading the set-up form', () => {
  test('takes one choice of every field', () => {
    expect(readTeamForm(COMPLETE)).toEqual({
      ok: true,
      value: {
        leads: [LEAD],
        channels: [],
        weeks: 2,
        weekday: 4,
        language: 'de',
        asks: 'direct',
        time: undefined,
      },
    });
    expect(readTeamForm({ ...COMPLETE, time: '08:30', language: 'en' })).toMatchObject({
      value: { time: { hour: 8, minute: 30 }, language: 'en' },
    });
  });

  test('keeps no public holidays free unless a Land is chosen, and takes no other', () => {
    expect(readTeamForm({ ...COMPLETE, land: 'none' })).toEqual(readTeamForm(COMPLETE));
    expect(readTeamForm({ ...COMPLETE, land: 'BY' })).toMatchObject({ value: { land: 'BY' } });
    for (const land of ['XX', '', 'by', ['BY']]) {
      expect(readTeamForm({ ...COMPLETE, land })).toEqual({
        ok: false,
        refusal: { code: 'choice-invalid', field: 'land' },
      });
    }
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
    ['asks', 'both'],
  ])('refuses %s %p', (field, value) => {
    const values: Record<string, string | readonly string[]> = {
      ...COMPLETE,
      [field]: JSON.parse(JSON.stringify(value)),
    };
    expect(readTeamForm(values)).toEqual({ ok: false, refusal: { code: 'choice-invalid', field } });
  });

  test.each(['weeks', 'weekday', 'language', 'time', 'asks'])('refuses a form without %s', (field) => {
    const rest = Object.fromEntries(Object.entries(COMPLETE).filter(([name]) => name !== field));
    expect(readTeamForm(rest)).toEqual({ ok: false, refusal: { code: 'choice-invalid', field } });
  });

  test('takes a channel once, and four at most', () => {
    const channels = ['C1', 'C2', 'C3', 'C4'].map(personRef);
    expect(readTeamForm({ ...COMPLETE, channels: [...channels, 'x', personRef('C1')] })).toMatchObject({
      value: { channels },
    });
    expect(readTeamForm({ ...COMPLETE, channels: [...channels, personRef('C5')] })).toEqual({
      ok: false,
      refusal: { code: 'choice-invalid', field: 'channels' },
    });
  });

  test('reads back what the preview carries, and the largest one fits a view', () => {
    const ids = fc.uniqueArray(fc.stringMatching(/^[A-Z0-9]{9,20}$/u).map(personRef), {
      minLength: 1,
      maxLength: Math.max(LEADS_MOST, CHANNELS_MOST),
    });
    const forms = fc.record({
      leads: ids.map((all) => all.slice(0, LEADS_MOST)),
      channels: fc.oneof(
        fc.constant([]),
        ids.map((all) => all.slice(0, CHANNELS_MOST)),
      ),
      weeks: fc.constantFrom(...WEEKS),
      weekday: fc.constantFrom(...WEEKDAYS),
      language: fc.constantFrom(...LANGUAGES),
      asks: fc.constantFrom(...ASKS),
      time: fc.option(fc.constantFrom(...TIMES), { nil: undefined }),
    });
    fc.assert(
      fc.property(forms, (form) => {
        const values = teamFormValues(form);
        expect(readTeamForm(values)).toEqual({ ok: true, value: form });
        expect(JSON.stringify(values).length).toBeLessThan(2_000);
      }),
    );
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
