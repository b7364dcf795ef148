import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Channels } from '../../ports/channels.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Dispatch } from '../../work/dispatch.ts';
import { endedProposal } from '../leads/invitation.ts';
import { makeLetGoChannels } from './let-go-channels.ts';
import type { Team } from '../team.ts';

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly channels: Pick<Channels, 'find' | 'expire'>;
  readonly dispatch: Dispatch;
  readonly clock: Clock;
}

/** Nobody accepted in all that time: the channel is free again, and who proposed the team is told once. */
export const makeLapseProposal = ({ teams, channels, dispatch, clock }: Deps) => {
  const letGoChannels = makeLetGoChannels({ channels });
  return async (team: Team): Promise<void> => {
    const command = `lapse/${team.id}/${team.version}`;
    const over = endedProposal(team, { command, why: 'lapsed', now: clock.now() });
    const letGo = await letGoChannels(team);
    await teams.save(over);
    await letGo(over.forgetAt);
    await dispatch(teams, over);
  };
};
