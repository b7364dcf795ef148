import type { Channels } from '../../ports/channels.ts';
import type { Instant } from '../../shared/time.ts';
import { channelsOf } from '../team.ts';
import type { Team } from '../team.ts';

/**
 * Before a team is over: looks which claims are its own. What it answers with, called once it is, lets them be forgotten
 * when the team is; until then they lead to its results. A claim that somebody has made since stays. Idempotent.
 */
export const makeLetGoChannels =
  ({ channels }: { readonly channels: Pick<Channels, 'find' | 'expire'> }) =>
  async (team: Team) => {
    const claimed = await Promise.all(
      channelsOf(team).map(async (channel) => ({ channel, claim: await channels.find(channel) })),
    );
    return async (forgetAt: Instant | undefined): Promise<void> => {
      for (const { channel, claim } of claimed) {
        if (forgetAt !== undefined && claim?.team === team.id)
          await channels.expire(channel, claim, forgetAt);
      }
    };
  };
