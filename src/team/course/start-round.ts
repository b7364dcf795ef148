import type { IsReleased } from '../../admin/is-released.ts';
import { needsRelease } from '../../admin/wait-for-release.ts';
import type { Person } from '../../people/person.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Calendar } from '../../ports/calendar.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Queue } from '../../ports/queue.ts';
import { freeFrom } from '../../pulse/course/extend-round.ts';
import type { Round } from '../../pulse/round.ts';
import { isHoliday } from '../../shared/holidays.ts';
import type { Result } from '../../shared/result.ts';
import { ok, refuse } from '../../shared/result.ts';
import type { Instant } from '../../shared/time.ts';
import type { Dispatch } from '../../work/dispatch.ts';
import { withFreshState } from '../../work/with-fresh-state.ts';
import type { ChangeRefusal } from '../change/change-refusals.ts';
import type { CourseRefusal } from './course-refusals.ts';
import type { FindChangeable } from '../change/find-changeable.ts';
import { isDeciding } from '../team-due.ts';
import { isLogged, toldChange } from '../change/tell-change.ts';
import { openingOf } from '../team.ts';
import type { Team } from '../team.ts';

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly rounds: AggregateRepository<Round>;
  readonly findChangeable: FindChangeable;
  readonly isReleased: IsReleased;
  readonly queue: Queue;
  readonly dispatch: Dispatch;
  readonly calendar: Calendar;
  readonly clock: Clock;
}

type Refusal = ChangeRefusal | CourseRefusal;

/**
 * Until when nobody may be asked: the first date that was promised, and which stood there a day at least before it came,
 * whatever was skipped since. A team that talks asks nobody, so it has none.
 */
const promisedUntil = ({ way, promised, promisedFrom, currentRound, nextOpening }: Team): Instant => {
  if (way === 'talk') return 0;
  if (promised !== true) return Number.POSITIVE_INFINITY;
  return promisedFrom ?? (currentRound === undefined ? (nextOpening?.instant ?? 0) : 0);
};

/** Whether a round may be started at this moment; asked before the button and again at its press. */
export const makeMayStart =
  ({ rounds, findChangeable, isReleased, calendar, clock }: Omit<Deps, 'teams' | 'queue' | 'dispatch'>) =>
  async (person: Person, id: string): Promise<Result<Team, Refusal>> => {
    const found = await findChangeable(person, id);
    if (!found.ok) return found;
    const team = found.value;
    const { tenant, zone, currentRound, nextOpening } = team;
    if (needsRelease(team) && !(await isReleased(tenant))) return refuse({ code: 'not-released' });
    if (team.state === 'settling') return refuse({ code: 'team-settling' });
    if (team.state !== 'active' || nextOpening === undefined) return refuse({ code: 'nothing-planned' });
    const promised = promisedUntil(team);
    if (clock.now() < promised) {
      return refuse({ code: 'start-too-early', next: Math.min(promised, nextOpening.instant), zone });
    }
    const round = currentRound === undefined ? undefined : await rounds.find(tenant, currentRound);
    const free = round === undefined ? 0 : freeFrom(round);
    const now = clock.now();
    if (free > now) return refuse({ code: 'round-still-open', next: free, zone });
    return isHoliday(calendar.localOf(now, zone), team.land)
      ? refuse({ code: 'not-on-a-holiday' })
      : ok(team);
  };

/** Opens at this minute; the rhythm goes on from its own dates. Whoever starts a round has decided how to go on. */
const openingNow = (team: Team, by: Person, now: Instant, calendar: Calendar): Team => {
  const { number, local } = openingOf(team);
  const opens = calendar.localOf(now, team.zone);
  const { wayOn } = team;
  const decided =
    wayOn === undefined || !isDeciding(team)
      ? wayOn
      : { ...wayOn, decided: { way: 'keep' as const, by: by.person } };
  const instant = calendar.instantOf(opens, team.zone);
  return { ...team, wayOn: decided, nextOpening: { number, local, instant, opens } };
};

/** Of a round that somebody started: it is open, or its time has come. */
const isOnItsWay = (found: Result<Team, Refusal>, now: Instant): boolean =>
  found.ok ? openingOf(found.value).instant <= now : found.refusal.code === 'round-still-open';

/**
 * Starts the team's next round now, out of turn, and tells the team. Refuses while one is open or has just stayed open
 * longer, before the first promised date, without a release and on a public holiday. `number` is that of the round that
 * was to be started: pressed twice, or by two leads, one round opens.
 */
export const makeStartRound = (deps: Deps) => {
  const { teams, queue, dispatch, calendar, clock } = deps;
  const mayStart = makeMayStart(deps);

  const attempt = async (person: Person, id: string, number: number): Promise<Result<Team, Refusal>> => {
    const first = `start/${id}-${number}`;
    const stored = await teams.find(person.tenant, id);
    const found = await mayStart(person, id);
    const now = clock.now();
    const pressed = stored !== undefined && isLogged(stored, first);
    if (pressed && isOnItsWay(found, now)) return ok(stored);
    if (!found.ok) return found;
    if (openingOf(found.value).number !== number) return refuse({ code: 'nothing-planned' });
    // Its date was moved after somebody had started it: this is another start.
    const change = pressed ? `${first}/${found.value.version}` : first;
    const what = [{ kind: 'started' as const }];
    const opening = openingNow(found.value, person, now, calendar);
    const told = toldChange(opening, { id: change, by: person.person, what, now }, calendar);
    await teams.save(told);
    return ok(told);
  };

  return async (command: {
    readonly person: Person;
    readonly team: string;
    readonly number: number;
  }): Promise<Result<Team, Refusal>> => {
    const done = await withFreshState(() => attempt(command.person, command.team, command.number));
    if (!done.ok) return done;
    const { tenant, id } = done.value;
    await dispatch(teams, done.value);
    await queue.enqueueJobs([{ kind: 'team', tenant, id, due: clock.now() }]);
    return done;
  };
};
