import { idIn } from '../chat/identity.ts';
import type { PersonRef } from '../chat/identity.ts';

const asPattern = (literal: string): string => literal.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** The person's id, and not only as a part of a longer one. */
const idOf = (person: PersonRef, flags?: string): RegExp =>
  new RegExp(`(?<![\\w-])${asPattern(idIn(person))}(?![\\w-])`, flags);

/** What somebody wrote, without the person's id. */
export const withoutName = (text: string, person: PersonRef): string => text.replace(idOf(person, 'g'), '…');

/** Whether the person's id stands anywhere in it. */
export const makeNames = (person: PersonRef): ((value: unknown) => boolean) => {
  const pattern = idOf(person);
  return (value) => pattern.test(JSON.stringify(value) ?? '');
};
