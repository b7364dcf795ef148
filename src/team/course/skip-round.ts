import type { Person } from '../../people/person.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Calendar } from '../../ports/calendar.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Result } from '../../shared/result.ts';
import { ok, refuse } from '../../shared/result.ts';
import type { Dispatch } from '../../work/dispatch.ts';
import { withFreshState } from '../../work/with-fresh-state.ts';
import type { ChangeRefusal } from '../change/change-refusals.ts';
import type { CourseRefusal } from './course-refusals.ts';
import type { FindChangeable } from '../change/find-changeable.ts';
import { nextDate } from '../schedule.ts';
import { comingOpening } from '../team-due.ts';
import { isLogged, toldChange } from '../change/tell-change.ts';
import type { Opening, Team } from '../team.ts';

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly findChangeable: FindChangeable;
  readonly dispatch: Dispatch;
  readonly calendar: Calendar;
  readonly clock: Clock;
}

/** What is skipped, and what opens in its place. */
export interface Skipping {
  readonly team: Team;
  readonly skipped: Opening;
  readonly next: Opening;
}

/** What skipping would do now; refused for whoever may not change the team, and where nothing is planned. */
export const makePreviewSkip =
  ({ findChangeable, calendar, clock }: Omit<Deps, 'teams' | 'dispatch'>) =>
  async (person: Person, id: string): Promise<Result<Skipping, ChangeRefusal | CourseRefusal>> => {
    const found = await findChangeable(person, id);
    if (!found.ok) return found;
    const team = found.value;
    if (team.waits === true) return refuse({ code: 'not-released' });
    const skipped = comingOpening(team);
    const now = clock.now();
    // In a pause with an end nothing opens either.
    if (skipped === undefined || skipped.instant <= now || team.state !== 'active') {
      return refuse({ code: 'nothing-planned' });
    }
    return ok({ team, skipped, next: nextDate(skipped, { from: skipped.instant, now }, team, calendar) });
  };

/**
 * Passes the team's next round by and tells the team; the rhythm goes on as it was. `number` is that of the round which
 * was to be skipped: pressed twice, or by two leads, one round is skipped.
 */
export const makeSkipRound = (deps: Deps) => {
  const { teams, dispatch, calendar, clock } = deps;
  const preview = makePreviewSkip(deps);

  const attempt = async (
    person: Person,
    id: string,
    number: number,
  ): Promise<Result<Team, ChangeRefusal | CourseRefusal>> => {
    const found = await preview(person, id);
    const change = `skip/${id}-${number}`;
    if (found.ok && isLogged(found.value.team, change)) return ok(found.value.team);
    if (!found.ok) return found;
    const { team, skipped, next } = found.value;
    if (skipped.number !== number) return refuse({ code: 'nothing-planned' });
    const what = [{ kind: 'skipped' as const, date: skipped.instant }];
    const told = toldChange(
      { ...team, nextOpening: next },
      { id: change, by: person.person, what, now: clock.now() },
      calendar,
    );
    await teams.save(told);
    return ok(told);
  };

  return async (command: {
    readonly person: Person;
    readonly team: string;
    readonly number: number;
  }): Promise<Result<Team, ChangeRefusal | CourseRefusal>> => {
    const done = await withFreshState(() => attempt(command.person, command.team, command.number));
    if (done.ok) await dispatch(teams, done.value);
    return done;
  };
};
