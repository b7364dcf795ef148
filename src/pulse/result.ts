/** How many gave each mark, from 1 to 5. */
export type Counts = readonly [number, number, number, number, number];

/** Below the gate of an item nothing of it is kept, not even how many. */
export type ItemResult =
  | { readonly item: string; readonly enough: false }
  | {
      readonly item: string;
      readonly enough: true;
      readonly counts: Counts;
      /** Shown only when it is 0 or at least 5 (R6); absent otherwise, and then not stored either. */
      readonly cannotSay?: number | undefined;
    };

/** Counts per item, never rows: a row would tie one person's answers together. */
export type RoundResult =
  | { readonly reached: false }
  | {
      readonly reached: true;
      readonly answers: number;
      readonly items: readonly ItemResult[];
      /** How many pages of shuffled comments were stored; 0 when there were too few. */
      readonly commentPages: number;
    };
