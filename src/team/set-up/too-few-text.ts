import type { Text } from '../../chat/text.ts';
import type { Voice } from '../../i18n/translate.ts';

/** Too few to stay unknown (T11). */
export const tooFewText = (say: Voice, n: number): Text =>
  n === 0 ? say('too-few.nobody') : say('refusal.too-few', { n });
