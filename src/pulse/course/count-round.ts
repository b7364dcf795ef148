import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Comment, Comments } from '../../ports/comments.ts';
import { COMMENTS_A_PAGE } from '../../ports/comments.ts';
import type { Keys } from '../../ports/keys.ts';
import type { RoundRef, Vault } from '../../ports/vault.ts';
import { forgottenAt } from '../../retention/retention.ts';
import { PortError } from '../../shared/errors.ts';
import type { Answer } from '../answers/answer.ts';
import { addTrends } from '../results/add-trends.ts';
import type { EarlierRounds } from '../results/earlier-rounds.ts';
import type { IsMoved } from '../roster/guard-moved.ts';
import { isGuarded } from '../roster/guard-roster.ts';
import type { RoundResult } from '../results/result.ts';
import type { Round } from '../round.ts';
import { showableComments, tally } from '../results/tally.ts';

interface Deps {
  readonly rounds: AggregateRepository<Round>;
  readonly vault: Vault;
  readonly comments: Comments;
  readonly keys: Keys;
  readonly earlierRounds: (round: Round) => Promise<EarlierRounds>;
  readonly isMoved: IsMoved;
}

interface Sealed {
  readonly answers: readonly Answer[];
  readonly comments: readonly Comment[];
}

/**
 * Named under the round's key by their place among the shuffled texts, not by their slot: every closer gives the same
 * names, and once the key is destroyed they are as good as chance.
 */
const named = (keys: Keys, key: Uint8Array, texts: readonly string[]): readonly Comment[] =>
  texts.map((text, place) => ({ id: keys.orderOf(key, `comment/${place}`).slice(0, 16), text }));

/**
 * Every answer of a sealed round in an order that only its key could explain, and the comments that may be shown: the
 * same for every closer (R1). Undefined when the key is gone, before or while they were read, and when slots are missing:
 * storage forgot some of them.
 */
const readSealed = async (
  { vault, keys }: Deps,
  ref: RoundRef,
  asked: number,
): Promise<Sealed | undefined> => {
  const found = await vault.head(ref);
  if (found === undefined) return undefined;
  let slots = 0;
  const placed: { readonly order: string; readonly answer: Answer }[] = [];
  let next: string | undefined;
  do {
    const page = await vault.slots(ref, next);
    slots += page.slots.length;
    for (const { slot, answer } of page.slots) {
      if (answer !== undefined) placed.push({ order: keys.orderOf(found.key, slot), answer });
    }
    next = page.next;
  } while (next !== undefined);
  const answers = placed.sort((a, b) => (a.order < b.order ? -1 : 1)).map(({ answer }) => answer);
  const comments = named(keys, found.key, showableComments(answers));
  keys.forget(found.key);
  // Slots are emptied only after the key is gone: if it still stands, what was read is whole.
  const still = await vault.head(ref);
  if (still === undefined) return undefined;
  keys.forget(still.key);
  return slots < asked ? undefined : { answers, comments };
};

/** The key dies only after a result is stored: without one the vault itself was lost, and that is said. */
const withoutKey = async ({ rounds }: Deps, { tenant, id }: Round): Promise<RoundResult> => {
  const stored = await rounds.find(tenant, id);
  if (stored?.result !== undefined) throw new PortError('conflict', 'counted-by-another');
  return { reached: false, lost: true };
};

/** Counts a sealed round and stores the pages of its comments. Repeatable: every closer makes the same pages, byte for byte. */
export const makeCountRound =
  (deps: Deps) =>
  async (round: Round): Promise<RoundResult> => {
    const ref = { tenant: round.tenant, round: round.id };
    const sealed = await readSealed(deps, ref, round.asked);
    if (sealed === undefined) return withoutKey(deps, round);
    const { answers, comments: shown } = sealed;
    const pages = Math.ceil(shown.length / COMMENTS_A_PAGE);
    for (let page = 0; page < pages; page += 1) {
      const comments = shown.slice(page * COMMENTS_A_PAGE, (page + 1) * COMMENTS_A_PAGE);
      await deps.comments.put(ref, page, comments, forgottenAt('result', round.closesAt));
    }
    const earlier = await deps.earlierRounds(round);
    const guarded = (await isGuarded(earlier)) || (await deps.isMoved(round, earlier));
    return addTrends(round, tally({ items: round.items, answers, commentPages: pages, guarded }), earlier);
  };

export type CountRound = ReturnType<typeof makeCountRound>;
