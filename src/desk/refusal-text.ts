import { listed } from '../chat/listed.ts';
import { mention } from '../chat/text.ts';
import type { Text } from '../chat/text.ts';
import { moment } from '../i18n/dates.ts';
import type { Voice } from '../i18n/translate.ts';
import type { OwnRefusal } from '../people/refusals.ts';
import type { AnswerRefusal, HideRefusal, LaterRefusal, ResultRefusal } from '../pulse/refusals.ts';
import type { AdminRefusal } from '../admin/refusals.ts';
import { releaseText } from '../admin/release-text.ts';
import type { CourseRefusal, WayRefusal } from '../team/course/course-refusals.ts';
import type { ChangeRefusal } from '../team/change/change-refusals.ts';
import type { LeadRefusal, SetUpRefusal } from '../team/refusals.ts';
import { tooFewText } from '../team/set-up/too-few-text.ts';

/** Why a message of a channel cannot be read in the other language. */
export type SharedRefusal = { readonly code: 'message-gone' } | { readonly code: 'message-not-for-you' };

/** Every way anything says no. A code without a text in both languages does not compile. */
export type Refusal =
  | AnswerRefusal
  | ResultRefusal
  | HideRefusal
  | LaterRefusal
  | SetUpRefusal
  | LeadRefusal
  | ChangeRefusal
  | SharedRefusal
  | OwnRefusal
  | CourseRefusal
  | AdminRefusal
  | WayRefusal
  | { readonly code: 'outsider' };

export const refusalText = (say: Voice, refusal: Refusal): Text => {
  if ('closed' in refusal) {
    const { closed, next, zone } = refusal;
    return say('refusal.round-closed-next', {
      closed: moment(closed, zone, say.language, 'date-time'),
      date: moment(next, zone, say.language, 'date-time'),
    });
  }
  if (refusal.code === 'too-few') return tooFewText(say, refusal.n);
  if (refusal.code === 'admins-only') {
    const { admins } = refusal;
    return admins.length === 0 ? say('admins.none') : say('refusal.admins-only', { people: listed(admins) });
  }
  if (refusal.code === 'release-exists') {
    return say('refusal.release-exists', { release: releaseText(say, refusal.release) });
  }
  if (refusal.code === 'trial-running') {
    return say('refusal.trial-running', {
      date: moment(refusal.until, refusal.zone, say.language, 'date-time'),
    });
  }
  if ('most' in refusal) return say('refusal.too-many-people', { n: refusal.most });
  if ('way' in refusal) {
    const person = refusal.by === undefined ? say('way.somebody') : [mention(refusal.by)];
    return say('refusal.way-decided', { person, way: say(`way.${refusal.way}`) });
  }
  if ('next' in refusal) {
    const date = moment(refusal.next, refusal.zone, say.language, 'date-time');
    return say(`refusal.${refusal.code}`, { date });
  }
  return say(`refusal.${refusal.code}`);
};
