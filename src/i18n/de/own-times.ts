import type { Template } from '../catalogue.ts';
import type { ownTimes as en } from '../en/own-times.ts';

/** Eigene Zeiten (7), weg (8), aus und an, Knöpfe der Frage. */
export const ownTimes = {
  'button.my-times': 'Meine Zeiten',
  'button.away': 'Ich bin weg bis …',
  'button.later': 'Später',
  'button.not-this-round': 'Diese Runde nicht',
  'ask.first': 'Seit {date} macht dein Team das. Alle sehen dasselbe Ergebnis, niemand sieht, wer was sagt.',
  'ask.first-round': 'Alle sehen dasselbe Ergebnis, niemand sieht, wer was sagt.',
  'button.in-an-hour': 'In einer Stunde',
  'button.come-myself': 'Ich melde mich selbst',
  'later.when': 'Gern. Wann passt es?',
  'later.noted': 'Gut, um {time} frage ich dich noch einmal.',
  'later.noted-text':
    'Das geht einmal je Runde, und es kommt auch, wenn du bis dahin geantwortet hast: Ob du es hast, weiß hier niemand.',
  'later.come-myself': 'Gut, ich frage nicht nach. Wenn du so weit bist: {word}',
  'later.title': 'Du wolltest später gefragt werden.',
  'later.text':
    'Drei Fragen, unter einer Minute. Offen bis {close}. Das kommt auch, wenn du schon geantwortet hast.',
  'not-now.title': 'Gut, diese Runde frage ich dich nicht mehr.',
  'not-now.text': 'Niemand sieht das. Überlegst du es dir anders: {word}',
  'refusal.too-late-for-later': 'Dafür schließt die Runde zu bald. Mit „Antworten“ geht es bis zum Schluss.',
  'refusal.later-on-a-holiday':
    'In einer Stunde ist Feiertag, da frage ich niemanden. Mit „Antworten“ geht es trotzdem.',
  'refusal.later-is-over': 'Später geht einmal je Runde, und das war schon. Mit „Antworten“ geht es weiter.',
  'refusal.pulse-is-off':
    'Du hast den Puls für dich ausgeschaltet, also schreibe ich dich nicht an. „Antworten“ geht trotzdem; zurück mit „puls an“.',
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
  'off.text':
    'Niemand erfährt davon: Auf der Liste deines Teams bleibst du wie alle. Antworten kannst du weiter: {pulse}. Wieder gefragt werden: {word}',
  'on.title': 'Gut, du bist wieder dabei.',
  'on.text': 'Ab jetzt frage ich dich wieder. Niemand erfährt davon.',
  'refusal.day-unreadable': 'Diesen Tag verstehe ich nicht. Schreib ihn so: 24.12. oder 24.12.2026.',
  'refusal.day-past': 'Dieser Tag ist schon vorbei. Nimm heute oder einen späteren.',
  'refusal.day-too-far': 'Das ist mehr als ein Jahr hin. Nimm einen früheren Tag; verlängern geht immer.',
  'refusal.time-missing': 'Bitte wähl für „immer“ einen Tag und eine Uhrzeit.',
} as const satisfies Readonly<Record<keyof typeof en, Template>>;
