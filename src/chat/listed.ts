import type { PersonRef } from './identity.ts';
import { mention, text } from './text.ts';
import type { Text } from './text.ts';

/** Persons by name, one after the other. */
export const listed = (people: readonly PersonRef[]): Text =>
  people.flatMap((person, index) => (index === 0 ? [mention(person)] : [text(', '), mention(person)]));
