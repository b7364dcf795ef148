import type { Catalogue } from './catalogue.ts';
import { admin } from './de/admin.ts';
import { items } from './de/items.ts';
import { mine } from './de/mine.ts';
import { ownTimes } from './de/own-times.ts';
import { round } from './de/round.ts';
import { shared } from './de/shared.ts';
import { teamChange } from './de/team-change.ts';
import { teamSetUp } from './de/team-set-up.ts';

/** German (Du). Every key of the English source; a missing or a surplus one does not compile. */
export const de = {
  // gemeinsam
  'rhythm.1': 'jede Woche',
  'rhythm.2': 'alle zwei Wochen',
  'rhythm.4': 'alle vier Wochen',
  'button.answer': 'Antworten',
  'button.protection': 'Wie ihr geschützt seid',
  'button.comments': 'Kommentare',
  'button.more-comments': 'Weitere Kommentare',
  'button.help': 'Hilfe',
  'button.result': 'Letztes Ergebnis',
  'dialog.title': 'Hinweis',
  'button.close': 'Schließen',
  'button.done': 'Fertig',
  'button.cancel': 'Abbrechen',
  'button.send': 'Abschicken',
  'button.set-up': 'Einrichten',

  // 2 Versprechen
  'promise.title':
    'Ab {date} stelle ich euch {rhythm} drei Fragen. Das dauert unter einer Minute und ist Arbeitszeit.',
  'promise.by': 'Eingerichtet von {person}.',
  'promise.leads': ' Die Teamleitung frage ich nicht: {people}.',
  'promise.who': 'Wer sieht was?',
  'promise.who-text': {
    one: ' Alle hier ({n} Person) sehen dasselbe Ergebnis zur selben Zeit. Wer was geantwortet hat, sieht niemand.',
    other:
      ' Alle hier ({n} Personen) sehen dasselbe Ergebnis zur selben Zeit. Wer was geantwortet hat, sieht niemand.',
  },
  'promise.when': 'Ab wann?',
  'promise.when-text': ' Ab 5 Antworten. Sind es weniger, lösche ich alles ungelesen.',
  'promise.choice': 'Freiwillig.',
  'promise.choice-text': ' Nicht mitmachen hat keine Folgen, und niemand sieht es.',

  // 3 Schutz
  'protection.title': 'Wie ihr geschützt seid',
  'protection.open':
    'Solange die Runde offen ist, liegt deine Antwort unter einem Geheimzeichen, damit du sie ändern kannst. Wer die Technik betreibt, könnte es in dieser Zeit auflösen. Deshalb sage ich bis dahin {word}.',
  'protection.open-word': 'vertraulich',
  'protection.closed':
    'Beim Schließen zähle ich zusammen, lösche die einzelnen Antworten und vernichte den Schlüssel. Danach kann es niemand mehr, auch ich nicht: {word}.',
  'protection.closed-word': 'anonym',
  'protection.remains':
    'Was bleibt: Deine Art zu schreiben kann dich verraten, und {platform} transportiert, was du eingibst.',

  // 4 Frage
  'ask.title': 'Drei Fragen zu deinen letzten Schichten, unter einer Minute.',
  'ask.until': 'Offen bis {close}.',

  // 5 Formular, 6 gespeichert
  'form.title': 'Drei Fragen',
  'form.intro': 'Keine Namen, keine Kundendaten.',
  'form.reader': 'Das liest dein Team, keine Beratungsstelle.',
  'form.contact': ' Geht es dir nicht gut: {contact}.',
  'form.comment-hint': 'Erscheint ab 5 Antworten und 2 Kommentaren.',
  'mark.1': '1 · stimmt gar nicht',
  'mark.2': '2',
  'mark.3': '3',
  'mark.4': '4',
  'mark.5': '5 · stimmt voll',
  'mark.cannot-say': 'kann ich nicht sagen',
  'saved.title': 'Drin.',
  'saved.text': 'Über denselben Knopf kannst du bis {close} alles ändern. Im Chat steht davon nichts.',

  // 10 unter der Grenze, 11 zu klein
  'lost.title':
    'Diese Runde ist verloren: Der Speicher mit den offenen Antworten ist ausgefallen, bevor ich zählen konnte.',
  'lost.text':
    'Er ist absichtlich nirgends gesichert, damit dort niemand eure Antworten nachlesen kann. Das tut mir leid.',
  'notice.for-admins': 'Das bekommst du als Admin. Die Teamleitung weiß es auch.',
  'notice.for-admins-leaderless': 'Das bekommst du als Admin: Zurzeit leitet niemand das Team.',
  'notice.channel-unreadable.title':
    'Ich kann den Kanal von {team} nicht lesen, deshalb öffnet diese Runde nicht.',
  'notice.channel-unreadable.text': 'Lade mich wieder in den Kanal ein. Am {date} schaue ich wieder nach.',
  'notice.channel-archived.title': 'Der Kanal von {team} ist archiviert, deshalb öffnet diese Runde nicht.',
  'notice.channel-archived.text':
    'Richte das Team in einem anderen Kanal ein oder hol diesen zurück. Am {date} schaue ich wieder nach.',
  'notice.channel-public.title':
    'Der Kanal von {team} ist jetzt öffentlich, deshalb öffnet diese Runde nicht.',
  'notice.channel-public.text':
    'Auch andere würden das Ergebnis lesen. Mach ihn wieder privat. Am {date} schaue ich wieder nach.',
  'notice.channel-shared.title':
    'Der Kanal von {team} ist mit einer anderen Organisation geteilt, deshalb öffnet diese Runde nicht.',
  'notice.channel-shared.text':
    'Fremde würden das Ergebnis mitlesen. Beende das Teilen oder richte das Team in einem anderen Kanal ein. Am {date} schaue ich wieder nach.',
  'notice.channel-left-out.title': 'Bei {team} lasse ich {channels} aus.',
  'notice.channel-left-out.text':
    'Archiviert, geteilt, öffentlich, oder ich bin nicht mehr darin: Dort poste ich nichts, und wer nur dort ist, wird nicht gefragt. Sobald das behoben ist, geht es dort von selbst weiter.',
  'notice.promise-unposted.title':
    'Ich konnte das Versprechen nicht in den Kanal von {team} stellen, deshalb frage ich niemanden.',
  'notice.promise-unposted.text': 'Erlaube mir, dort zu schreiben. Am {date} versuche ich es noch einmal.',
  'notice.result-unpublished.title': 'Ich konnte das Ergebnis von {team} nicht in den Kanal stellen.',
  'notice.result-unpublished.text':
    'Deshalb bekommt es niemand, auch du nicht: das Team zuerst. Lade mich wieder in den Kanal ein. Die nächste Runde öffnet am {date}.',
  'notice.result-not-at-home.title': 'Ich konnte das Ergebnis von {team} nicht in den ersten Kanal stellen.',
  'notice.result-not-at-home.text':
    'In einem weiteren Kanal des Teams steht es. Wer zum Team gehört, liest es mit „puls ergebnis“. Die nächste Runde öffnet am {date}.',

  // 12 Ergebnis
  'result.answers': '{n} Antworten.',
  'result.differ': 'Redet zuerst hierüber: „{item}“',
  'result.all-alike': 'Ihr seid euch bei allen Fragen einig.',
  'result.none': 'Zu keiner Frage gibt es 5 Antworten, die zählen.',
  'result.rest-alike': 'Wo genug geantwortet haben, seid ihr euch einig.',
  'result.guarded': 'Diesmal nur Worte, damit niemand ein Ergebnis vom anderen abziehen kann.',
  'result.differ-text':
    'Da liegt ihr am weitesten auseinander. Das ist kein Urteil, sondern ein guter Anfang.',
  'result.nearly-everyone': 'So gut wie alle sagen ja: ',
  'result.most': 'Die meisten sagen ja: ',
  'result.mixed': 'Gemischt: ',
  'result.few': 'Wenige sagen ja: ',
  'result.alike': 'Alle sehr ähnlich: ',
  'result.not-enough': 'Zu wenige Antworten: ',
  'result.item': '„{item}“',
  'result.cannot-say': ' ({n} können es nicht sagen)',
  'result.scale': '1 stimmt gar nicht … 5 stimmt voll. Ein Kästchen ist eine Antwort.',
  'result.share': '{n} von {total} sagen 4 oder 5. ',
  'result.change': 'Ob sich etwas ändert, kann ich nach drei Runden mit derselben Frage sagen.',
  'result.none-yet': 'Noch gibt es kein Ergebnis. Wenn es eins gibt, steht es im Kanal deines Teams.',
  'comments.title': 'Kommentare',
  'comments.intro': 'Wörtlich, in zufälliger Reihenfolge.',
  'comments.none': 'Es werden keine Kommentare gezeigt: Dafür braucht es 5 Antworten und 2 Kommentare.',

  // 13 an die Teamleitung
  'lead.title': 'Dein Team hat gerade das Ergebnis bekommen: {link}. Du siehst genau dasselbe.',
  'lead.title-unreached':
    'Das hat dein Team gerade gelesen: {link}. Mehr gibt es nicht, auch nicht für dich.',
  'lead.link': 'zum Ergebnis',
  'lead.link-unreached': 'im Kanal ansehen',
  'lead.advice':
    'Fürs Gespräch: nicht rechtfertigen, nicht raten, von wem es kommt. Drei gute Fragen: Was müsste passieren? Was wäre der kleinste Schritt? Was braucht ihr von mir?',

  // Einrichten
  'team.form-title': 'Team einrichten',
  'team.form-intro':
    'Ich stelle allen in diesem Kanal drei Fragen, außer der Teamleitung, Bots und Externen. Alle sehen dasselbe Ergebnis.',
  'team.form-leads': 'Wer leitet das Team? (wird nicht gefragt)',
  'team.form-rhythm': 'Wie oft?',
  'team.form-weekday': 'An welchem Tag öffnet eine Runde?',
  'team.form-time': 'Um wie viel Uhr?',
  'team.form-time-default': 'gegen Mittag',
  'team.form-language': 'Sprache im Kanal',
  'team.form-zone-hint': 'Zeitzone: {zone}. Eine Runde bleibt sieben volle Tage offen.',
  'team.saved-title': 'Dein Team ist eingerichtet.',
  'team.saved-text':
    'Das Versprechen steht gleich im Kanal, mit dem Datum der ersten Fragen. Vorher wird niemand gefragt.',
  'language.de': 'Deutsch',
  'language.en': 'English',

  // 25 Hilfe, Start
  'help.title': 'Das geht hier',
  'help.pulse': 'antworten oder sehen, wann die nächste Runde öffnet',
  'help.pulse-result': 'das letzte Ergebnis lesen',
  'help.team': 'dein Team einrichten oder ändern (in seinem Kanal)',
  'help.help': 'diese Liste',
  'help.end': 'Mehr musst du dir nicht merken.',
  'home.title-open': 'Eine Runde ist offen bis {close}.',
  'home.open-text': 'Drei Fragen, unter einer Minute. Bis dahin kannst du alles ändern.',
  'home.title-next': 'Für dich ist nichts offen.',
  'home.next-text': 'Die nächste Runde öffnet am {date}.',
  'home.no-team': 'Für dich ist nichts offen: Du bist noch in keinem Puls-Team.',
  'home.no-team-text':
    'Tippe {word} im Kanal deines Teams, dann ist eins in einer Minute eingerichtet. Gibt es schon eins, gehörst du ab seiner ersten Runde dazu.',
  'home.lead-title': 'Du leitest {team}.',
  'home.lead-open': 'Eine Runde ist offen bis {close}. Das Ergebnis bekommst du, wenn dein Team es bekommt.',

  // 24 wenn es nicht klappt
  'unknown.title': '„{typed}“ kenne ich nicht. Meintest du {word}?',
  'fault.title': 'Das hat nicht geklappt. Bitte versuch es noch einmal.',
  'fault.text': 'Dabei passiert nichts doppelt. Was gespeichert ist, siehst du unter {word}.',

  // Ablehnungen
  'refusal.round-closed': 'Die Runde ist zu, das zählt nicht mehr.',
  'refusal.round-closed-next': 'Die Runde ist seit {closed} zu, das zählt nicht mehr. Nächste: {date}.',
  'refusal.not-on-roster':
    'Diese Runde ist nicht für dich: Als sie öffnete, standest du nicht auf der Liste. Bleibst du im Kanal, kommst du bei einer der nächsten dazu.',
  'refusal.asked-elsewhere':
    'Diese Runde ist nicht für dich: Du gehörst zum Puls eines anderen Teams und wirst dort gefragt.',
  'refusal.channel-guests-are-not-asked': 'Wer nur in einem Kanal zu Gast ist, wird nicht gefragt.',
  'refusal.taken-off-the-list':
    'Diese Runde ist nicht für dich: Die Teamleitung hat dich von der Liste genommen. Frag sie, wenn das nicht stimmt.',
  'refusal.leads-are-not-asked':
    'Als Teamleitung wirst du nicht gefragt. Das Ergebnis bekommst du zusammen mit deinem Team.',
  'refusal.round-not-found': 'Diese Runde kenne ich nicht mehr.',
  'refusal.mark-missing': 'Bitte wähl etwas aus; „kann ich nicht sagen“ ist auch eine Antwort.',
  'refusal.comment-too-long': 'Bitte höchstens 500 Zeichen.',
  'refusal.outsider':
    'Das ist nur für Leute aus dieser Organisation. · This is for people of this organisation only.',
  'refusal.not-a-member': 'Gäste können antworten und schreiben; einrichten können volle Mitglieder.',
  'refusal.channel-unreadable':
    'Hier sehe ich keinen Kanal. Lade mich in den Kanal deines Teams ein und versuch es dort noch einmal.',
  'refusal.channel-shared':
    'Dieser Kanal ist mit einer anderen Organisation geteilt. Nimm einen, der nur euch gehört.',
  'refusal.channel-public':
    'Dieser Kanal ist öffentlich: Auch andere würden das Ergebnis lesen. Nimm einen privaten Kanal.',
  'refusal.channel-archived': 'Dieser Kanal ist archiviert. Nimm einen anderen.',
  'refusal.team-settling': 'Das Team dieses Kanals wird gerade eingerichtet. Das Versprechen kommt gleich.',
  'refusal.team-exists': 'In diesem Kanal gibt es schon ein Team. Die nächste Runde öffnet am {date}.',
  'refusal.not-in-channel': 'Einrichten kann nur, wer in diesem Kanal ist.',
  'refusal.no-lead': 'Bitte nenn mindestens eine Person, die leitet.',
  'refusal.lead-not-in-channel': 'Wer leitet, muss in diesem Kanal sein.',
  'refusal.lead-not-a-member': 'Leiten können nur volle Mitglieder eurer Organisation.',
  'refusal.choice-invalid': 'Bitte wähl eine der Möglichkeiten.',
  'refusal.result-not-for-you': 'Dieses Ergebnis gehört einem anderen Team.',
  ...admin,
  ...mine,
  ...ownTimes,
  ...shared,
  ...teamChange,
  ...teamSetUp,
  ...items,
  ...round,
} as const satisfies Catalogue;
