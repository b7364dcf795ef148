import type { PersonRef, TenantRef } from '../chat/identity.ts';
import type { Language } from '../i18n/language.ts';
import type { Zone } from '../shared/time.ts';
import type { OwnSettings } from './own-settings.ts';

/** What the platform says somebody is. Guests of several channels are `guest`, of one channel `channel-guest`. */
export type PersonKind = 'member' | 'guest' | 'channel-guest' | 'outsider' | 'bot' | 'deactivated';

/** What we keep of the platform's profile: no name, no mail address. */
export interface Profile {
  readonly person: PersonRef;
  readonly tenant: TenantRef;
  readonly kind: PersonKind;
  readonly language?: Language | undefined;
  readonly zone?: Zone | undefined;
}

export interface Person extends Profile {
  /** The one pulse team this person belongs to. */
  readonly team?: string | undefined;
  /** The teams this person leads. */
  readonly leads: readonly string[];
  readonly settings?: OwnSettings | undefined;
  /** The team whose promise came with an ask of theirs: the first ask in a team repeats it. */
  readonly promisedIn?: string | undefined;
}

/** Full members set up and decide; guests may answer and write, nothing else (DESIGN 5.1). */
export const isFullMember = (profile: Profile): boolean => profile.kind === 'member';

/** Members and guests of several channels are asked; bots, deactivated and external people never (R27). */
export const canBeAsked = (profile: Profile): boolean =>
  profile.kind === 'member' || profile.kind === 'guest';

/** Reads along in a channel: any human of ours who is still there. */
export const isReader = (profile: Profile): boolean =>
  canBeAsked(profile) || profile.kind === 'channel-guest';
