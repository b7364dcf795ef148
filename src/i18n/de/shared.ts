import type { shared as en } from '../en/shared.ts';
import type { Template } from '../catalogue.ts';

/** Was ein Kanal liest, was getippt wird, wo es nicht hingehört, und Ruhe. */
export const shared = {
  // 24 getippt, im Kanal
  'typed.title': 'Das zählt nicht als Antwort, und ich speichere es nicht.',
  'typed.text': 'Im Chat steht es trotzdem: Lösche es, wenn es privat war.',
  'typed.us-two': 'Das machen wir lieber zu zweit: {link}.',
  'typed.link': 'zu unserem Chat',
  'button.open': 'Öffnen',

  // 25 Hilfe
  'button.mine': 'Meins',
  'help.mine': 'was ich über dich weiß, deine Zeiten, löschen',
  'help.later': 'Es gibt mehr, wenn du es brauchst:',
  'help.pulse-now': 'jetzt antworten, egal was deine Zeiten sagen',
  'help.away': 'in Ruhe gelassen werden, zum Beispiel: puls pause bis 24.12.',
  'help.back': 'früher zurück',
  'help.pulse-off': 'nie mehr gefragt werden; niemand erfährt es',
  'help.pulse-on': 'wieder dabei sein',
  'help.pulse-skip': 'die nächste Runde aussetzen (Teamleitung)',
  'help.pulse-start': 'jetzt eine Runde öffnen (Teamleitung)',

  'refusal.message-gone': 'Woraus diese Nachricht entstanden ist, habe ich nicht mehr.',
  'refusal.message-not-for-you': 'Diese Nachricht gehört einem anderen Team.',
} as const satisfies Readonly<Record<keyof typeof en, Template>>;
