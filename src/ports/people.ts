import type { PersonRef } from '../chat/identity.ts';
import type { OwnSettings } from '../people/own-settings.ts';
import type { Person, Profile } from '../people/person.ts';
import type { LocalDate } from '../shared/local-date.ts';
import type { Instant } from '../shared/time.ts';

export interface Departure {
  readonly round: string;
  readonly forgetAt: Instant;
}

/** What we know about persons. Nothing here carries a time, and nothing is written unless it changes (R3). */
export interface People {
  find(person: PersonRef): Promise<Person | undefined>;

  /** Those of the given who are known, in any order. */
  findMany(persons: readonly PersonRef[]): Promise<readonly Person[]>;

  /** Stores the profile, keeps the team. Writes only what changed. Idempotent. */
  remember(profiles: readonly Profile[]): Promise<void>;

  /**
   * Makes `team` the person's one pulse team. `taken` when another team has them; the same team again is `joined`.
   * One conditional write, so of two teams that claim a person at once exactly one gets them. Works before the
   * profile is known; the person is found once it is.
   */
  join(person: PersonRef, team: string): Promise<'joined' | 'taken'>;

  /**
   * Notes that the person leads `team`, unless that would make more teams than `most`. One conditional write, so that
   * several teams at once keep to it. The same team again is `leads`.
   */
  lead(person: PersonRef, team: string, most?: number): Promise<'leads' | 'too-many'>;

  /** Notes that the person does not lead `team` any more. Idempotent. */
  unlead(person: PersonRef, team: string): Promise<void>;

  /** Frees the person if `team` has them; else nothing. Idempotent. */
  leave(person: PersonRef, team: string): Promise<void>;

  /**
   * Notes the last round in which the team that somebody left could ask them, so that no other team asks them within the
   * same week (R7). Forgotten by itself at `forgetAt`, which is a date of the round's and none of theirs. Idempotent.
   */
  departed(person: PersonRef, departure: Departure): Promise<void>;

  /** The rounds that are noted of these people and not forgotten by `now`, by person. */
  departures(persons: readonly PersonRef[], now: Instant): Promise<ReadonlyMap<PersonRef, string>>;

  /**
   * Changes the settings that are named and leaves the others; `undefined` takes one back. Nothing for somebody who is
   * not known. Idempotent.
   */
  prefer(person: PersonRef, change: OwnSettings): Promise<void>;

  /** Takes back the pause that ended `until`; a newer one stays. Idempotent. */
  returned(person: PersonRef, until: LocalDate): Promise<void>;

  /** Notes that `team`'s promise came with an ask; nothing for somebody who is not known. Idempotent. */
  promised(person: PersonRef, team: string): Promise<void>;

  /** Nothing is known of the person any more: profile, team, leads, settings, departures. Idempotent. */
  forget(person: PersonRef): Promise<void>;
}
