import type { Form, FormValues } from '../chat/form.ts';
import { label } from '../i18n/translate.ts';
import type { Voice } from '../i18n/translate.ts';
import { dateValue, daysUntil, readDate } from '../shared/local-date.ts';
import type { LocalDate } from '../shared/local-date.ts';
import type { Result } from '../shared/result.ts';
import { ok, refuse } from '../shared/result.ts';
import { dataSheetButton } from './data-sheet.ts';
import type { AdminRefusal } from './refusals.ts';
import type { Release } from './settings.ts';

export const RELEASE_FIELDS = { workflow: 'workflow', date: 'date', ground: 'ground' } as const;

const GROUND_MOST = 300;

/** The data sheet is one button away, and the ground is in the admin's own words. */
export const releaseForm = (say: Voice, today: LocalDate): Form => ({
  intent: { kind: 'release-pulse' },
  title: label(say('release.dialog')),
  intro: [
    { kind: 'paragraph', text: say('release.intro') },
    { kind: 'actions', buttons: [dataSheetButton(say)] },
  ],
  fields: [
    {
      kind: 'choice',
      shown: 'list',
      name: RELEASE_FIELDS.workflow,
      label: label(say('release.workflow')),
      options: [{ value: 'pulse', label: label(say('release.workflow-pulse')) }],
      value: 'pulse',
    },
    {
      kind: 'date',
      name: RELEASE_FIELDS.date,
      label: label(say('release.date')),
      value: dateValue(today),
    },
    {
      kind: 'text',
      name: RELEASE_FIELDS.ground,
      label: label(say('release.ground')),
      hint: label(say('release.ground-hint')),
      optional: false,
      multiline: true,
      maxLength: GROUND_MOST,
    },
  ],
  submit: label(say('button.release')),
  cancel: label(say('button.cancel')),
});

const textOf = (values: FormValues, field: string): string => {
  const value = values[field];
  return typeof value === 'string' ? value.trim() : '';
};

/** What was filled in; refused without a day, with one ahead, and without a ground. */
export const readRelease = (
  values: FormValues,
  today: LocalDate,
): Result<Pick<Release, 'on' | 'ground'>, AdminRefusal> => {
  const on = readDate(textOf(values, RELEASE_FIELDS.date));
  const ground = textOf(values, RELEASE_FIELDS.ground);
  if (on === undefined) return refuse({ code: 'release-date-missing' });
  if (daysUntil(today, on) > 0) return refuse({ code: 'release-date-ahead' });
  if (ground === '') return refuse({ code: 'release-ground-missing' });
  if (ground.length > GROUND_MOST) return refuse({ code: 'release-ground-too-long' });
  return ok({ on, ground });
};

/** Says what withdrawing does before it is done. */
export const withdrawForm = (say: Voice): Form => ({
  intent: { kind: 'withdraw-release' },
  title: label(say('release.dialog')),
  intro: [
    { kind: 'paragraph', text: say('withdraw.intro') },
    {
      kind: 'list',
      items: [say('withdraw.rounds'), say('withdraw.leads'), say('withdraw.stays')],
    },
  ],
  fields: [],
  submit: label(say('button.withdraw-release')),
  cancel: label(say('button.cancel')),
});
