import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Comments } from '../../ports/comments.ts';
import { forgottenAt } from '../../retention/retention.ts';
import { changed } from '../../work/aggregate.ts';
import type { Round } from '../round.ts';

/** A round whose result nobody will read: that it took place stays, what was said in it does not. */
const withoutResult = (round: Round): Round => ({
  ...round,
  result: { reached: false },
  withheld: true,
  due: undefined,
});

/** Deletes the pages of a round's comments. Idempotent. */
const makeDropComments =
  ({ comments }: { readonly comments: Comments }) =>
  async ({ tenant, id, result }: Round): Promise<void> => {
    const pages = result?.reached === true ? result.commentPages : 0;
    for (let page = 0; page < pages; page += 1) await comments.remove({ tenant, round: id }, page);
  };

/**
 * What is kept of a counted round at its close. A result waits until it stands in its channel, but not for ever; one
 * that will not be posted goes at once.
 */
export const makeLeaveResult = ({ comments, clock }: Pick<Deps, 'comments' | 'clock'>) => {
  const dropComments = makeDropComments({ comments });
  return async (round: Round, published: boolean): Promise<Round> => {
    const kept = { ...round, forgetAt: forgottenAt('result', round.closesAt) };
    if (published) return { ...kept, due: forgottenAt('unposted-result', clock.now()) };
    await dropComments(round);
    return withoutResult(kept);
  };
};

export type LeaveResult = ReturnType<typeof makeLeaveResult>;

interface Deps {
  readonly rounds: AggregateRepository<Round>;
  readonly comments: Comments;
  readonly clock: Clock;
}

/** The time in which a closed round's result could have come to stand in its channel is over. Repeatable. */
export const makeDropUnposted = (deps: Deps) => {
  const dropComments = makeDropComments(deps);
  return async (round: Round): Promise<void> => {
    await dropComments(round);
    const change = { command: `unposted/${round.id}`, what: 'result dropped', now: deps.clock.now() };
    await deps.rounds.save(changed<Round>(withoutResult(round), change));
  };
};
