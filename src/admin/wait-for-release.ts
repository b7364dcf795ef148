import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Calendar } from '../ports/calendar.ts';
import type { Clock } from '../ports/clock.ts';
import type { People } from '../ports/people.ts';
import { openingAhead } from '../team/schedule.ts';
import { TEAMS_MOST } from '../team/leads/take-lead.ts';
import type { Team } from '../team/team.ts';
import { changed } from '../work/aggregate.ts';
import type { Dispatch } from '../work/dispatch.ts';
import type { IsReleased } from './is-released.ts';
import { newsForLeads } from './release-news.ts';

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly people: People;
  readonly isReleased: IsReleased;
  readonly dispatch: Dispatch;
  readonly calendar: Calendar;
  readonly clock: Clock;
}

/** Whether the team's next step would promise or ask something: only then a release is needed. */
export const needsRelease = ({ state, trial }: Pick<Team, 'state' | 'trial'>): boolean =>
  trial !== true && (state === 'settling' || state === 'active');

/**
 * What a team does whose time has come while the pulse is not released: nothing but tell its leads, once. It keeps a date
 * that is ahead and is looked at again then; a release that comes earlier wakes it (see tellTeams). Repeatable.
 */
export const makeWaitForRelease =
  ({ teams, people, isReleased, dispatch, calendar, clock }: Deps) =>
  async (team: Team): Promise<void> => {
    // Settling does the same once; whoever left the channel since is not made a lead again.
    if (team.nextOpening === undefined) {
      for (const lead of team.leads) await people.lead(lead, team.id, TEAMS_MOST);
    }
    const now = clock.now();
    /** The release came while this was written, and may have passed the team by. */
    const goOn = (waits: Team): Promise<void> => {
      const change = { command: `go-on/${team.id}/${waits.version}`, what: 'released', now };
      return teams.save(changed<Team>({ ...waits, waits: undefined, due: now, outbox: team.outbox }, change));
    };
    const zone = calendar.knows(team.zone) ? team.zone : 'UTC';
    const nextOpening = openingAhead(team.nextOpening, { ...team, zone }, now, calendar);
    const waiting: Team = { ...team, zone, nextOpening, due: nextOpening.instant, waits: true };
    const news = team.promised === true ? 'withdrawn' : 'waits';
    const next = changed(waiting, {
      command: `wait/${team.id}/${team.version}`,
      what: 'waits for a release',
      now,
      messages: team.waits === true ? [] : newsForLeads(team, news),
    });
    await teams.save(next);
    if (await isReleased(team.tenant)) return goOn(next);
    await dispatch(teams, next);
  };

export type WaitForRelease = ReturnType<typeof makeWaitForRelease>;
