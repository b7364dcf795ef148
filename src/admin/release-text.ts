import { mention } from '../chat/text.ts';
import type { Text } from '../chat/text.ts';
import { dayText } from '../i18n/dates.ts';
import type { Voice } from '../i18n/translate.ts';
import type { Release } from './settings.ts';

/** Who released it, when and on what ground. */
export const releaseText = (say: Voice, { by, on, ground }: Release): Text => {
  const words = { date: dayText(on, say.language, 'with-year'), ground };
  return by === undefined
    ? say('setup.released-by-somebody', words)
    : say('setup.released', { ...words, person: mention(by) });
};
