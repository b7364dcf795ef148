import type { Language } from '../i18n/language.ts';
import type { LocalDate, LocalTime, Weekday } from '../shared/local-date.ts';

/** How somebody wants to be asked: at a time of their own, when they say *now*, or by the channel alone. */
export type OwnAsks =
  | ({ readonly kind: 'at'; readonly weekday: Weekday } & LocalTime)
  | { readonly kind: 'now' }
  | { readonly kind: 'channel' };

/**
 * What people set for themselves; nobody else sees it, and nothing says when it was set. What is absent was not chosen:
 * the team's holds.
 */
export interface OwnSettings {
  readonly language?: Language | undefined;
  readonly asks?: OwnAsks | undefined;
  /** The last day on which they are left alone, on their own clock. */
  readonly awayUntil?: LocalDate | undefined;
  /** Never written to. They stay on their team's list like all others, so that no number tells. */
  readonly off?: true | undefined;
}
