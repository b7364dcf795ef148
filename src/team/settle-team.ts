import type { KnowMembers } from '../people/identify.ts';
import { isReader } from '../people/person.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import type { People } from '../ports/people.ts';
import { changed } from '../work/aggregate.ts';
import type { Dispatch } from '../work/dispatch.ts';
import { leadNotices } from './notices.ts';
import type { Team } from './team.ts';

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly people: People;
  readonly directory: Directory;
  readonly knowMembers: KnowMembers;
  readonly dispatch: Dispatch;
  readonly clock: Clock;
}

/**
 * Reads the channel of a team that was just set up, makes it active and gives the channel the promise.
 * Repeatable: the promise is one message however often this runs. If the channel cannot be read the leads are told.
 */
export const makeSettleTeam =
  ({ teams, people, directory, knowMembers, dispatch, clock }: Deps) =>
  async (team: Team): Promise<void> => {
    for (const lead of team.leads) await people.lead(lead, team.id);
    const members = await directory.members(team.home);
    const readers = members === undefined ? [] : (await knowMembers(members, team.tenant)).filter(isReader);
    const active = changed<Team>(
      { ...team, state: 'active', readers: readers.length, due: team.nextOpening.instant },
      {
        command: `settle/${team.id}/${team.version}`,
        what: 'channel read',
        now: clock.now(),
        messages:
          members === undefined
            ? leadNotices(team, 'channel-unreadable')
            : [{ kind: 'promise', tenant: team.tenant, team: team.id }],
      },
    );
    await teams.save(active);
    await dispatch(teams, active);
  };
