import type { Language } from '../i18n/language.ts';
import type { Person } from './person.ts';

/** In which language somebody reads what is said to them alone: their own setting, else their team's, else their client's. */
export const languageOf = (
  person: Pick<Person, 'settings' | 'language'>,
  team: Language | undefined,
): Language => person.settings?.language ?? team ?? person.language ?? 'en';
