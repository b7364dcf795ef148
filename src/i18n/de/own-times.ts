import type { Template } from '../catalogue.ts';
import type { ownTimes as en } from '../en/own-times.ts';

/** Eigene Zeiten (7), weg (8), aus und an, Knöpfe der Frage. */
export const ownTimes = {
  'button.my-times': 'Meine Zeiten',
  'button.away': 'Ich bin weg bis …',
  'own.private': 'Niemand sonst sieht diese Einstellung.',
  'own.asks': 'Wann soll ich dich fragen?',
  'own.asks-team': 'wie in meinem Team üblich',
  'own.asks-at': 'immer am gewählten Tag, zur gewählten Zeit',
  'own.asks-now': 'wechselnde Schichten: ich sage „jetzt“',
  'own.asks-channel': 'gar nicht, ich sehe es im Kanal',
  'own.weekday': 'Immer am',
  'own.time': 'Um',
  'own.time-hint': 'Auf deiner Uhr ({zone}). Eine feste Zeit gilt ab der nächsten Runde.',
  'own.language': 'Sprache',
  'own.language-team': 'wie in meinem Team',
  'own.save': 'Speichern',
  'own.saved-title': 'Gemerkt.',
  'own.saved-at': 'Ab der nächsten Runde frage ich dich immer am {weekday} um {time}.',
  'own.saved-now': 'Ich schreibe dich nicht an. Wenn du so weit bist: {word}.',
  'own.saved-channel': 'Ich schreibe dich nicht an. Die Runde siehst du im Kanal.',
  'own.saved-team': 'Ich frage dich, wie es in deinem Team üblich ist.',
  'away.title': 'Ich bin weg',
  'away.until': 'Bis wann?',
  'away.until-hint': 'Der letzte Tag, an dem ich dich in Ruhe lasse.',
  'away.saved':
    'Gut. Bis einschließlich {date} lasse ich dich in Ruhe. Warum du weg bist, frage ich nicht, und niemand sieht diese Einstellung. Früher zurück? {word}',
  'back.title': 'Schön, dass du wieder da bist. Die Pause ist vergessen.',
  'off.title': 'Gut, ich frage dich nicht mehr.',
  'off.text': 'Ab der nächsten Runde zählst du auch nicht mit. Niemand erfährt davon. Wieder dabei: {word}',
  'on.title': 'Gut, du bist wieder dabei.',
  'on.text': 'Ab der nächsten Runde frage ich dich. Niemand erfährt davon.',
  'refusal.day-unreadable': 'Diesen Tag verstehe ich nicht. Schreib ihn so: 24.12. oder 24.12.2026.',
  'refusal.day-past': 'Dieser Tag ist schon vorbei. Nimm heute oder einen späteren.',
  'refusal.day-too-far': 'Das ist mehr als ein Jahr hin. Nimm einen früheren Tag; verlängern geht immer.',
  'refusal.time-missing': 'Bitte wähl für „immer“ einen Tag und eine Uhrzeit.',
} as const satisfies Readonly<Record<keyof typeof en, Template>>;
