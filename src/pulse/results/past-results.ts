import type { ConversationRef, TenantRef } from '../../chat/identity.ts';
import type { Person } from '../../people/person.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Result } from '../../shared/result.ts';
import { ok, refuse } from '../../shared/result.ts';
import { lastRoundOf } from '../../team/team.ts';
import type { Team } from '../../team/team.ts';
import type { MayReadResult } from './may-read-result.ts';
import type { ResultRefusal } from '../refusals.ts';
import type { ReachedResult } from './result.ts';
import type { Round } from '../round.ts';

/** How many rounds we look back for one that reached the gate. */
const LOOK_BACK = 12;

type Rounds = AggregateRepository<Round>;

/** A result that stood in the channel, as it is stored. */
export interface PastResult {
  readonly round: Round;
  readonly result: ReachedResult;
  /** The round of the one before it; absent on the oldest. */
  readonly earlier?: string | undefined;
}

const reachedIn = (round: Round | undefined): ReachedResult | undefined =>
  round?.published === true && round.result?.reached === true ? round.result : undefined;

/** The newest published result among a round and those before it. */
const newestFrom = async (
  rounds: Rounds,
  tenant: TenantRef,
  from: string | undefined,
): Promise<PastResult | undefined> => {
  let id = from;
  for (let step = 0; id !== undefined && step < LOOK_BACK; step += 1) {
    const round: Round | undefined = await rounds.glance(tenant, id);
    const result = reachedIn(round);
    if (round !== undefined && result !== undefined) return { round, result };
    id = round?.previous;
  }
  return undefined;
};

const withEarlier = async (rounds: Rounds, found: PastResult): Promise<PastResult> => {
  const earlier = await newestFrom(rounds, found.round.tenant, found.round.previous);
  return { ...found, earlier: earlier?.round.id };
};

/**
 * The newest published result of a team; undefined while there is none. Refuses whoever neither belongs to the team nor
 * stands in its channel, as for every one before it.
 */
export const makeLastResult =
  ({ rounds, mayRead }: { readonly rounds: Rounds; readonly mayRead: MayReadResult }) =>
  async (command: {
    readonly person: Person;
    readonly team: Team;
    readonly from: ConversationRef | undefined;
  }): Promise<Result<PastResult | undefined, ResultRefusal>> => {
    const { person, team, from } = command;
    const found = await newestFrom(rounds, team.tenant, lastRoundOf(team));
    if (found === undefined) return ok(undefined);
    if (!(await mayRead(found.round, person, from))) return refuse({ code: 'result-not-for-you' });
    return ok(await withEarlier(rounds, found));
  };

/** One published result of a team, by its round. Refuses whoever neither belongs to the team nor stands in its channel. */
export const makeReadResult =
  ({ rounds, mayRead }: { readonly rounds: Rounds; readonly mayRead: MayReadResult }) =>
  async (command: {
    readonly person: Person;
    readonly round: string;
    readonly from: ConversationRef | undefined;
  }): Promise<Result<PastResult, ResultRefusal>> => {
    const { person, from } = command;
    const round = await rounds.glance(person.tenant, command.round);
    const result = reachedIn(round);
    if (round === undefined || result === undefined) return refuse({ code: 'round-not-found' });
    if (!(await mayRead(round, person, from))) return refuse({ code: 'result-not-for-you' });
    return ok(await withEarlier(rounds, { round, result }));
  };
