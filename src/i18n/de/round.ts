import type { round as source } from '../en/round.ts';

/** Der Lauf einer Runde: Erinnerung, Verlängerung, Wege, Gespräche, Aussetzen, Starten, Feiertage. */
export const round = {
  // 9 Erinnerung, Verlängerung
  'reminder.title': 'Die Runde ist noch bis {close} offen.',
  'reminder.text': 'Das geht an alle, egal ob du schon geantwortet hast.',
  'extension.title': 'Es sind noch keine 5 Antworten.',
  'extension.text': 'Damit eure Zeit nicht umsonst war, bleibt die Runde einmal bis {close} offen.',
} as const satisfies Record<keyof typeof source, unknown>;
