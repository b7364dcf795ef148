import type { TenantRef } from '../chat/identity.ts';
import { assertNever } from '../shared/errors.ts';

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
  /** The asks for places `from` up to, not including, `to` of one batch: ranges, never persons. */
  | {
      readonly kind: 'asks';
      readonly tenant: TenantRef;
      readonly batch: string;
      readonly from: number;
      readonly to: number;
    }
  | { readonly kind: 'result'; readonly tenant: TenantRef; readonly round: string }
  | {
      readonly kind: 'result-for-lead';
      readonly tenant: TenantRef;
      readonly round: string;
      readonly lead: number;
    };

export type TeamNotice =
  | 'channel-unreadable'
  | 'channel-archived'
  | 'channel-shared'
  | 'channel-public'
  | 'too-small'
  | 'promise-unposted'
  | 'result-unpublished';

/** `now` for what a click caused, `bulk` for asks and summaries: a long fan-out never stands before an answer (R8). */
export type Lane = 'now' | 'bulk';

export const laneOf = (message: Message): Lane => (message.kind === 'asks' ? 'bulk' : 'now');

/** Same message, same key: the name of its delivery record. */
export const messageKey = (message: Message): string => {
  switch (message.kind) {
    case 'promise':
      return `promise/${message.team}`;
    case 'team-notice':
      return `notice/${message.team}/${message.round}/${message.notice}/${message.lead}`;
    case 'asks':
      return `asks/${message.batch}/${message.from}-${message.to}`;
    case 'result':
      return `result/${message.round}`;
    case 'result-for-lead':
      return `result/${message.round}/lead/${message.lead}`;
    default:
      return assertNever(message);
  }
};
