import type { ConversationRef } from '../../chat/identity.ts';
import { isFullMember } from '../../people/person.ts';
import type { Person } from '../../people/person.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Calendar } from '../../ports/calendar.ts';
import type { Clock } from '../../ports/clock.ts';
import { assertNever } from '../../shared/errors.ts';
import { spread } from '../../shared/hash.ts';
import type { Result } from '../../shared/result.ts';
import { ok, refuse } from '../../shared/result.ts';
import { days } from '../../shared/time.ts';
import type { Instant } from '../../shared/time.ts';
import type { Dispatch } from '../../work/dispatch.ts';
import { withFreshState } from '../../work/with-fresh-state.ts';
import { leadsIt } from '../authority.ts';
import type { WayRefusal } from './course-refusals.ts';
import { nextDate } from '../schedule.ts';
import { settingOf } from '../settings/settings.ts';
import type { StandsIn } from '../membership/stands-in.ts';
import type { Changed, SettingName } from '../change/team-change.ts';
import { toldChange } from '../change/tell-change.ts';
import { channelsOf, openingOf } from '../team.ts';
import type { Team } from '../team.ts';
import { waysOf } from './way-on.ts';
import type { Way } from './way-on.ts';

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly standsIn: StandsIn;
  readonly dispatch: Dispatch;
  readonly calendar: Calendar;
  readonly clock: Clock;
}

interface Command {
  readonly person: Person;
  readonly team: string;
  /** Of the question that was asked; a newer one is not answered by an old button. */
  readonly number: number;
  readonly way: Way;
  /**
   * Where the button stood: a team that is too small has nobody yet, but whoever is in its channel. Absent in a dialog,
   * such as the question in the other language.
   */
  readonly from: ConversationRef | undefined;
}

const IDS = 2 ** 32;

type Course = { readonly team: Team; readonly what: readonly Changed[] };

/** Sets settings one after the other, and tells only what became different by it. */
const withSettings = (team: Team, wishes: readonly (readonly [SettingName, string])[]): Course => {
  let next = team;
  for (const [name, value] of wishes) next = settingOf(name).set(next, value);
  const what = wishes.flatMap(([setting]): readonly Changed[] => {
    const [from, to] = [settingOf(setting).of(team), settingOf(setting).of(next)];
    return from === to ? [] : [{ kind: 'setting', setting, from, to }];
  });
  return { team: next, what };
};

/** Ten days do not fit into a rhythm of one week. */
const longer = (team: Team): Course =>
  withSettings(team, [
    ['days', '10'],
    ['weeks', team.rhythm.weeks === 1 ? '2' : String(team.rhythm.weeks)],
  ]);

const taken = (team: Team, way: Way): Course => {
  switch (way) {
    case 'longer': {
      const course = longer(team);
      return course.what.length === 0 ? { team, what: [{ kind: 'kept' }] } : course;
    }
    case 'talk':
      return withSettings(team, [['way', 'talk']]);
    case 'pause':
      return { team: { ...team, state: 'paused', pausedUntil: undefined }, what: [{ kind: 'paused' }] };
    case 'keep':
      return { team, what: [{ kind: 'kept' }] };
    default:
      return assertNever(way);
  }
};

/** Whoever reads what was decided has a day until the next round. */
const AHEAD = days(1);

/** The planned date while it is ahead, else the next of the rhythm. */
const onward = (team: Team, now: Instant, calendar: Calendar): Team => {
  const opening = openingOf(team);
  const nextOpening =
    opening.instant > now ? opening : nextDate(opening, { from: now + AHEAD, now }, team, calendar);
  return { ...team, nextOpening };
};

/** The press of one person: of two at once storage must be able to tell whose was stored (R11). Names nobody. */
const changeId = ({ person, team, number, way }: Command): string =>
  `way/${team}-${number}/${spread(`${person.person}/${way}`, IDS)}`;

/**
 * Takes the way a team goes on after rounds below the gate, or where it is too few: any full member of the team or who
 * leads it may say; the first one decides, and the team is told by whom. Refuses everybody else, whoever comes later, and
 * an old question.
 */
export const makeChooseWay = ({ teams, standsIn, dispatch, calendar, clock }: Deps) => {
  /**
   * After rounds: who leads it, and who was asked. Only where it is too few for a round has nobody been asked yet, and
   * whoever is in its channel stands for the team; of a press in a dialog the platform says so. Never who was taken off.
   */
  const belongs = async (person: Person, team: Team, from: Command['from']): Promise<boolean> => {
    if (leadsIt(person, team)) return true;
    if (team.leftOut?.includes(person.person) === true) return false;
    if (person.team !== undefined || team.wayOn?.asked !== 'too-small') return person.team === team.id;
    return from === undefined ? standsIn(person, team) : channelsOf(team).includes(from);
  };

  const attempt = async (command: Command): Promise<Result<Team, WayRefusal>> => {
    const { person, team: id, number, way, from } = command;
    const team = await teams.find(person.tenant, id);
    if (team === undefined) return refuse({ code: 'way-over' });
    if (!isFullMember(person) || !(await belongs(person, team, from)))
      return refuse({ code: 'way-not-yours' });
    const { wayOn } = team;
    if (wayOn?.number !== number || !waysOf(wayOn).includes(way)) return refuse({ code: 'way-over' });
    if (wayOn.decided !== undefined) return refuse({ code: 'way-decided', ...wayOn.decided });
    // In a pause it is settled what comes after it; the pause itself goes on.
    if (team.state !== 'active' && team.state !== 'paused') return refuse({ code: 'way-over' });
    const by = person.person;
    const course = taken({ ...team, wayOn: { ...wayOn, decided: { way, by } } }, way);
    const now = clock.now();
    const change = { id: changeId(command), by, what: course.what, now };
    const told = toldChange(onward(course.team, now, calendar), change, calendar);
    await teams.save(told);
    return ok(told);
  };

  return async (command: Command): Promise<Result<Team, WayRefusal>> => {
    const chosen = await withFreshState(() => attempt(command));
    if (chosen.ok) await dispatch(teams, chosen.value);
    return chosen;
  };
};

export type ChooseWay = ReturnType<typeof makeChooseWay>;
