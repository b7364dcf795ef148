import type { Theme } from '../answers/answer.ts';

/** How many gave each mark, from 1 to 5. */
export type Counts = readonly [number, number, number, number, number];

/** How an item is put: what the words mean is fixed so that each fits at least two counts (DESIGN 5.2). */
export type Wording = 'nearly-everyone' | 'most' | 'mixed' | 'few' | 'alike';

/** Against the rounds before with the same question: more people say yes, or fewer. */
export type Trend = 'more' | 'fewer';

/** What is kept of an item is what is shown of it, and nothing behind it: a copy of the table tells no more than the chat. */
export type ItemResult =
  /** Below the gate: not even how many. */
  | { readonly item: string; readonly enough: false }
  | {
      readonly item: string;
      readonly enough: true;
      readonly wording: Wording;
      /** Only where the distribution is drawn. */
      readonly counts?: Counts | undefined;
      /** Only from 5 people on (R6). */
      readonly cannotSay?: number | undefined;
      /** Only where it follows from what was published. */
      readonly trend?: Trend | undefined;
    };

export interface ReachedResult {
  readonly reached: true;
  /** Absent when the roster changed by one or two since the last published round: two numbers would tell theirs (R7). */
  readonly answers?: number | undefined;
  /** The item to talk about first; absent when people are of one mind on all. */
  readonly first?: string | undefined;
  readonly items: readonly ItemResult[];
  /** A question of it was asked in three published rounds before: what is not said about change did not happen. */
  readonly compared?: boolean | undefined;
  /** How many pages of shuffled comments were stored; 0 when there were too few. */
  readonly commentPages: number;
  /** What enough people chose to name in the place of a text of theirs; absent when nothing was (R21). */
  readonly themes?: readonly Theme[] | undefined;
}

/** Nothing to show: too few answered, or the vault was lost before it was counted. */
export interface UnreachedResult {
  readonly reached: false;
  readonly lost?: boolean | undefined;
}

/** Per item, never rows: a row would tie one person's answers together. */
export type RoundResult = UnreachedResult | ReachedResult;
