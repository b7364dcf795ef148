import type { Actor } from '../chat/identity.ts';
import { voice } from '../i18n/translate.ts';
import type { Voice } from '../i18n/translate.ts';
import type { Language } from '../i18n/language.ts';
import type { Identify } from '../people/identify.ts';
import { languageOf } from '../people/language-of.ts';
import type { Person } from '../people/person.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Zone } from '../shared/time.ts';
import type { Team } from '../team/team.ts';

/** Who speaks to us, in which language we answer, and which clock they read. */
export interface Speaker {
  readonly person: Person;
  readonly say: Voice;
  readonly zone: Zone;
}

/** {@link languageOf} with the language of the team they belong to or lead, which is read only where it decides. */
export const makeLanguageOf =
  ({ teams }: { readonly teams: AggregateRepository<Team> }) =>
  async (person: Person): Promise<Language> => {
    const id = person.settings?.language === undefined ? (person.team ?? person.leads[0]) : undefined;
    const team = id === undefined ? undefined : await teams.glance(person.tenant, id);
    return languageOf(person, team?.language);
  };

export type LanguageOf = ReturnType<typeof makeLanguageOf>;

/**
 * The actor as we know them; undefined for outsiders, bots and people the platform does not know, who may do nothing.
 * The zone is the person's own, else UTC.
 */
export const makeSpeakerOf =
  ({ identify, languageOf: ofPerson }: { readonly identify: Identify; readonly languageOf: LanguageOf }) =>
  async (actor: Actor): Promise<Speaker | undefined> => {
    if (actor.outsider) return undefined;
    const person = await identify(actor);
    const stranger = person === undefined || ['outsider', 'bot', 'deactivated'].includes(person.kind);
    if (stranger) return undefined;
    return { person, say: voice(await ofPerson(person)), zone: person.zone ?? 'UTC' };
  };

export type SpeakerOf = ReturnType<typeof makeSpeakerOf>;
