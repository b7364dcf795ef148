import type { Actor } from '../chat/identity.ts';
import { voice } from '../i18n/translate.ts';
import type { Voice } from '../i18n/translate.ts';
import type { Identify } from '../people/identify.ts';
import type { LanguageOf } from '../people/language-of.ts';
import type { Person } from '../people/person.ts';
import type { Zone } from '../shared/time.ts';

/** Who speaks to us, in which language we answer, and which clock they read. */
export interface Speaker {
  readonly person: Person;
  readonly say: Voice;
  readonly zone: Zone;
}

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
