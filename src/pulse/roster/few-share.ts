import type { PersonRef } from '../../chat/identity.ts';
import type { Language } from '../../i18n/language.ts';
import { languageOf } from '../../people/language-of.ts';
import type { People } from '../../ports/people.ts';
import { LANGUAGES } from '../../team/set-up/read-team-form.ts';
import { LANGUAGE_FROM } from '../results/gates.ts';

/**
 * The languages that few of a frozen roster read: whoever writes a comment in one of them stands out by that alone, and
 * is told so in the form. Only whether they are few is kept, with the form, and goes with it at the close.
 */
export const makeFewShare =
  ({ people }: { readonly people: Pick<People, 'findMany'> }) =>
  async (roster: readonly PersonRef[], team: Language): Promise<readonly Language[]> => {
    const known = await people.findMany(roster);
    const unknown = roster.length - known.length;
    return LANGUAGES.filter((language) => {
      const readers = known.filter((person) => languageOf(person, team) === language).length;
      return readers + (language === team ? unknown : 0) < LANGUAGE_FROM;
    });
  };
