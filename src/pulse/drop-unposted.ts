import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Clock } from '../ports/clock.ts';
import type { Comments } from '../ports/comments.ts';
import { changed } from '../work/aggregate.ts';
import type { Round } from './round.ts';

/** A round whose result nobody will read: that it took place stays, what was said in it does not. */
export const withoutResult = (round: Round): Round => ({
  ...round,
  result: { reached: false },
  withheld: true,
  due: undefined,
});

/** Deletes the pages of a round's comments. Idempotent. */
export const makeDropComments =
  ({ comments }: { readonly comments: Comments }) =>
  async ({ tenant, id, result }: Round): Promise<void> => {
    const pages = result?.reached === true ? result.commentPages : 0;
    for (let page = 0; page < pages; page += 1) await comments.remove({ tenant, round: id }, page);
  };

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

export type DropUnposted = ReturnType<typeof makeDropUnposted>;
