import type { Text } from '../chat/text.ts';
import { mention, text } from '../chat/text.ts';
import { moment } from '../i18n/dates.ts';
import type { Voice } from '../i18n/translate.ts';
import type { AnswerRefusal, ResultRefusal } from '../pulse/refusals.ts';
import type { SetUpRefusal } from '../team/refusals.ts';

/** Every way anything says no. A code without a text in both languages does not compile. */
export type Refusal = AnswerRefusal | ResultRefusal | SetUpRefusal | { readonly code: 'outsider' };

const listed = (people: Extract<Refusal, { people: unknown }>['people']): Text =>
  people.flatMap((person, index) => (index === 0 ? [mention(person)] : [text(', '), mention(person)]));

export const refusalText = (say: Voice, refusal: Refusal): Text => {
  switch (refusal.code) {
    case 'round-closed-next':
    case 'team-exists':
      return say(`refusal.${refusal.code}`, {
        date: moment(refusal.next, refusal.zone, say.language, 'date-time'),
      });
    case 'lead-not-in-channel':
    case 'lead-not-a-member':
      return say(`refusal.${refusal.code}`, { people: listed(refusal.people) });
    default:
      return say(`refusal.${refusal.code}`);
  }
};
