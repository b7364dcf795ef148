import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Clock } from '../ports/clock.ts';
import type { Dispatch } from '../work/dispatch.ts';
import { endedProposal } from './invitation.ts';
import type { Team } from './team.ts';

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly dispatch: Dispatch;
  readonly clock: Clock;
}

/** Nobody accepted in all that time: the channel is free again, and who proposed the team is told once. */
export const makeLapseProposal =
  ({ teams, dispatch, clock }: Deps) =>
  async (team: Team): Promise<void> => {
    const command = `lapse/${team.id}/${team.version}`;
    const over = endedProposal(team, { command, why: 'lapsed', now: clock.now() });
    await teams.save(over);
    await dispatch(teams, over);
  };
