/** Fewer answers than this and nothing is shown: the market's norm and our floor (DESIGN 5.2, R6). */
export const WORDS_FROM = 5;
/** Bars show the distribution from here on. */
export const BARS_FROM = 8;
/** Shares in words from here on (R38). */
export const SHARES_FROM = 10;
/** Texts need {@link WORDS_FROM} answers and this many of them, word for word: a lone one is mixed with nothing (R6). */
export const COMMENTS_FROM = 2;
/** A theme is named when this many chose it (R21). */
export const THEME_FROM = 3;
/** Whoever writes in a language that fewer than this many share is told so. */
export const LANGUAGE_FROM = 5;
/** "Can't say" is shown when it is nobody or at least this many. */
export const CANNOT_SAY_FROM = 5;
