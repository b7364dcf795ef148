import type { Person } from '../../people/person.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Calendar } from '../../ports/calendar.ts';
import type { Clock } from '../../ports/clock.ts';
import type { VaultSlots } from '../../ports/vault.ts';
import { isHoliday } from '../../shared/holidays.ts';
import type { Instant } from '../../shared/time.ts';
import type { Result } from '../../shared/result.ts';
import { ok, refuse } from '../../shared/result.ts';
import type { Team } from '../../team/team.ts';
import type { RoundHead } from '../answers/answer.ts';
import type { FindSlot } from '../answers/find-slot.ts';
import { laterAt, lookOf } from './look.ts';
import type { Look } from './look.ts';
import type { AnswerRefusal, LaterRefusal } from '../refusals.ts';

interface Deps {
  readonly findSlot: FindSlot;
  readonly vault: VaultSlots;
  readonly looks: AggregateRepository<Look>;
  readonly teams: AggregateRepository<Team>;
  readonly calendar: Calendar;
  readonly clock: Clock;
}

/**
 * Asks the person once more in about an hour, and answers with when. Who they are is marked in the vault alone; outside
 * it stands only that somebody is to be looked for. Pressed again it answers the same; refuses once that has happened,
 * when it is too late for it, when it could only come on a public holiday that their team keeps, when the round is closed, and
 * for anybody not on its roster or who has left the pulse.
 */
export const makeAskLater = ({ findSlot, vault, looks, teams, calendar, clock }: Deps) => {
  /** By the same clock as asks at a time of one's own. */
  const holidaysOf = async ({ tenant, zone }: Person, head: RoundHead) => {
    const team = await teams.glance(tenant, head.team);
    const own = zone !== undefined && calendar.knows(zone) ? zone : head.zone;
    return (at: Instant): boolean => isHoliday(calendar.localOf(at, own), team?.land);
  };

  return async (person: Person, round: string): Promise<Result<Instant, AnswerRefusal | LaterRefusal>> => {
    const found = await findSlot(person, round);
    if (!found.ok) return found;
    if (person.settings?.off === true) return refuse({ code: 'pulse-is-off' });
    const { ref, slot, head } = found.value;
    const now = clock.now();
    if (laterAt(now, head.closesAt) === undefined) return refuse({ code: 'too-late-for-later' });
    const at = laterAt(now, head.closesAt, await holidaysOf(person, head));
    if (at === undefined) return refuse({ code: 'later-on-a-holiday' });
    const marked = await vault.later(ref, slot, at);
    if (typeof marked === 'string') return refuse({ code: 'round-closed' });
    if (marked <= now) return refuse({ code: 'later-is-over' });
    // After the mark: without a look it is found by pressing again, since nothing was promised yet.
    await looks.create(lookOf(ref.tenant, round, marked));
    return ok(marked);
  };
};

export type AskLater = ReturnType<typeof makeAskLater>;
