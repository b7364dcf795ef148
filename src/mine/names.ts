import { idIn } from '../chat/identity.ts';
import type { PersonRef } from '../chat/identity.ts';

const asPattern = (literal: string): string => literal.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/** Whether the person's id stands anywhere in it, and not only as a part of a longer one. */
export const makeNames = (person: PersonRef): ((value: unknown) => boolean) => {
  const pattern = new RegExp(`(?<![\\w-])${asPattern(idIn(person))}(?![\\w-])`);
  return (value) => pattern.test(JSON.stringify(value) ?? '');
};
