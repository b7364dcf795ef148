import type { ConversationRef, TenantRef } from '../../chat/identity.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { ChannelClaim, Channels } from '../../ports/channels.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Result } from '../../shared/result.ts';
import { ok, refuse } from '../../shared/result.ts';
import { minutes } from '../../shared/time.ts';
import type { Instant } from '../../shared/time.ts';
import { channelsOf, isOver } from '../team.ts';
import type { Team } from '../team.ts';

/** For so long a claim holds without a team behind it: whoever made it may still be writing the team. */
const WRITING = minutes(10);

/** So coarse that a claim does not say when somebody set a team up; never earlier than it was. */
const sinceOf = (now: Instant): Instant => Math.ceil(now / minutes(5)) * minutes(5);

export interface ClaimDeps {
  readonly teams: AggregateRepository<Team>;
  readonly channels: Channels;
  readonly clock: Clock;
}

/** What claims, for which team, by the id that the team will have. */
interface Claimant {
  readonly tenant: TenantRef;
  readonly team: string;
  readonly command: string;
}

type Taken = { readonly code: 'channel-taken'; readonly channel: ConversationRef };

const has = (team: Team | undefined, channel: ConversationRef): boolean =>
  team !== undefined && !isOver(team) && channelsOf(team).includes(channel);

/**
 * Claims channels for a team, its home first, before the team is written: each channel belongs to one team at most (rule
 * R14). Of several at once each channel goes to one; whoever misses one gets none of them. A claim without a team behind
 * it is replaced: at once if its team has ended, after ten minutes if a crash came before the team. Repeatable by the same
 * command.
 */
export const makeClaimChannels = ({ teams, channels, clock }: ClaimDeps) => {
  const isDead = async (
    tenant: TenantRef,
    channel: ConversationRef,
    { team, command, since }: ChannelClaim,
  ): Promise<boolean> => {
    const stored = await teams.find(tenant, team);
    if (has(stored, channel)) return false;
    // The team that it was made for is written, and has ended since.
    const over = stored?.history.some((entry) => entry.command === command) === true;
    return over || since + WRITING <= clock.now();
  };

  const claim = async (
    { tenant, team, command }: Claimant,
    channel: ConversationRef,
  ): Promise<ChannelClaim | undefined> => {
    const found = await channels.find(channel);
    const other = found?.command === command ? undefined : found;
    if (other !== undefined && !(await isDead(tenant, channel, other))) return undefined;
    const ours = { team, command, since: sinceOf(clock.now()) };
    return (await channels.claim(channel, ours, other)) ? ours : undefined;
  };

  return async (
    claimant: Claimant,
    wanted: readonly ConversationRef[],
  ): Promise<Result<undefined, Taken>> => {
    const claimed: [ConversationRef, ChannelClaim][] = [];
    for (const channel of wanted) {
      const ours = await claim(claimant, channel);
      if (ours === undefined) {
        for (const [freed, made] of claimed) await channels.release(freed, made);
        return refuse({ code: 'channel-taken', channel });
      }
      claimed.push([channel, ours]);
    }
    return ok(undefined);
  };
};

export type ClaimChannels = ReturnType<typeof makeClaimChannels>;
