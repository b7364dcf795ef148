import type { ConversationRef, PersonRef } from '../chat/identity.ts';
import type { Language } from '../i18n/language.ts';
import { forgottenAt } from '../retention/retention.ts';
import type { Instant, Zone } from '../shared/time.ts';
import { channelsOf } from '../team/team.ts';
import type { Team } from '../team/team.ts';
import type { Aggregate } from '../work/aggregate.ts';
import type { RoundHead, RoundItem, Texts } from './answers/answer.ts';
import type { RoundResult } from './results/result.ts';

/** One run of a pulse. It knows who leads and what was asked; who answered is known to nobody. */
export interface Round extends Aggregate {
  readonly team: string;
  /** Of a trial team: needs no release. */
  readonly trial?: boolean | undefined;
  readonly number: number;
  /** The team's round before this one; how past results are found. */
  readonly previous?: string | undefined;
  readonly state: 'open' | 'closing' | 'closed';
  readonly home: ConversationRef;
  /** The further channels its team had when it opened: its posts go to no other one. */
  readonly alsoIn?: readonly ConversationRef[] | undefined;
  /** Frozen at opening: they are not asked, not counted, and get the result with the team. */
  readonly leads: readonly PersonRef[];
  readonly language: Language;
  readonly zone: Zone;
  readonly items: readonly RoundItem[];
  readonly prompt: Texts;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  /** When its channels are reminded, all at once; absent once that is over. */
  readonly remindAt?: Instant | undefined;
  /** It stays open once more: when it would have closed. */
  readonly extendedFrom?: Instant | undefined;
  /** How many people are asked. */
  readonly asked: number;
  /** Counted once, between sealing and destruction. */
  readonly result?: RoundResult | undefined;
  /** Its result never came to stand anywhere and is gone, or it closed while the app was removed: destroyed unread, and told to nobody, also if the app comes back. */
  readonly withheld?: boolean | undefined;
  /** Stands in the team's channel: from then on it can be read again, by the leads as well (R19). */
  readonly published?: boolean | undefined;
}

/** The team's rounds are numbered from 1; opening the same one twice opens it once. */
export const roundId = (team: string, number: number): string => `${team}-${number}`;

/** The channels of its team in which a round is told of: those it was opened in and that its team still has, its home first. */
export const channelsOfRound = (
  { home, alsoIn = [] }: Pick<Round, 'home' | 'alsoIn'>,
  team: Pick<Team, 'home' | 'alsoIn'>,
): readonly ConversationRef[] =>
  channelsOf(team).filter((channel) => channel === home || alsoIn.includes(channel));

/** What lies beside the key for as long as the round is open. */
export const headOf = (round: Round): RoundHead => ({
  round: round.id,
  team: round.team,
  items: round.items,
  prompt: round.prompt,
  closesAt: round.closesAt,
  zone: round.zone,
  language: round.language,
});

/**
 * When storage may drop what is left of the round in the vault: from its calendar, the same for every row, also of a round
 * that stays open once more (R3).
 */
export const forgetAt = ({ closesAt, extendedFrom }: Pick<Round, 'closesAt' | 'extendedFrom'>): Instant =>
  forgottenAt('open-round', extendedFrom ?? closesAt);
