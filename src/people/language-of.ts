import type { Language } from '../i18n/language.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Team } from '../team/team.ts';
import type { Person } from './person.ts';

/** In which language somebody reads what is said to them alone: their own setting, else their team's, else their client's. */
export const languageOf = (
  person: Pick<Person, 'settings' | 'language'>,
  team: Language | undefined,
): Language => person.settings?.language ?? team ?? person.language ?? 'en';

/** {@link languageOf} with the language of the team they belong to or lead, which is read only where it decides. */
export const makeLanguageOf =
  ({ teams }: { readonly teams: AggregateRepository<Team> }) =>
  async (person: Person): Promise<Language> => {
    const id = person.settings?.language === undefined ? (person.team ?? person.leads[0]) : undefined;
    const team = id === undefined ? undefined : await teams.glance(person.tenant, id);
    return languageOf(person, team?.language);
  };

export type LanguageOf = ReturnType<typeof makeLanguageOf>;
