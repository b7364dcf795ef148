import { label } from '../i18n/translate.ts';
import type { Voice } from '../i18n/translate.ts';
import type { SharedMessage } from './actions.ts';
import type { Button, Card } from './card.ts';

/**
 * *English* below a German message, *Deutsch* below an English one: the same record in the other language, for whoever
 * presses it alone. Stands below every message that a whole channel reads, never below what one person reads.
 *
 * For a message of a new kind: name it in `SHARED` (actions.ts), put this button last into its card, and say in
 * `desk/shared-desk.ts` how it is read from its record; without that line the build fails.
 */
export const otherLanguageButton = (say: Voice, shared: SharedMessage): Button => {
  const language = say.language === 'de' ? 'en' : 'de';
  return { label: label(say(`language.${language}`)), intent: { kind: 'in-language', ...shared, language } };
};

/** A card that one person may read as well, as a whole channel reads it: with the button behind its last ones. */
export const forChannel = (say: Voice, card: Card, shared: SharedMessage): Card => {
  const button = otherLanguageButton(say, shared);
  const place = card.nodes.map(({ kind }) => kind).lastIndexOf('actions');
  if (place === -1) return { ...card, nodes: [...card.nodes, { kind: 'actions', buttons: [button] }] };
  const nodes = card.nodes.map((node, index) =>
    node.kind === 'actions' && index === place ? { ...node, buttons: [...node.buttons, button] } : node,
  );
  return { ...card, nodes };
};
