import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Clock } from '../../ports/clock.ts';
import { changed } from '../../work/aggregate.ts';
import { dueOf, isDeciding } from '../team-due.ts';
import type { Team } from '../team.ts';

/**
 * A team whose pause had an end goes on at its opening: its channels were told of both when the pause began. Where it
 * still decides which way it goes on, nothing is due from then on until it has. Repeatable.
 */
export const makeEndPause =
  ({ teams, clock }: { readonly teams: AggregateRepository<Team>; readonly clock: Clock }) =>
  async (team: Team): Promise<Team> => {
    if (team.state !== 'paused') return team;
    const change = { command: `pause-over/${team.id}/${team.version}`, what: 'pause over', now: clock.now() };
    const resumed: Team = { ...team, state: 'active', pausedUntil: undefined };
    const due = isDeciding(resumed) ? dueOf(resumed) : team.due;
    const active = changed<Team>({ ...resumed, due }, change);
    await teams.save(active);
    return active;
  };

export type EndPause = ReturnType<typeof makeEndPause>;
