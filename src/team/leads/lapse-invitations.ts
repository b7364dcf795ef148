import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Clock } from '../../ports/clock.ts';
import type { People } from '../../ports/people.ts';
import { changed } from '../../work/aggregate.ts';
import { plannedAgain } from '../team-due.ts';
import type { Team } from '../team.ts';

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly people: Pick<People, 'unlead'>;
  readonly clock: Clock;
}

/**
 * Drops the invitations of a team that nobody accepted in time, without a word to anybody, and plans when it is looked at
 * next. Idempotent.
 */
export const makeLapseInvitations =
  ({ teams, people, clock }: Deps) =>
  async (team: Team): Promise<void> => {
    const now = clock.now();
    const { invited = [] } = team;
    const open = invited.filter(({ until }) => until > now);
    // What an acceptance that was never written left behind.
    for (const { person, until } of invited) if (until <= now) await people.unlead(person, team.id);
    const next = plannedAgain({ ...team, invited: open.length === 0 ? undefined : open });
    const change = { command: `invitations/${team.id}/${team.version}`, what: 'invitations lapsed', now };
    await teams.save(changed<Team>(next, change));
  };

export type LapseInvitations = ReturnType<typeof makeLapseInvitations>;
