import type { FormValues } from '../chat/form.ts';
import type { LocalTime } from '../shared/local-date.ts';
import type { Result } from '../shared/result.ts';
import { ok, refuse } from '../shared/result.ts';
import { LANGUAGES, WEEKDAYS, timeValue } from '../team/set-up/read-team-form.ts';
import type { OwnAsks, OwnSettings } from './own-settings.ts';
import type { OwnRefusal } from './refusals.ts';

export const OWN_FIELDS = { asks: 'asks', weekday: 'weekday', time: 'time', language: 'language' } as const;

/** As the team does it: no choice of one's own. */
export const LIKE_TEAM = 'team';

export const OWN_ASKS = [LIKE_TEAM, 'at', 'now', 'channel'] as const;

/** Every half hour of a day: people work nights as well. */
export const OWN_TIMES: readonly LocalTime[] = Array.from({ length: 48 }, (_, index) => ({
  hour: Math.floor(index / 2),
  minute: (index % 2) * 30,
}));

const missing = (values: FormValues): readonly string[] =>
  [OWN_FIELDS.weekday, OWN_FIELDS.time].filter((field) => values[field] === undefined);

/** The fixed day and time, which only *always* needs. */
const readAt = (values: FormValues): Result<OwnAsks, OwnRefusal> => {
  const fields = missing(values);
  if (fields.length > 0) return refuse({ code: 'time-missing', fields });
  const weekday = WEEKDAYS.find((day) => String(day) === values[OWN_FIELDS.weekday]);
  const time = OWN_TIMES.find((one) => timeValue(one) === values[OWN_FIELDS.time]);
  if (weekday === undefined) return refuse({ code: 'choice-invalid', field: OWN_FIELDS.weekday });
  if (time === undefined) return refuse({ code: 'choice-invalid', field: OWN_FIELDS.time });
  return ok({ kind: 'at', weekday, ...time });
};

const readAsks = (values: FormValues): Result<OwnAsks | undefined, OwnRefusal> => {
  const kind = OWN_ASKS.find((one) => one === values[OWN_FIELDS.asks]);
  if (kind === undefined) return refuse({ code: 'choice-invalid', field: OWN_FIELDS.asks });
  if (kind === 'at') return readAt(values);
  return ok(kind === LIKE_TEAM ? undefined : { kind });
};

/** Both settings of the form; `undefined` for what is left to the team. */
export type OwnTimes = Required<Pick<OwnSettings, 'asks' | 'language'>>;

/** Reads the form of one's own times; refuses anything that is not one of its options, and *always* without a time. */
export const readOwnTimes = (values: FormValues): Result<OwnTimes, OwnRefusal> => {
  const asks = readAsks(values);
  if (!asks.ok) return asks;
  const spoken = values[OWN_FIELDS.language];
  const language = LANGUAGES.find((one) => one === spoken);
  if (language === undefined && spoken !== LIKE_TEAM) {
    return refuse({ code: 'choice-invalid', field: OWN_FIELDS.language });
  }
  return ok({ asks: asks.value, language });
};
