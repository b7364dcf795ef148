import type { ConversationRef, PersonRef } from '../chat/identity.ts';
import type { Language } from '../i18n/language.ts';
import { InvariantError } from '../shared/errors.ts';
import type { Land } from '../shared/holidays.ts';
import type { LocalDate, LocalDateTime, Weekday } from '../shared/local-date.ts';
import type { Instant, Zone } from '../shared/time.ts';
import type { RoundItem } from '../pulse/answers/answer.ts';
import type { PackId } from '../pulse/items/packs.ts';
import type { Aggregate } from '../work/aggregate.ts';
import type { TeamChange } from './change/team-change.ts';
import type { WayOn } from './course/way-on.ts';

/** When rounds open: every `weeks` weeks on `weekday` at `hour`:`minute` in the team's zone. */
export interface Rhythm {
  readonly weeks: 1 | 2 | 4;
  readonly weekday: Weekday;
  readonly hour: number;
  readonly minute: number;
}

/** A planned opening. The instant is stored and is the truth; the local time is where the next one is counted from. */
export interface Opening {
  readonly number: number;
  readonly local: LocalDateTime;
  readonly instant: Instant;
  /** What wall clocks show then, where it is not `local`: a holiday moved it, or it was started by hand. */
  readonly opens?: LocalDateTime | undefined;
}

/** Somebody who was named as a lead and has not decided yet. */
export interface Invitation {
  /** Names it in messages, which name no person. */
  readonly id: string;
  readonly person: PersonRef;
  /** Who named them: whether it may be a third team is up to them being an admin. */
  readonly by: PersonRef;
  /** From then on nobody can accept it. */
  readonly until: Instant;
}

/** What a promise says that may be set otherwise later. */
export interface PromiseMade {
  /** Whose date it names. */
  readonly opening: Opening;
  readonly weeks: Rhythm['weeks'];
  readonly leads: readonly PersonRef[];
  readonly readers: number;
  readonly alsoIn?: readonly ConversationRef[] | undefined;
  readonly way?: 'talk' | undefined;
}

/** People who work together, at home in one or more channels. Its id is the first one's, where it was proposed. */
export interface Team extends Aggregate {
  readonly name: string;
  readonly home: ConversationRef;
  /** Further channels in which its people are, and where it posts as well. */
  readonly alsoIn?: readonly ConversationRef[] | undefined;
  /** Those of them that are left out, since others could read along or nobody can; its leads were told. */
  readonly unfit?: readonly ConversationRef[] | undefined;
  readonly language: Language;
  readonly zone: Zone;
  /** Who accepted to lead. */
  readonly leads: readonly PersonRef[];
  /** Named as leads, and not decided yet: until they accept they are people of the team like all others. */
  readonly invited?: readonly Invitation[] | undefined;
  readonly setUpBy: PersonRef;
  readonly rhythm: Rhythm;
  /**
   * `proposed`: nobody leads it yet. `settling`: set up, and its channels are being read. `active`: rounds open.
   * `paused`: nothing opens until it goes on. `ended`: nothing opens any more.
   */
  readonly state: 'proposed' | 'settling' | 'active' | 'paused' | 'ended';
  /** Where people are asked who chose nothing else; by direct message unless said. */
  readonly asks?: 'direct' | 'channel' | undefined;
  /** Waits for a release by an admin, and its leads know: nobody is asked until it comes. */
  readonly waits?: boolean | undefined;
  /** Admins who try a round out; needs no release and deletes itself. */
  readonly trial?: boolean | undefined;
  /** Who plays in a trial. */
  readonly players?: readonly PersonRef[] | undefined;
  /** The promise stands in the channel; before that nobody is asked. */
  readonly promised?: boolean | undefined;
  /** The first date of that promise, which stands there for good. */
  readonly promisedFrom?: Instant | undefined;
  /** The newest promise as it stands in the channel. */
  readonly promise?: PromiseMade | undefined;
  /** How many people can read the channel; what the promise says. */
  readonly readers: number;
  /** Planned once its channel is read; from then on there is always one. */
  readonly nextOpening?: Opening | undefined;
  readonly currentRound?: string | undefined;
  /** The last round of the team that was in its home before it: results stay one chain, and are compared. */
  readonly previousRound?: string | undefined;
  /** When its first round opened: what everybody's first ask names. */
  readonly since?: Instant | undefined;
  /** How often each item was asked, by item id: least-asked first. */
  readonly asked: Readonly<Record<string, number>>;
  /** The question of every round, by item id; `DEFAULT_PINNED` unless said. */
  readonly pinned?: string | undefined;
  /** The packs its questions come from; the starter pack alone unless said. */
  readonly packs?: readonly PackId[] | undefined;
  /** People of its channels whom the leads took off the roster. */
  readonly leftOut?: readonly PersonRef[] | undefined;
  /** Who came into its channels since the last opening, and who went: what its leads are told before the next one. */
  readonly came?: readonly PersonRef[] | undefined;
  readonly went?: readonly PersonRef[] | undefined;
  /** What was changed, by whom and on which day; the newest last. */
  readonly log?: readonly TeamChange[] | undefined;
  /** The last day of a pause that ends by itself. */
  readonly pausedUntil?: LocalDate | undefined;
  /** The number of the opening before which joins and leaves were last looked at. */
  readonly proposedFor?: number | undefined;
  /** Its channels were told that nobody leads it any more; away again once somebody does. */
  readonly leaderless?: boolean | undefined;
  /** Whose public holidays are kept free; none unless said. */
  readonly land?: Land | undefined;
  /** How many days a round stays open; seven unless said. */
  readonly daysOpen?: number | undefined;
  /** The rounds below the gate since the last result, by id. */
  readonly belowGate?: readonly string[] | undefined;
  /** Asked which way it goes on, and what was decided. After rounds below the gate nothing opens until then. */
  readonly wayOn?: WayOn | undefined;
  /** `talk`: at each date its channel gets questions to talk about; nobody is asked, nothing is counted. */
  readonly way?: 'talk' | undefined;
  /** The questions it talks about at present. */
  readonly talk?: { readonly number: number; readonly items: readonly RoundItem[] } | undefined;
  /** How many it was told it is too few with. */
  readonly tooFew?: number | undefined;
}

/** Every channel of the team, its home first. */
export const channelsOf = ({
  home,
  alsoIn = [],
}: Pick<Team, 'home' | 'alsoIn'>): readonly ConversationRef[] => [home, ...alsoIn];

/** The newest round of its home: its own, else that of the team which was there before it. */
export const lastRoundOf = ({
  currentRound,
  previousRound,
}: Pick<Team, 'currentRound' | 'previousRound'>): string | undefined => currentRound ?? previousRound;

/** A team that ended leaves its channels at once, or after its last round. */
export const isOver = ({ state, due }: Pick<Team, 'state' | 'due'>): boolean =>
  state === 'ended' && due === undefined;

/** Past its set-up, or waiting for a release: there is something to look at and to change. */
export const stands = ({ state, waits }: Pick<Team, 'state' | 'waits'>): boolean =>
  state === 'active' || state === 'paused' || (state === 'settling' && waits === true);

/** The planned opening of a team that is past settling. */
export const openingOf = ({ nextOpening }: Pick<Team, 'nextOpening'>): Opening => {
  if (nextOpening === undefined) throw new InvariantError('a team without a planned opening');
  return nextOpening;
};
