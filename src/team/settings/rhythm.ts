import { text } from '../../chat/text.ts';
import { weekdayName } from '../../i18n/dates.ts';
import type { LocalTime } from '../../shared/local-date.ts';
import { OWN_TIME, TIMES, WEEKDAYS, WEEKS, timeValue } from '../set-up/read-team-form.ts';
import { ownMinute } from '../schedule.ts';
import type { Rhythm, Team } from '../team.ts';
import { oneOf } from './setting.ts';

const withRhythm = (team: Team, differing: Partial<Rhythm>): Team => ({
  ...team,
  rhythm: { ...team.rhythm, ...differing },
});

export const weeksSetting = oneOf({
  name: 'weeks',
  options: WEEKS.map(String),
  of: ({ rhythm }) => String(rhythm.weeks),
  set: (team, value) =>
    withRhythm(team, { weeks: WEEKS.find((weeks) => String(weeks) === value) ?? team.rhythm.weeks }),
  shown: (say, value) => {
    const weeks = WEEKS.find((known) => String(known) === value);
    return weeks === undefined ? [text(value)] : say(`rhythm.${weeks}`);
  },
});

export const weekdaySetting = oneOf({
  name: 'weekday',
  options: WEEKDAYS.map(String),
  of: ({ rhythm }) => String(rhythm.weekday),
  set: (team, value) =>
    withRhythm(team, { weekday: WEEKDAYS.find((day) => String(day) === value) ?? team.rhythm.weekday }),
  shown: (say, value) => say('setting.weekday-on', { day: weekdayName(Number(value), say.language) }),
});

const timeOf = (value: string, team: Team): LocalTime =>
  TIMES.find((time) => timeValue(time) === value) ?? { hour: 12, minute: ownMinute(team.id) };

export const timeSetting = oneOf({
  name: 'time',
  options: [OWN_TIME, ...TIMES.map(timeValue)],
  // A time that the menu does not have is the one that was left to us.
  of: ({ rhythm }) => TIMES.map(timeValue).find((value) => value === timeValue(rhythm)) ?? OWN_TIME,
  set: (team, value) => withRhythm(team, timeOf(value, team)),
  shown: (say, value) =>
    value === OWN_TIME ? say('setting.time-own') : say('setting.time-at', { time: value }),
});
