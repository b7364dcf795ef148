import type { Card } from '../chat/card.ts';
import type { FormValues } from '../chat/form.ts';
import type { ConversationRef } from '../chat/identity.ts';
import { code } from '../chat/text.ts';
import { typedAs } from '../chat/words.ts';
import { label, strong, voice } from '../i18n/translate.ts';
import { UNTIL_FIELD, awayCard, awayForm } from '../people/away-form.ts';
import type { GoAway } from '../people/go-away.ts';
import { ownTimesForm, ownTimesSaved } from '../people/own-times-form.ts';
import type { LanguageOf } from '../people/language-of.ts';
import type { OwnRefusal } from '../people/refusals.ts';
import type { SetOwnTimes } from '../people/set-own-times.ts';
import type { People } from '../ports/people.ts';
import type { PulseDesk } from './pulse-desk.ts';
import { refusalText } from './refusal-text.ts';
import type { Reply } from './reply.ts';
import { asCard, asNotice } from './reply.ts';
import type { Speaker } from './speaker.ts';

export interface OwnDeskDeps {
  readonly people: People;
  readonly setOwnTimes: SetOwnTimes;
  readonly goAway: GoAway;
  readonly languageOf: LanguageOf;
  /** What is open for them, for whoever comes back. */
  readonly home: PulseDesk['home'];
  readonly policy: { readonly door: string };
}

/** The fields that a refusal stands beside. */
const fieldsOf = (refusal: OwnRefusal): readonly string[] => {
  if ('fields' in refusal) return refusal.fields;
  return 'field' in refusal ? [refusal.field] : [UNTIL_FIELD];
};

const besideFields = ({ say }: Speaker, refusal: OwnRefusal): Reply => ({
  kind: 'field-errors',
  errors: Object.fromEntries(fieldsOf(refusal).map((field) => [field, refusalText(say, refusal)])),
});

/** When and in which language somebody is asked (T7). */
const makeTimesDesk = ({ setOwnTimes, languageOf, policy }: OwnDeskDeps) => ({
  myTimes: ({ say, person, zone }: Speaker): Reply => ({
    kind: 'form',
    form: ownTimesForm(say, person.settings ?? {}, zone),
  }),
  timesSubmitted: async (speaker: Speaker, values: FormValues): Promise<Reply> => {
    const { person } = speaker;
    const chosen = await setOwnTimes(person, values);
    if (!chosen.ok) return besideFields(speaker, chosen.refusal);
    // In the language that was chosen just now.
    const say = voice(await languageOf({ ...person, settings: chosen.value }));
    return { kind: 'notice', notice: ownTimesSaved(say, chosen.value.asks, policy.door) };
  },
});

/** Pauses (T8): until a day, and back. */
const makeAwayDesk = ({ people, goAway, home, policy }: OwnDeskDeps) => {
  const form = ({ say, person }: Speaker): Reply => ({
    kind: 'form',
    form: awayForm(say, person.settings?.awayUntil),
  });

  const no = ({ say }: Speaker, refusal: OwnRefusal): Card => ({
    title: refusalText(say, refusal),
    nodes: [
      {
        kind: 'actions',
        buttons: [{ label: label(say('button.away')), intent: { kind: 'away' }, primary: true }],
      },
    ],
  });

  return {
    awayButton: form,
    /** `rest`: what was typed behind the word; without a day the form asks for one. */
    away: async (speaker: Speaker, rest: string | undefined): Promise<Reply> => {
      if (rest === undefined || /^(?:bis|until|till)$/i.test(rest)) return form(speaker);
      const pause = await goAway(speaker.person, rest);
      return asCard(pause.ok ? awayCard(speaker.say, pause.value, policy.door) : no(speaker, pause.refusal));
    },
    awaySubmitted: async (speaker: Speaker, values: FormValues): Promise<Reply> => {
      const picked = values[UNTIL_FIELD];
      const pause = await goAway(speaker.person, typeof picked === 'string' ? picked : '');
      if (!pause.ok) return besideFields(speaker, pause.refusal);
      return asNotice(speaker.say, awayCard(speaker.say, pause.value, policy.door));
    },
    back: async (speaker: Speaker, from: ConversationRef | undefined): Promise<Reply> => {
      await people.prefer(speaker.person.person, { awayUntil: undefined });
      const { title, nodes } = await home(speaker, from);
      return asCard({
        title: strong(speaker.say('back.title')),
        nodes: [{ kind: 'paragraph', text: title }, ...nodes],
      });
    },
  };
};

/** Leaving for good and coming back (R28): told to nobody. */
const makeOffDesk = ({ people, policy }: OwnDeskDeps) => ({
  off: async ({ person, say }: Speaker): Promise<Reply> => {
    // Who is never asked needs no pause.
    await people.prefer(person.person, { off: true, awayUntil: undefined });
    const typed = (word: 'pulse' | 'pulse-on') => code(`${policy.door} ${typedAs(word, say.language)}`);
    return asCard({
      title: strong(say('off.title')),
      nodes: [
        { kind: 'paragraph', text: say('off.text', { pulse: typed('pulse'), word: typed('pulse-on') }) },
      ],
    });
  },
  on: async ({ person, say }: Speaker): Promise<Reply> => {
    await people.prefer(person.person, { off: undefined });
    return asCard({
      title: strong(say('on.title')),
      nodes: [{ kind: 'paragraph', text: say('on.text') }],
    });
  },
});

/** What people set for themselves. All of it is answered to them alone, and nothing is posted because of it. */
export const makeOwnDesk = (deps: OwnDeskDeps) => ({
  ...makeTimesDesk(deps),
  ...makeAwayDesk(deps),
  ...makeOffDesk(deps),
});

export type OwnDesk = ReturnType<typeof makeOwnDesk>;
