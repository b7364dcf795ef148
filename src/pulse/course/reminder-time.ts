import type { Calendar } from '../../ports/calendar.ts';
import { isHoliday } from '../../shared/holidays.ts';
import { daysSinceMonday, plusDays } from '../../shared/local-date.ts';
import type { LocalDate } from '../../shared/local-date.ts';
import { days, hours } from '../../shared/time.ts';
import type { Instant } from '../../shared/time.ts';
import type { Plan } from '../../team/schedule.ts';

const WORKING_DAYS = 2;

/** No reminder comes this soon after the opening. */
const AFTER_OPENING = days(1);

/** Nor this close to the end. */
const BEFORE_CLOSE = hours(3);

/** The last moment at which the channel may be reminded. */
export const lastReminder = ({ closesAt }: { readonly closesAt: Instant }): Instant =>
  closesAt - BEFORE_CLOSE;

const isWorkingDay = (date: LocalDate, { land }: Plan): boolean =>
  daysSinceMonday(date) < 5 && !isHoliday(date, land);

/**
 * When all are reminded: two working days before the close (Monday to Friday without public holidays) at the team's time
 * of day. Undefined for a round too short for that: less than a day after its opening nobody is reminded.
 */
export const reminderTime = (
  { opensAt, closesAt }: { readonly opensAt: Instant; readonly closesAt: Instant },
  plan: Plan,
  calendar: Calendar,
): Instant | undefined => {
  const { hour, minute } = plan.rhythm;
  let date: LocalDate = calendar.localOf(closesAt, plan.zone);
  for (let left = WORKING_DAYS; left > 0; ) {
    date = plusDays(date, -1);
    if (isWorkingDay(date, plan)) left -= 1;
  }
  const instant = calendar.instantOf({ ...date, hour, minute }, plan.zone);
  return instant < opensAt + AFTER_OPENING ? undefined : instant;
};
