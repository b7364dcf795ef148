import type { FormValues } from '../chat/form.ts';
import type { PersonRef } from '../chat/identity.ts';
import type { Language } from '../i18n/language.ts';
import type { LocalTime, Weekday } from '../shared/local-date.ts';
import type { Result } from '../shared/result.ts';
import { ok, refuse } from '../shared/result.ts';
import type { SetUpRefusal } from './refusals.ts';
import type { Rhythm } from './team.ts';

export const TEAM_FIELDS = {
  leads: 'leads',
  weeks: 'weeks',
  weekday: 'weekday',
  time: 'time',
  language: 'language',
} as const;

export const WEEKS: readonly Rhythm['weeks'][] = [1, 2, 4];
export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
export const LANGUAGES: readonly Language[] = ['de', 'en'];
/** At most this many people lead one team: each gets messages of their own. */
export const LEADS_MOST = 5;

/** Leaves the minute to us (rule R17). */
export const OWN_TIME = 'own';
/** Every half hour from 06:00 to 22:00; a chosen one is kept to the minute. */
export const TIMES: readonly LocalTime[] = Array.from({ length: 33 }, (_, index) => ({
  hour: 6 + Math.floor(index / 2),
  minute: (index % 2) * 30,
}));

export const timeValue = ({ hour, minute }: LocalTime): string =>
  `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;

export interface TeamForm {
  readonly leads: readonly PersonRef[];
  readonly weeks: Rhythm['weeks'];
  readonly weekday: Weekday;
  readonly language: Language;
  /** Absent when it was left to us. */
  readonly time?: LocalTime | undefined;
}

const isPersonRef = (value: string): value is PersonRef => /^(slack|msteams):[^:]+:[^:]+$/.test(value);

const oneOf = <T extends string | number>(options: readonly T[], value: unknown): T | undefined =>
  options.find((option) => String(option) === value);

/** Reads the set-up form; refuses anything that is not one of its options. */
export const readTeamForm = (values: FormValues): Result<TeamForm, SetUpRefusal> => {
  const named = values[TEAM_FIELDS.leads];
  const leads = [...new Set((Array.isArray(named) ? named : []).filter(isPersonRef))];
  const weeks = oneOf(WEEKS, values[TEAM_FIELDS.weeks]);
  const weekday = oneOf(WEEKDAYS, values[TEAM_FIELDS.weekday]);
  const language = oneOf(LANGUAGES, values[TEAM_FIELDS.language]);
  const typed = values[TEAM_FIELDS.time];
  const time = TIMES.find((option) => timeValue(option) === typed);
  if (leads.length === 0) return refuse({ code: 'no-lead' });
  if (leads.length > LEADS_MOST) return refuse({ code: 'choice-invalid', field: TEAM_FIELDS.leads });
  if (weeks === undefined) return refuse({ code: 'choice-invalid', field: TEAM_FIELDS.weeks });
  if (weekday === undefined) return refuse({ code: 'choice-invalid', field: TEAM_FIELDS.weekday });
  if (language === undefined) return refuse({ code: 'choice-invalid', field: TEAM_FIELDS.language });
  if (time === undefined && typed !== OWN_TIME)
    return refuse({ code: 'choice-invalid', field: TEAM_FIELDS.time });
  return ok({ leads, weeks, weekday, language, time });
};
