import type { Person } from '../people/person.ts';
import type { Result } from '../shared/result.ts';
import { ok, refuse } from '../shared/result.ts';
import type { CheckFurther } from './check-proposal.ts';
import type { ClaimChannels } from './claim-channels.ts';
import type { AlsoRefusal } from './refusals.ts';
import type { Team } from './team.ts';

interface Deps {
  readonly checkFurther: CheckFurther;
  readonly claimChannels: ClaimChannels;
}

/**
 * Claims the further channels that a change adds, by the same rules as when a team is set up: fit, readable, whoever adds
 * them is in each, and no other team's. What the change drops is free once it is saved. Repeatable by the same command.
 */
export const makeAddChannels =
  ({ checkFurther, claimChannels }: Deps) =>
  async (
    [before, after]: readonly [Team, Team],
    { person, nonce }: { readonly person: Person; readonly nonce: string },
  ): Promise<Result<undefined, AlsoRefusal>> => {
    const added = (after.alsoIn ?? []).filter((channel) => before.alsoIn?.includes(channel) !== true);
    for (const channel of added) {
      const fit = await checkFurther(person, channel);
      if (!fit.ok) return fit;
    }
    const { tenant, id } = after;
    const claimed = await claimChannels({ tenant, team: id, command: nonce }, added);
    return claimed.ok ? ok(undefined) : refuse({ code: 'also-channel-taken' });
  };

export type AddChannels = ReturnType<typeof makeAddChannels>;
