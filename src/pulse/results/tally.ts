import type { Answer, Mark, RoundItem, Theme } from '../answers/answer.ts';
import { THEMES } from '../answers/answer.ts';
import { CANNOT_SAY_FROM, COMMENTS_FROM, THEME_FROM, WORDS_FROM } from './gates.ts';
import type { Counts, ItemResult, RoundResult } from './result.ts';
import { isAlike, showsBars, spreadOf, total, wordingOf } from './wording.ts';

interface Counted {
  readonly item: string;
  readonly counts: Counts;
  readonly cannotSay: number;
}

const times = (marks: readonly Mark[], mark: Mark): number => marks.filter((given) => given === mark).length;

const count = (item: string, marks: readonly Mark[]): Counted => ({
  item,
  counts: [times(marks, 1), times(marks, 2), times(marks, 3), times(marks, 4), times(marks, 5)],
  cannotSay: times(marks, 'cannot-say'),
});

/** The gate holds on the marks that count (R6). */
const isEnough = ({ counts }: Counted): boolean => total(counts) >= WORDS_FROM;

/**
 * What may be shown of an item, and so is kept. The distribution from eight marks on, unless all are alike, and unless
 * it would give away that one to four "can't say" by what is missing (R6); `guarded` allows words alone (R7).
 */
const showable = (counted: Counted, guarded: boolean): ItemResult => {
  const { item, counts, cannotSay } = counted;
  if (!isEnough(counted)) return { item, enough: false };
  const few = cannotSay > 0 && cannotSay < CANNOT_SAY_FROM;
  return {
    item,
    enough: true,
    wording: wordingOf(counts),
    ...(showsBars(counts) && !few && !guarded ? { counts } : {}),
    ...(cannotSay >= CANNOT_SAY_FROM && !guarded ? { cannotSay } : {}),
  };
};

/** The widest spread, the earlier of equals; none when all are alike. */
const mostDivided = (counted: readonly Counted[]): string | undefined =>
  counted
    .filter((one) => isEnough(one) && !isAlike(one.counts))
    .reduce<Counted | undefined>(
      (widest, one) =>
        widest === undefined || spreadOf(one.counts) > spreadOf(widest.counts) ? one : widest,
      undefined,
    )?.item;

const isTallyable = (answers: readonly Answer[]): boolean => answers.length >= WORDS_FROM;

/**
 * The texts that may be shown, in the order given; none below the gates. Themes do not count: "mixed with others" holds
 * only for a text beside another, and one that stands alone is destroyed with the rest (R6).
 */
export const showableComments = (answers: readonly Answer[]): readonly string[] => {
  const texts = answers.flatMap(({ comment }) => (comment === undefined ? [] : [comment]));
  return isTallyable(answers) && texts.length >= COMMENTS_FROM ? texts : [];
};

/** The themes that enough people chose, in the order of the form: how many chose each is not kept. */
const showableThemes = (answers: readonly Answer[]): readonly Theme[] =>
  THEMES.filter((theme) => answers.filter((answer) => answer.theme === theme).length >= THEME_FROM);

export interface Ballots {
  readonly items: readonly RoundItem[];
  readonly answers: readonly Answer[];
  readonly commentPages: number;
  /** The roster differs by one or two from that of the last published round. */
  readonly guarded: boolean;
}

/** What is kept of a round: per item, what is shown. Below the gate not even a number. */
export const tally = ({ items, answers, commentPages, guarded }: Ballots): RoundResult => {
  if (!isTallyable(answers)) return { reached: false };
  const marksOf = (item: string): readonly Mark[] =>
    answers.flatMap(({ marks }) => {
      const mark = marks[item];
      return mark === undefined ? [] : [mark];
    });
  const counted = items.map(({ id }) => count(id, marksOf(id)));
  const first = mostDivided(counted);
  const themes = showableThemes(answers);
  return {
    reached: true,
    ...(guarded ? {} : { answers: answers.length }),
    ...(first === undefined ? {} : { first }),
    items: counted.map((one) => showable(one, guarded)),
    commentPages,
    ...(themes.length === 0 ? {} : { themes }),
  };
};
