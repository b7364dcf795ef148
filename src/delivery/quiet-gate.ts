import type { Calendar } from '../ports/calendar.ts';
import type { Clock } from '../ports/clock.ts';
import type { Quiet, QuietPlace } from '../ports/quiet.ts';
import { forgottenAt } from '../retention/retention.ts';
import { daysSinceMonday, plusDays } from '../shared/local-date.ts';
import type { LocalDate } from '../shared/local-date.ts';
import type { Instant, Zone } from '../shared/time.ts';
import { days } from '../shared/time.ts';
import type { Message } from './message.ts';
import { messageKey } from './message.ts';
import type { Reader } from './parcel.ts';
import { PLACES, QUIET } from './quiet-rules.ts';
import type { QuietRule } from './quiet-rules.ts';

interface Deps {
  readonly quiet: Quiet;
  readonly calendar: Calendar;
  readonly clock: Clock;
}

type CountedRule = Exclude<QuietRule, { readonly counts: 'nobody' }>;

const padded = (number: number): string => String(number).padStart(2, '0');

const dateName = ({ year, month, day }: LocalDate): string => `${year}-${padded(month)}-${padded(day)}`;

/** Later than the week ends in any zone, and the same for everybody: a row's end says nothing about its reader. */
const dayAfterWeekOf = ({ year, month, day }: LocalDate): Instant =>
  forgottenAt('quiet', Date.UTC(year, month - 1, day) + days(7));

/** The one gate before every post: at most so many unasked messages in a week, by the reader's own clock. */
export const makeQuietGate = ({ quiet, calendar, clock }: Deps) => {
  const mondayOf = (zone: Zone): LocalDate => {
    const today = calendar.localOf(clock.now(), calendar.knows(zone) ? zone : 'UTC');
    return plusDays(today, -daysSinceMonday(today));
  };

  const placeOf = (message: Message, reader: Reader, monday: LocalDate): QuietPlace => ({
    tenant: message.tenant,
    subject: reader.subject,
    week: dateName(monday),
    // One message is one place, also where it is posted in several channels of a team.
    key: messageKey(message),
  });

  /** The one place of a kind that comes once a week at most. */
  const onlyOf = (place: QuietPlace): QuietPlace => ({ ...place, week: `${place.week}.once` });

  /** How many places it may use. The last one of a person who is asked in a team is kept for their ask. */
  const limitOf = (kind: Message['kind'], rule: CountedRule, { asked }: Reader): number => {
    const keepsAsk = kind !== 'asks' && rule.counts === 'person' && asked === true;
    return PLACES[rule.counts] - (rule.weight === 'hint' || keepsAsk ? 1 : 0);
  };

  /** Whether it may be posted now. Repeatable: a message that was let in is let in again in the same week. */
  const enter = async (message: Message, reader: Reader): Promise<boolean> => {
    const rule: QuietRule = QUIET[message.kind];
    if (rule.counts === 'nobody' || reader.wanted === true) return true;
    const monday = mondayOf(reader.zone);
    const forgetAt = dayAfterWeekOf(monday);
    const limit = limitOf(message.kind, rule, reader);
    const place = placeOf(message, reader, monday);
    if (rule.once === true && (await quiet.take(onlyOf(place), { limit: 1, forgetAt })) === 'spent')
      return false;
    return (await quiet.take(place, { limit, forgetAt })) === 'granted';
  };

  /** It was let in, and the platform will never take it. */
  const leave = async (message: Message, reader: Reader): Promise<void> => {
    const rule: QuietRule = QUIET[message.kind];
    if (rule.counts === 'nobody' || reader.wanted === true) return;
    const place = placeOf(message, reader, mondayOf(reader.zone));
    await quiet.giveBack(place);
    if (rule.once === true) await quiet.giveBack(onlyOf(place));
  };

  return { enter, leave };
};

export type QuietGate = ReturnType<typeof makeQuietGate>;
