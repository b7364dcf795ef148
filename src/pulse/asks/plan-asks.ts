import type { PersonRef } from '../../chat/identity.ts';
import type { Person } from '../../people/person.ts';
import type { Calendar } from '../../ports/calendar.ts';
import { isHoliday } from '../../shared/holidays.ts';
import type { Land } from '../../shared/holidays.ts';
import { nextOn, plusDays } from '../../shared/local-date.ts';
import type { Instant } from '../../shared/time.ts';
import { BATCH_MOST, lastAsk } from './ask-batch.ts';
import type { Round } from '../round.ts';

/** What of a person decides when they are asked. */
export type Planned = Pick<Person, 'person' | 'settings' | 'zone'>;

/** People who are asked at one instant: as many as one batch holds. */
export interface PlannedAsk {
  readonly instant: Instant;
  readonly people: readonly PersonRef[];
}

export interface AskPlan {
  readonly round: Pick<Round, 'opensAt' | 'closesAt'>;
  /** Whose public holidays are kept free. */
  readonly land: Land | undefined;
  readonly calendar: Calendar;
}

/**
 * When a person's own time comes in the round; undefined without one, without a zone, on a public holiday, and where it
 * does not come while they may be asked (R16).
 */
const ownInstant = ({ settings, zone }: Planned, plan: AskPlan): Instant | undefined => {
  const { round, land, calendar } = plan;
  const asks = settings?.asks;
  if (asks?.kind !== 'at' || zone === undefined || !calendar.knows(zone)) return undefined;
  const { weekday, hour, minute } = asks;
  const first = nextOn(calendar.localOf(round.opensAt, zone), weekday);
  // Where the round opens later on that very day, the next one counts.
  for (const date of [first, plusDays(first, 7)]) {
    const instant = calendar.instantOf({ ...date, hour, minute }, zone);
    if (instant < round.opensAt) continue;
    return instant > lastAsk(round) || isHoliday(date, land) ? undefined : instant;
  }
  return undefined;
};

/**
 * Lays a roster out by the instants at which its people are asked: at their own time, else when the round opens. Nobody
 * is left out: who wants no direct message is passed over when it is sent, so that the plan tells nothing of pauses.
 */
export const planAsks = (people: readonly Planned[], plan: AskPlan): readonly PlannedAsk[] => {
  const groups = new Map<Instant, PersonRef[]>();
  for (const person of people) {
    const instant = ownInstant(person, plan) ?? plan.round.opensAt;
    const group = groups.get(instant);
    if (group === undefined) groups.set(instant, [person.person]);
    else group.push(person.person);
  }
  return [...groups]
    .sort(([a], [b]) => a - b)
    .flatMap(([instant, group]) =>
      Array.from({ length: Math.ceil(group.length / BATCH_MOST) }, (_, page) => ({
        instant,
        people: group.sort().slice(page * BATCH_MOST, (page + 1) * BATCH_MOST),
      })),
    );
};
