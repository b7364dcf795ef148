import type { FormValues } from '../../chat/form.ts';
import type { Person } from '../../people/person.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Calendar } from '../../ports/calendar.ts';
import type { Clock } from '../../ports/clock.ts';
import { daysUntil, readDate } from '../../shared/local-date.ts';
import type { LocalDate } from '../../shared/local-date.ts';
import type { Result } from '../../shared/result.ts';
import { ok, refuse } from '../../shared/result.ts';
import type { Dispatch } from '../../work/dispatch.ts';
import { withFreshState } from '../../work/with-fresh-state.ts';
import type { ChangeRefusal } from '../change/change-refusals.ts';
import type { ClosesAt } from './closes-at.ts';
import type { FindChangeable } from '../change/find-changeable.ts';
import { afterPause, replanned } from '../change/replan.ts';
import type { Changed } from '../change/team-change.ts';
import { comingOpening } from '../team-due.ts';
import { isKnown, isLogged, toldChange } from '../change/tell-change.ts';
import type { Team } from '../team.ts';

export const PAUSE_FIELD = 'until';

/** Longer than anybody plans for; a pause without an end needs no date. */
const LONGEST_DAYS = 366;

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly findChangeable: FindChangeable;
  readonly closesAt: ClosesAt;
  readonly dispatch: Dispatch;
  readonly calendar: Calendar;
  readonly clock: Clock;
}

interface Command {
  /** The form's; a button has none, and of two presses the second finds it done. */
  readonly nonce?: string | undefined;
  readonly person: Person;
  readonly team: string;
}

type Next = { readonly team: Team; readonly what: Changed } | undefined;

interface Step {
  readonly team: Team;
  readonly changed: boolean;
  /** Its channels read it. */
  readonly tells: boolean;
}

/** Saves what `next` makes of the team, and tells it; nothing where that is how it is already. */
const makeStep = (deps: Deps) => {
  const { teams, findChangeable, dispatch, calendar, clock } = deps;
  const attempt = async (
    { nonce, person, team: id }: Command,
    next: (team: Team) => Promise<Result<Next, ChangeRefusal>>,
  ): Promise<Result<Step, ChangeRefusal>> => {
    const found = await findChangeable(person, id);
    if (!found.ok) return found;
    const tells = isKnown(found.value);
    const as = (team: Team, changed: boolean) => ok({ team, changed, tells });
    if (nonce !== undefined && isLogged(found.value, nonce)) return as(found.value, true);
    const made = await next(found.value);
    if (!made.ok) return made;
    if (made.value === undefined) return as(found.value, false);
    const { team, what } = made.value;
    const pressed = `${what.kind}/${team.id}/${team.version}`;
    const told = toldChange(
      team,
      { id: nonce ?? pressed, by: person.person, what: [what], now: clock.now(), tells },
      calendar,
    );
    await teams.save(told);
    return as(told, true);
  };

  return async (
    command: Command,
    next: (team: Team) => Promise<Result<Next, ChangeRefusal>>,
  ): ReturnType<typeof attempt> => {
    const done = await withFreshState(() => attempt(command, next));
    if (done.ok) await dispatch(teams, done.value.team);
    return done;
  };
};

/** The last day of the pause; `open` where none was chosen. */
const readUntil = (values: FormValues, today: LocalDate): Result<LocalDate | 'open', ChangeRefusal> => {
  const typed = values[PAUSE_FIELD];
  if (typed === undefined || typed === '') return ok('open');
  const until = typeof typed === 'string' ? readDate(typed) : undefined;
  const ahead = until === undefined ? -1 : daysUntil(today, until);
  return until === undefined || ahead < 0 || ahead > LONGEST_DAYS ? refuse({ code: 'day-over' }) : ok(until);
};

/**
 * Lets a team rest: nothing opens up to and including a day, or until somebody goes on with it. An open round runs to its
 * end. Told to the team once; a pause that is that way already says nothing. Refused as {@link ChangeRefusal} says.
 */
export const makePauseTeam = (deps: Deps) => {
  const { closesAt, calendar, clock } = deps;
  const step = makeStep(deps);

  return (command: Command & { readonly values: FormValues }) =>
    step(command, async (team) => {
      if (team.state === 'settling') return refuse({ code: 'nothing-to-pause' });
      const now = clock.now();
      const until = readUntil(command.values, calendar.localOf(now, team.zone));
      if (!until.ok) return until;
      if (until.value === 'open') {
        const same = team.state === 'paused' && team.pausedUntil === undefined;
        const paused: Team = { ...team, state: 'paused', pausedUntil: undefined };
        return ok(same ? undefined : { team: paused, what: { kind: 'paused' } });
      }
      const day = until.value;
      if (
        team.state === 'paused' &&
        team.pausedUntil !== undefined &&
        daysUntil(team.pausedUntil, day) === 0
      ) {
        return ok(undefined);
      }
      const paused: Team = { ...team, state: 'paused', pausedUntil: day };
      const what = { kind: 'paused', until: day } as const;
      const planned = comingOpening(team);
      // What was planned for later stays.
      if (planned !== undefined && daysUntil(day, planned.local) > 0) return ok({ team: paused, what });
      const limits = { now, closesAt: await closesAt(team), notBefore: afterPause(paused) };
      return ok({ team: { ...paused, nextOpening: replanned(paused, limits, calendar) }, what });
    });
};

/** Goes on with a team that rests, from the first date that leaves people a day. Told once, like {@link makePauseTeam}. */
export const makeResumeTeam = (deps: Deps) => {
  const { closesAt, calendar, clock } = deps;
  const step = makeStep(deps);

  return (command: Command) =>
    step(command, async (team) => {
      if (team.state !== 'paused') return ok(undefined);
      const limits = { now: clock.now(), closesAt: await closesAt(team) };
      const active: Team = { ...team, state: 'active', pausedUntil: undefined };
      const nextOpening = replanned(active, limits, calendar);
      return ok({ team: { ...active, nextOpening }, what: { kind: 'resumed' } });
    });
};

/**
 * Ends a team for good: nothing opens any more, an open round runs to its end, and then everybody is free for other
 * teams. Results stay readable. Told to the team once.
 */
export const makeEndTeam = (deps: Deps) => {
  const { clock } = deps;
  const step = makeStep(deps);

  return (command: Command) =>
    step(command, async (team) => ok({ team: endedTeam(team, clock.now()), what: { kind: 'ended' } }));
};

/** Its people are freed at once, or as soon as the open round is over. */
const endedTeam = (team: Team, now: number): Team => ({
  ...team,
  state: 'ended',
  pausedUntil: undefined,
  waits: undefined,
  due: now,
});

export type PauseTeam = ReturnType<typeof makePauseTeam>;
export type ResumeTeam = ReturnType<typeof makeResumeTeam>;
export type EndTeam = ReturnType<typeof makeEndTeam>;
