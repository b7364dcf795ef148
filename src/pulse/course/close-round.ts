import type { IsReleased } from '../../admin/is-released.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Tenants } from '../../ports/tenants.ts';
import type { RoundRef, Vault } from '../../ports/vault.ts';
import { InvariantError, PortError } from '../../shared/errors.ts';
import { changed } from '../../work/aggregate.ts';
import type { Dispatch } from '../../work/dispatch.ts';
import type { CountRound } from './count-round.ts';
import type { LeaveResult } from './drop-unposted.ts';
import type { ExtendRound } from './extend-round.ts';
import type { NoteOutcome } from './note-outcome.ts';
import type { Round } from '../round.ts';
import type { TidyRoster } from '../roster/tidy-roster.ts';

export interface CloseRoundDeps {
  readonly rounds: AggregateRepository<Round>;
  readonly vault: Vault;
  readonly tenants: Tenants;
  readonly isReleased: IsReleased;
  readonly extendRound: ExtendRound;
  readonly countRound: CountRound;
  readonly noteOutcome: NoteOutcome;
  readonly leaveResult: LeaveResult;
  readonly tidyRoster: TidyRoster;
  readonly dispatch: Dispatch;
  readonly clock: Clock;
}

/** Runs a paged step to its end. */
const everyPage = async (step: (next?: string) => Promise<string | undefined>): Promise<void> => {
  let next = await step();
  while (next !== undefined) next = await step(next);
};

const destroy = async (vault: Vault, ref: RoundRef): Promise<void> => {
  await vault.destroyKey(ref);
  await everyPage((next) => vault.empty(ref, next));
  if (!(await vault.isEmpty(ref))) throw new PortError('conflict', 'vault-not-empty');
};

/** Of two closers one result was stored; both go on with that one. */
const stored = async (rounds: AggregateRepository<Round>, { tenant, id }: Round): Promise<Round> => {
  const found = await rounds.find(tenant, id);
  if (found?.result === undefined) throw new InvariantError('a counted round has no result');
  return found;
};

/** What a round leaves that closed while the app was removed, or after its release was withdrawn. */
const UNREAD = { result: { reached: false }, withheld: true } as const;

/** The app is there and the pulse is released, and neither was missing before at this close. */
const makeMayPublish =
  ({ tenants, isReleased }: Pick<CloseRoundDeps, 'tenants' | 'isReleased'>) =>
  async ({ tenant, trial, withheld }: Round): Promise<boolean> =>
    withheld !== true && (await tenants.isActive(tenant)) && (trial === true || (await isReleased(tenant)));

/**
 * Closes a round in the six steps of rule R1, unless it stays open once more first; each is repeatable, so a crash
 * anywhere is picked up by the next run and two closers end the same. What was acknowledged before the seal is counted,
 * what comes after is told so; both exactly. The result is published once. The key dies only after the result is stored.
 * A removed app publishes nothing, and without a release nothing is read: what was said is destroyed as it lies.
 */
export const makeCloseRound = ({
  rounds,
  vault,
  tenants,
  isReleased,
  extendRound,
  countRound,
  noteOutcome,
  leaveResult,
  tidyRoster,
  dispatch,
  clock,
}: CloseRoundDeps) => {
  const save = async (
    round: Round,
    step: string,
    messages: Parameters<typeof changed>[1]['messages'] = [],
  ): Promise<Round> => {
    const next = changed(round, { command: `${step}/${round.id}`, what: step, now: clock.now(), messages });
    await rounds.save(next);
    return next;
  };

  const mayPublish = makeMayPublish({ tenants, isReleased });

  return async (opened: Round): Promise<void> => {
    const ref = { tenant: opened.tenant, round: opened.id };
    if (opened.state === 'open' && (await mayPublish(opened)) && (await extendRound(opened))) return;
    let round = opened.state === 'open' ? await save({ ...opened, state: 'closing' }, 'closing') : opened;
    if (round.result === undefined) {
      await everyPage((next) => vault.seal(ref, next));
      const counted = (await mayPublish(round)) ? { result: await countRound(round) } : UNREAD;
      await save({ ...round, ...counted }, 'counted');
      round = await stored(rounds, round);
    }
    if (round.state === 'closed') return;
    await destroy(vault, ref);
    await tidyRoster(ref.tenant, ref.round);
    await noteOutcome(round);
    const published = await mayPublish(round);
    const kind = round.trial === true ? ('trial-result' as const) : ('result' as const);
    const messages = published ? [{ kind, tenant: round.tenant, round: round.id }] : [];
    const closed = await save(
      { ...(await leaveResult(round, published)), state: 'closed' },
      'closed',
      messages,
    );
    await dispatch(rounds, closed);
  };
};
