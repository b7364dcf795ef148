import type { Person } from '../../people/person.ts';
import type { Channels } from '../../ports/channels.ts';
import type { Result } from '../../shared/result.ts';
import { ok, refuse } from '../../shared/result.ts';
import type { CheckFurther } from '../set-up/check-proposal.ts';
import type { ClaimChannels } from '../set-up/claim-channels.ts';
import { refsIn } from '../set-up/read-team-form.ts';
import type { AlsoRefusal } from '../refusals.ts';
import { channelsOf } from '../team.ts';
import type { Team } from '../team.ts';

interface Deps {
  readonly checkFurther: CheckFurther;
  readonly claimChannels: ClaimChannels;
}

/**
 * Claims the further channels that a change adds, by the same rules as when a team is set up: fit, readable, whoever adds
 * them is in each, and no other team's. Repeatable by the same command.
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

/** Frees the channels that a change in the log dropped, once it is saved; not one that the team has again. Idempotent. */
export const makeFreeDropped =
  ({ channels }: { readonly channels: Pick<Channels, 'find' | 'release'> }) =>
  async (team: Team, change: string): Promise<void> => {
    const dropped = (team.log ?? [])
      .filter(({ id }) => id === change)
      .flatMap(({ what }) => what)
      .flatMap((one) =>
        one.kind === 'setting' && one.setting === 'channels' ? refsIn(one.from.split(',')) : [],
      )
      .filter((channel) => !channelsOf(team).includes(channel));
    for (const channel of dropped) {
      const claim = await channels.find(channel);
      if (claim?.team === team.id) await channels.release(channel, claim);
    }
  };

export type FreeDropped = ReturnType<typeof makeFreeDropped>;
