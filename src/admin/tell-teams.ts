import type { Message } from '../delivery/message.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Calendar } from '../ports/calendar.ts';
import type { Clock } from '../ports/clock.ts';
import { endedUnread } from '../pulse/answers/own-round.ts';
import type { Round } from '../pulse/round.ts';
import { roundId } from '../pulse/round.ts';
import { firstOpening, openingAhead } from '../team/schedule.ts';
import { dueOf } from '../team/team-due.ts';
import type { Team } from '../team/team.ts';
import { changed } from '../work/aggregate.ts';
import type { Dispatch } from '../work/dispatch.ts';
import { newsForLeads } from './release-news.ts';
import type { Settings } from './settings.ts';
import { needsRelease } from './wait-for-release.ts';

interface Deps {
  readonly settings: AggregateRepository<Settings>;
  readonly teams: AggregateRepository<Team>;
  readonly rounds: AggregateRepository<Round>;
  readonly dispatch: Dispatch;
  readonly calendar: Calendar;
  readonly clock: Clock;
}

/** What one team does about the release as it is now. Each is repeatable. */
const makeTellTeam = ({ teams, rounds, dispatch, calendar, clock }: Deps) => {
  const store = async (team: Team, what: string, messages: readonly Message[]): Promise<void> => {
    const next = changed(team, {
      command: `${what}/${team.id}/${team.version}`,
      what,
      now: clock.now(),
      messages,
    });
    await teams.save(next);
    await dispatch(teams, next);
  };

  /** A team that settles does so at once, and its people can read the promise before the first round as ever. */
  const wake = async (team: Team): Promise<void> => {
    if (team.waits !== true) return;
    const now = clock.now();
    const { nextOpening } = team;
    const awake: Team = { ...team, waits: undefined };
    if (!needsRelease(team)) return store(awake, 'released', []);
    if (team.promised === true) {
      const planned = { ...awake, nextOpening: openingAhead(nextOpening, team, now, calendar) };
      return store({ ...planned, due: dueOf(planned) }, 'released again', newsForLeads(team, 'released'));
    }
    const first = { ...firstOpening(team, now, calendar), number: nextOpening?.number ?? 1 };
    return store({ ...awake, nextOpening: first, due: now }, 'released', []);
  };

  /** An open round ends at once and unread: nobody's words are used on a ground that is gone. */
  const endRound = async (team: Team, id: string | undefined): Promise<void> => {
    const round = id === undefined ? undefined : await rounds.find(team.tenant, id);
    const now = clock.now();
    if (round?.state !== 'open' || round.withheld === true) return;
    await rounds.save(endedUnread(round, { what: 'release withdrawn', now }));
  };

  const halt = async (team: Team): Promise<void> => {
    await endRound(team, team.currentRound);
    // One that was being opened when the release went, and of which its team does not know yet.
    if (team.nextOpening !== undefined) await endRound(team, roundId(team.id, team.nextOpening.number));
    if (team.waits === true || !needsRelease(team)) return;
    await store({ ...team, waits: true }, 'release withdrawn', newsForLeads(team, 'withdrawn'));
  };

  return { wake, halt };
};

/**
 * Carries a release, or its end, to every team of the tenant: waiting teams go on, others stop, their leads are told.
 * Goes by what the settings say now; page by page, so that a crash or a change in between goes on from there.
 */
export const makeTellTeams = (deps: Deps) => {
  const { settings, teams, clock } = deps;
  const tell = makeTellTeam(deps);

  const store = async (now: Settings, what: string): Promise<Settings> => {
    const command = `${what}/${now.version}`;
    const next = changed(now, { command, what, now: clock.now() });
    await settings.save(next);
    return next;
  };

  return async (found: Settings): Promise<void> => {
    let current = found;
    while (current.telling !== undefined) {
      const ids = await teams.ids(current.tenant, current.telling.after);
      for (const id of ids) {
        const team = await teams.find(current.tenant, id);
        if (team === undefined || team.trial === true) continue;
        await (current.releases.pulse === undefined ? tell.halt(team) : tell.wake(team));
      }
      const telling = ids.length === 0 ? undefined : { after: ids.at(-1) };
      current = await store({ ...current, telling }, 'teams told');
    }
    await store({ ...current, due: undefined }, 'done');
  };
};
