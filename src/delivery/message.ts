import type { PersonRef, TenantRef } from '../chat/identity.ts';
import { assertNever } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';

/** One message on its way, by what it says and to whom: ids only, so that queues hold nothing worth reading. */
export type Message =
  | { readonly kind: 'promise'; readonly tenant: TenantRef; readonly team: string }
  | {
      readonly kind: 'team-notice';
      readonly tenant: TenantRef;
      readonly team: string;
      readonly lead: number;
      /** The opening it is about; one notice per opening. */
      readonly round: number;
      readonly notice: TeamNotice;
    }
  /** The same to the admins, where it concerns them: who they are is found when it is sent. */
  | {
      readonly kind: 'admin-notice';
      readonly tenant: TenantRef;
      readonly team: string;
      readonly round: number;
      readonly notice: TeamNotice;
    }
  | {
      readonly kind: 'release-news';
      readonly tenant: TenantRef;
      readonly team: string;
      readonly lead: number;
      /** The team's version that it is about: the same news may come again later. */
      readonly version: number;
      readonly news: ReleaseNews;
    }
  /** To somebody who became an admin, or is none any more; `by` whose hand. `version` is that of the settings. */
  | {
      readonly kind: 'admin-news';
      readonly tenant: TenantRef;
      readonly person: PersonRef;
      readonly version: number;
      readonly news: 'welcome' | 'appointed' | 'removed';
      readonly by?: PersonRef | undefined;
    }
  /** What a trial says to its players. */
  | { readonly kind: 'trial-ask' | 'trial-result'; readonly tenant: TenantRef; readonly round: string }
  /** To somebody who is asked to lead, by the id of their invitation: who they are is found when it is sent. */
  | {
      readonly kind: 'lead-invitation';
      readonly tenant: TenantRef;
      readonly team: string;
      readonly invitation: string;
    }
  /** To who proposed the team: nobody leads it. */
  | {
      readonly kind: 'proposal-over';
      readonly tenant: TenantRef;
      readonly team: string;
      readonly version: number;
      readonly why: ProposalEnd;
    }
  /** A change in a team's log, for its channels; `leaderless` where it was nobody's doing. */
  | {
      readonly kind: 'team-changed' | 'leaderless';
      readonly tenant: TenantRef;
      readonly team: string;
      readonly change: string;
    }
  /** Who came and went, to one of the leads, before the opening `round`. */
  | {
      readonly kind: 'roster-news';
      readonly tenant: TenantRef;
      readonly team: string;
      readonly lead: number;
      readonly round: number;
    }
  /** The asks for places `from` up to, not including, `to` of one batch: ranges, never persons. */
  | {
      readonly kind: 'asks';
      readonly tenant: TenantRef;
      readonly batch: string;
      readonly from: number;
      readonly to: number;
    }
  /** To the channels of a team at one of its dates: it is too few, or has questions to talk about. */
  | {
      readonly kind: 'too-small' | 'talk';
      readonly tenant: TenantRef;
      readonly team: string;
      readonly number: number;
    }
  /** To whoever wanted to be asked once more at that moment: who they are is found when it is sent. */
  | { readonly kind: 'later'; readonly tenant: TenantRef; readonly round: string; readonly at: Instant }
  /** What an open round says in its channels. */
  | {
      readonly kind: 'round-ask' | 'reminder' | 'extension';
      readonly tenant: TenantRef;
      readonly round: string;
    }
  | { readonly kind: 'result'; readonly tenant: TenantRef; readonly round: string }
  | {
      readonly kind: 'result-for-lead';
      readonly tenant: TenantRef;
      readonly round: string;
      readonly lead: number;
    };

/** Why a proposal ended without a team: all said no, or nobody said anything for too long. */
export type ProposalEnd = 'declined' | 'lapsed';

/** What a release, or the lack of one, means for a team. */
export type ReleaseNews = 'waits' | 'withdrawn' | 'released';

export type TeamNotice =
  | 'channel-unreadable'
  | 'channel-archived'
  | 'channel-shared'
  | 'channel-public'
  | 'channel-left-out'
  | 'promise-unposted'
  | 'result-unpublished'
  | 'result-not-at-home';

/** `now` for what a click caused, `bulk` for asks, also those that come once more: a long fan-out never stands before an answer (R8). */
export type Lane = 'now' | 'bulk';

export const laneOf = ({ kind }: Message): Lane => (kind === 'asks' || kind === 'later' ? 'bulk' : 'now');

/** Same message, same key: the name of its delivery record. */
export const messageKey = (message: Message): string => {
  switch (message.kind) {
    case 'promise':
      return `promise/${message.team}`;
    case 'team-notice':
      return `notice/${message.team}/${message.round}/${message.notice}/${message.lead}`;
    case 'admin-notice':
      return `notice/${message.team}/${message.round}/${message.notice}/admins`;
    case 'release-news':
      return `release/${message.team}/${message.version}/${message.news}/${message.lead}`;
    case 'lead-invitation':
      return `invitation/${message.team}/${message.invitation}`;
    case 'proposal-over':
      return `proposal/${message.team}/${message.version}`;
    case 'team-changed':
    case 'leaderless':
      return `changed/${message.team}/${message.change}`;
    case 'roster-news':
      return `roster/${message.team}/${message.round}/${message.lead}`;
    case 'admin-news':
      return `admin/${message.person}/${message.version}/${message.news}`;
    case 'trial-ask':
    case 'trial-result':
      return `${message.kind}/${message.round}`;
    case 'asks':
      return `asks/${message.batch}/${message.from}-${message.to}`;
    case 'too-small':
    case 'talk':
      return `${message.kind}/${message.team}/${message.number}`;
    case 'later':
      return `later/${message.round}/${message.at}`;
    case 'round-ask':
    case 'reminder':
    case 'extension':
      return `${message.kind}/${message.round}`;
    case 'result':
      return `result/${message.round}`;
    case 'result-for-lead':
      return `result/${message.round}/lead/${message.lead}`;
    default:
      return assertNever(message);
  }
};
