import type { FormValues } from '../../chat/form.ts';
import type { ConversationRef, PersonRef } from '../../chat/identity.ts';
import type { Language } from '../../i18n/language.ts';
import { LAENDER } from '../../shared/holidays.ts';
import type { Land } from '../../shared/holidays.ts';
import type { LocalTime, Weekday } from '../../shared/local-date.ts';
import type { Result } from '../../shared/result.ts';
import { ok, refuse } from '../../shared/result.ts';
import type { SetUpRefusal } from '../refusals.ts';
import type { Rhythm, Team } from '../team.ts';

export const TEAM_FIELDS = {
  leads: 'leads',
  channels: 'channels',
  weeks: 'weeks',
  weekday: 'weekday',
  time: 'time',
  language: 'language',
  asks: 'asks',
  land: 'land',
} as const;

export const WEEKS: readonly Rhythm['weeks'][] = [1, 2, 4];
export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
export const LANGUAGES: readonly Language[] = ['de', 'en'];
export const ASKS: readonly NonNullable<Team['asks']>[] = ['direct', 'channel'];
/** At most this many people lead one team: each gets messages of their own. */
export const LEADS_MOST = 5;
/** At most this many channels besides the one it is proposed in: each gets every post. */
export const CHANNELS_MOST = 4;

/** No public holidays are kept free. */
export const NO_LAND = 'none';

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
  /** Further channels, or the one it is proposed in once more. */
  readonly channels: readonly ConversationRef[];
  readonly weeks: Rhythm['weeks'];
  readonly weekday: Weekday;
  readonly language: Language;
  readonly asks: NonNullable<Team['asks']>;
  /** Whose public holidays are kept free, if any. */
  readonly land?: Land | undefined;
  /** Absent when it was left to us. */
  readonly time?: LocalTime | undefined;
}

/** Of a person or a channel: both look alike. */
const isRef = (value: string): value is PersonRef & ConversationRef =>
  /^(slack|msteams):[^:]+:[^:]+$/.test(value);

/** The people or channels of a field, each once. */
export const refsIn = (value: FormValues[string] | undefined): readonly (PersonRef & ConversationRef)[] => [
  ...new Set((Array.isArray(value) ? value : []).filter(isRef)),
];

const oneOf = <T extends string | number>(options: readonly T[], value: unknown): T | undefined =>
  options.find((option) => String(option) === value);

/** Reads the set-up form; refuses anything that is not one of its options. */
export const readTeamForm = (values: FormValues): Result<TeamForm, SetUpRefusal> => {
  const invalid = (field: string) => refuse({ code: 'choice-invalid' as const, field });
  const leads = refsIn(values[TEAM_FIELDS.leads]);
  const channels = refsIn(values[TEAM_FIELDS.channels]);
  const weeks = oneOf(WEEKS, values[TEAM_FIELDS.weeks]);
  const weekday = oneOf(WEEKDAYS, values[TEAM_FIELDS.weekday]);
  const language = oneOf(LANGUAGES, values[TEAM_FIELDS.language]);
  const asks = oneOf(ASKS, values[TEAM_FIELDS.asks]);
  const region = values[TEAM_FIELDS.land] ?? NO_LAND;
  const land = oneOf(LAENDER, region);
  const typed = values[TEAM_FIELDS.time];
  const time = TIMES.find((option) => timeValue(option) === typed);
  if (leads.length === 0) return refuse({ code: 'no-lead' });
  if (leads.length > LEADS_MOST) return invalid(TEAM_FIELDS.leads);
  if (channels.length > CHANNELS_MOST) return invalid(TEAM_FIELDS.channels);
  if (weeks === undefined) return invalid(TEAM_FIELDS.weeks);
  if (weekday === undefined) return invalid(TEAM_FIELDS.weekday);
  if (time === undefined && typed !== OWN_TIME) return invalid(TEAM_FIELDS.time);
  if (language === undefined) return invalid(TEAM_FIELDS.language);
  if (asks === undefined) return invalid(TEAM_FIELDS.asks);
  if (land === undefined && region !== NO_LAND) return invalid(TEAM_FIELDS.land);
  return ok({ leads, channels, weeks, weekday, language, asks, time, ...(land && { land }) });
};

/** What {@link readTeamForm} reads back as the same form: how the preview carries it. */
export const teamFormValues = (form: TeamForm): FormValues => ({
  [TEAM_FIELDS.leads]: form.leads,
  ...(form.channels.length > 0 && { [TEAM_FIELDS.channels]: form.channels }),
  [TEAM_FIELDS.weeks]: String(form.weeks),
  [TEAM_FIELDS.weekday]: String(form.weekday),
  [TEAM_FIELDS.time]: form.time === undefined ? OWN_TIME : timeValue(form.time),
  [TEAM_FIELDS.language]: form.language,
  [TEAM_FIELDS.asks]: form.asks,
  [TEAM_FIELDS.land]: form.land ?? NO_LAND,
});
