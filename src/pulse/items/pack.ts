import type { RoundItem, Texts } from '../answers/answer.ts';

/** The theme of an item. Beside the pinned question a round takes one item per axis. */
export type Axis =
  | 'autonomy'
  | 'mastery'
  | 'purpose'
  | 'safety'
  | 'load'
  | 'connection'
  | 'customer'
  | 'home';

export interface PackItem extends RoundItem {
  readonly axis: Axis;
}

/**
 * The starter pack, own wording on published constructs (self-determination, psychological safety).
 * Change a text and raise its version: rounds keep the words they were asked with.
 */
export const STARTER_PACK: readonly PackItem[] = [
  {
    id: 'decide',
    axis: 'autonomy',
    version: 1,
    texts: {
      de: 'In meinen letzten Schichten konnte ich selbst entscheiden, wie ich Kundinnen und Kunden helfe.',
      en: 'In my recent shifts I could decide for myself how to help customers.',
    },
  },
  {
    id: 'change',
    axis: 'autonomy',
    version: 1,
    texts: {
      de: 'Was uns bei der Arbeit stört, dürfen wir als Team ändern.',
      en: 'As a team we may change what gets in our way.',
    },
  },
  {
    id: 'learn',
    axis: 'mastery',
    version: 1,
    texts: {
      de: 'In meinen letzten Schichten habe ich etwas gelernt, das mir im Gespräch hilft.',
      en: 'In my recent shifts I learned something that helps me in conversations.',
    },
  },
  {
    id: 'knowledge',
    axis: 'mastery',
    version: 1,
    texts: {
      de: 'Das Wissen, das ich brauchte, war schnell zu finden.',
      en: 'The knowledge I needed was quick to find.',
    },
  },
  {
    id: 'tools',
    axis: 'mastery',
    version: 1,
    texts: {
      de: 'Meine Tools haben mir geholfen, statt mich aufzuhalten.',
      en: 'My tools helped me instead of holding me up.',
    },
  },
  {
    id: 'useful',
    axis: 'purpose',
    version: 1,
    texts: {
      de: 'Ich habe gesehen, dass meine Arbeit jemandem wirklich genützt hat.',
      en: 'I saw my work make a real difference to someone.',
    },
  },
  {
    id: 'mistake',
    axis: 'safety',
    version: 1,
    texts: {
      de: 'Bei uns kann ich einen Fehler ansprechen, ohne dass er mir nachhängt.',
      en: 'I can name a mistake here without it following me.',
    },
  },
  {
    id: 'ask-help',
    axis: 'safety',
    version: 1,
    texts: {
      de: 'Ich kann im Team um Hilfe bitten, ohne zu zögern.',
      en: 'I can ask my team for help without hesitating.',
    },
  },
  {
    id: 'workload',
    axis: 'load',
    version: 1,
    texts: {
      de: 'Mein Arbeitspensum war in meinen letzten Schichten machbar.',
      en: 'My workload was manageable in my recent shifts.',
    },
  },
  {
    id: 'handover',
    axis: 'connection',
    version: 1,
    texts: {
      de: 'Absprachen zwischen den Schichten haben funktioniert.',
      en: 'Handovers between shifts worked.',
    },
  },
  {
    id: 'signal',
    axis: 'customer',
    version: 1,
    texts: {
      de: 'Was wir von Kunden hören, kommt bei denen an, die es ändern können.',
      en: 'What we hear from customers reaches the people who can fix it.',
    },
  },
];

/** The one text of a round; rounds take turns. */
export const PROMPTS: readonly [Texts, Texts] = [
  {
    de: 'Was probieren wir bis zur nächsten Runde aus?',
    en: 'What shall we try until next round?',
  },
  {
    de: 'Was hat dir ein Kunde zuletzt gesagt, das alle wissen sollten?',
    en: 'What did a customer tell you lately that everyone should know?',
  },
];
