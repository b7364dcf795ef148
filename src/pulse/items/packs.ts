import type { Texts } from '../answers/answer.ts';
import { PROMPTS, STARTER_PACK } from './pack.ts';
import type { PackItem } from './pack.ts';
import { HOME_OFFICE_PACK } from './pack-home-office.ts';

export type PackId = 'starter' | 'home-office';

/** What a team chose to be asked; both absent until somebody changes them. */
export interface ItemChoice {
  /** The question of every round, by item id. */
  readonly pinned?: string | undefined;
  /** Beside the starter pack, which every team has. */
  readonly packs?: readonly PackId[] | undefined;
}

/**
 * The pinned question until a team takes another. Deciding for oneself is what the product is there to enlarge, it can
 * be answered after every shift, it moves when experiments work, and no answer to it speaks about a colleague.
 */
export const DEFAULT_PINNED = 'decide';

/** Every question the team can be asked, the starter pack's first. */
export const itemsOf = ({ packs }: ItemChoice): readonly PackItem[] => [
  ...STARTER_PACK,
  ...(packs?.includes('home-office') === true ? HOME_OFFICE_PACK : []),
];

/** The team's pinned question; the default one where its pack was left out since, or a version before dropped it. */
export const pinnedOf = (choice: ItemChoice): string =>
  itemsOf(choice).find(({ id }) => id === choice.pinned)?.id ?? DEFAULT_PINNED;

/** The text of a team's round: the prompts take turns. */
export const promptOf = (round: number): Texts => PROMPTS[round % 2 === 1 ? 0 : 1];
