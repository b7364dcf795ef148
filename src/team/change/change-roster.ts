import type { FormValues } from '../../chat/form.ts';
import type { PersonRef } from '../../chat/identity.ts';
import type { Person } from '../../people/person.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Calendar } from '../../ports/calendar.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Result } from '../../shared/result.ts';
import { ok, refuse } from '../../shared/result.ts';
import type { Dispatch } from '../../work/dispatch.ts';
import { withFreshState } from '../../work/with-fresh-state.ts';
import { candidatesOf } from '../membership/candidates.ts';
import type { ChangeRefusal } from './change-refusals.ts';
import type { FindChangeable } from './find-changeable.ts';
import type { Present } from '../membership/present.ts';
import { refsIn } from '../set-up/read-team-form.ts';
import { NAMED_MOST } from './team-change.ts';
import type { Changed } from './team-change.ts';
import { isLogged, toldChange } from './tell-change.ts';
import type { Team } from '../team.ts';

export const ROSTER_FIELDS = { takeOff: 'take-off', putBack: 'put-back' } as const;

/** At most this many people are left out of a team (R13). */
const LEFT_OUT_MOST = 100;

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly findChangeable: FindChangeable;
  readonly present: Present;
  readonly dispatch: Dispatch;
  readonly calendar: Calendar;
  readonly clock: Clock;
}

/** Who would be asked at the next round, for whoever may change that. */
export interface RosterView {
  readonly team: Team;
  readonly people: readonly PersonRef[];
}

const viewOf = (team: Team, present: readonly Person[]): RosterView => ({
  team,
  people: candidatesOf(team, present)
    .map(({ person }) => person)
    .sort(),
});

/** The list as it is now; refused as {@link ChangeRefusal} says. */
export const makeReadRoster =
  ({ findChangeable, present }: Pick<Deps, 'findChangeable' | 'present'>) =>
  async (person: Person, id: string): Promise<Result<RosterView, ChangeRefusal>> => {
    const found = await findChangeable(person, id);
    if (!found.ok) return found;
    const here = await present(found.value);
    return here === undefined ? refuse({ code: 'channel-unreadable' }) : ok(viewOf(found.value, here));
  };

interface Wish {
  readonly off: readonly PersonRef[];
  readonly back: readonly PersonRef[];
}

const wishIn = (values: FormValues): Result<Wish, ChangeRefusal> => {
  const off = refsIn(values[ROSTER_FIELDS.takeOff]);
  const back = refsIn(values[ROSTER_FIELDS.putBack]);
  const tooMany = (field: string) => refuse({ code: 'too-many-people' as const, most: NAMED_MOST, field });
  if (off.length > NAMED_MOST) return tooMany(ROSTER_FIELDS.takeOff);
  return back.length > NAMED_MOST ? tooMany(ROSTER_FIELDS.putBack) : ok({ off, back });
};

const named = (kind: 'taken-off' | 'put-back', people: readonly PersonRef[]): readonly Changed[] =>
  people.length === 0 ? [] : [{ kind, people }];

/** Only people of the channels stand on the list, so only they can be taken off it; and only those come back. */
const decide = (
  { team, people }: RosterView,
  { off, back }: Wish,
): Result<{ readonly team: Team; readonly what: readonly Changed[] }, ChangeRefusal> => {
  const leftOut = team.leftOut ?? [];
  if (!off.every((person) => people.includes(person) || leftOut.includes(person))) {
    return refuse({ code: 'not-on-the-list' });
  }
  if (!back.every((person) => people.includes(person) || leftOut.includes(person))) {
    return refuse({ code: 'not-taken-off' });
  }
  const added = off.filter((person) => !leftOut.includes(person) && !back.includes(person));
  const returned = back.filter((person) => leftOut.includes(person) && !off.includes(person));
  const next = [...leftOut.filter((person) => !returned.includes(person)), ...added];
  if (next.length > LEFT_OUT_MOST) {
    return refuse({ code: 'too-many-people', most: LEFT_OUT_MOST, field: ROSTER_FIELDS.takeOff });
  }
  const what = [...named('taken-off', added), ...named('put-back', returned)];
  return ok({ team: { ...team, leftOut: next.length === 0 ? undefined : next }, what });
};

/**
 * Takes people off the list for the next round, or puts them back; an open round keeps everybody it has. The team is
 * told once; the same submission again, and one that changes nothing, does nothing. Two leads at once both count.
 * Answers the team, if anything changed.
 */
export const makeChangeRoster = (deps: Deps) => {
  const { teams, dispatch, calendar, clock } = deps;
  const readRoster = makeReadRoster(deps);

  const attempt = async (command: RosterCommand): Promise<Result<Team | undefined, ChangeRefusal>> => {
    const view = await readRoster(command.person, command.team);
    if (!view.ok) return view;
    if (isLogged(view.value.team, command.nonce)) return ok(view.value.team);
    const wish = wishIn(command.values);
    if (!wish.ok) return wish;
    const decided = decide(view.value, wish.value);
    if (!decided.ok) return decided;
    const { team, what } = decided.value;
    if (what.length === 0) return ok(undefined);
    const by = command.person.person;
    const told = toldChange(team, { id: command.nonce, by, what, now: clock.now() }, calendar);
    await teams.save(told);
    return ok(told);
  };

  return async (command: RosterCommand): Promise<Result<Team | undefined, ChangeRefusal>> => {
    const done = await withFreshState(() => attempt(command));
    if (done.ok && done.value !== undefined) await dispatch(teams, done.value);
    return done;
  };
};

interface RosterCommand {
  readonly nonce: string;
  readonly person: Person;
  readonly team: string;
  readonly values: FormValues;
}

export type ChangeRoster = ReturnType<typeof makeChangeRoster>;
