import type { Template } from '../catalogue.ts';
import type { round as source } from '../en/round.ts';

/** Der Lauf einer Runde: Erinnerung, Verlängerung, Wege, Gespräche, Aussetzen, Starten. */
export const round = {
  // 9 Erinnerung, Verlängerung
  'reminder.title': 'Die Runde ist noch bis {close} offen.',
  'reminder.text': 'Das geht an alle, egal ob du schon geantwortet hast.',
  'extension.title': 'Es sind noch keine 5 Antworten.',
  'extension.text': 'Damit eure Zeit nicht umsonst war, bleibt die Runde einmal bis {close} offen.',

  // 10 unter der Schwelle, 11 zu klein
  'below-gate.title':
    'Diesmal waren es weniger als 5 Antworten. Damit kann ich euch nicht schützen, also habe ich sie ungelesen gelöscht.',
  'below-gate.text': 'Kein Vorwurf: Schichten, Urlaub, viel los.',
  'below-gate.next': 'Nächste Runde: {date}.',
  'way.question': 'Wie weiter?',
  'way.keep': 'So lassen',
  'way.longer': 'Länger offen',
  'way.talk': 'Lieber im Gespräch',
  'way.pause': 'Pause',
  'way.only-talk': 'Nur Fragen fürs Gespräch',
  'way.rule':
    'Bis ihr entschieden habt, öffnet keine Runde. Sagen dürfen es alle im Team und seine Leitung; der erste Klick gilt.',
  'way.decided': '{person} hat entschieden: {way}.',
  'way.somebody': 'Jemand',
  'way.taken': 'Entschieden: {way}. Dein Team liest es im Kanal.',
  'too-small.text': 'Ein ehrlicher Weg: Fragen, über die ihr sprecht; auszufüllen ist nichts.',
  'too-small.more': 'Werdet ihr mehr, öffnet die nächste Runde am {date} von selbst.',

  // Gespräch statt Runde
  'talk.title': 'Fragen für euer Gespräch',
  'talk.text': 'Nehmt die, die passt. Ich sammle nichts ein und speichere nichts von dem, was ihr sagt.',
  'talk.item': 'Wie ist das bei euch? „{item}“',
  'talk.back': 'Lieber wieder Runden? Das stellt eure Leitung unter {word} ein.',
  'setting.days': 'Dauer',
  'setting.days-open': '{n} Tage offen',
  'setting.way': 'Was ihr bekommt',
  'setting.way-rounds': 'Runden mit Ergebnis',
  'setting.way-talk': 'nur Fragen fürs Gespräch',

  // Aussetzen und Starten
  'which-team.title': 'Welches Team meinst du?',
  'home.others': 'Deine anderen Teams:',
  'skip.title': 'Soll die Runde von {team} am {date} ausfallen?',
  'skip.text': 'Die danach öffnet am {date}. Dein Team liest im Kanal, dass du sie ausgesetzt hast.',
  'skip.done': 'Ausgesetzt. Dein Team liest es im Kanal. Nächste Runde: {date}.',
  'button.skip': 'Runde aussetzen',
  'start.title': 'Soll jetzt eine Runde von {team} öffnen?',
  'start.text':
    'Sie bleibt so lange offen wie immer. Termine, die hineinfallen, entfallen; danach geht der Rhythmus weiter. Dein Team liest im Kanal, dass du sie gestartet hast.',
  'start.talk-text':
    'Der Kanal bekommt Fragen fürs Gespräch, und dein Team liest, dass du sie gestartet hast.',
  'start.done': 'Gut. Gleich steht es im Kanal.',
  'button.start': 'Jetzt starten',
  'changed.skipped': 'Die Runde am {date} fällt aus.',
  'changed.kept': 'Es bleibt, wie es ist.',
  'changed.started': 'Jetzt beginnt eine Runde außer der Reihe.',
  'log.skipped': 'Runde am {date} ausgesetzt',
  'log.kept': 'bleibt, wie es ist',
  'log.started': 'Runde außer der Reihe gestartet',

  'refusal.way-over': 'Diese Frage ist erledigt, dein Klick hat nichts geändert.',
  'refusal.way-not-yours':
    'Das entscheiden die Leute in diesem Team und seine Leitung. Gäste können antworten und schreiben.',
  'refusal.way-decided': '{person} hat schon entschieden: {way}. Dein Klick hat nichts geändert.',
  'refusal.nothing-planned': 'So eine Runde ist nicht mehr geplant, also hat sich nichts geändert.',
  'refusal.not-released': 'Erst muss ein Admin den Puls freigeben.',
  'refusal.not-on-a-holiday': 'Heute ist Feiertag: Da öffnet nichts.',
  'refusal.start-too-early':
    'Deinem Team ist die erste Runde für {date} versprochen. Vorher frage ich niemanden.',
  'refusal.round-still-open': 'Die letzte Runde hatte ihre Zeit noch nicht. Starten kannst du ab {date}.',
} as const satisfies Record<keyof typeof source, Template>;
