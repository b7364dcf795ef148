import type { Template } from '../catalogue.ts';
import type { admin as source } from '../en/admin.ts';

/** Freigabe, Einrichten, Probelauf, Datenblatt. */
export const admin = {
  // 1 Willkommen
  'setup.dialog': 'Einrichten',
  'setup.title': 'Hallo! Ich frage niemanden etwas, bevor du mich freigibst.',
  'setup.title-released': 'Hallo! Der Puls ist freigegeben: Eingerichtete Teams werden gefragt.',
  'setup.steps': 'Fünf Schritte, nach jedem kannst du aufhören:',
  'setup.step-admins': 'zweite Person als Admin',
  'setup.admins-are': 'Admins: {people}',
  'setup.admin-is': 'Admin: {people}. Eine Person genügt, zwei sind besser.',
  'setup.step-release': 'Betriebsrat und Datenschutz: Datenblatt zeigen, Freigabe mit Datum eintragen',
  'setup.released': 'Freigegeben von {person}, ab {date}. Grundlage: {ground}',
  'setup.released-by-somebody': 'Freigegeben ab {date}. Grundlage: {ground}',
  'setup.step-approvers': 'wer Tool-Anfragen beantwortet',
  'setup.step-tools': 'ankreuzen, welche Tools es bei euch gibt',
  'setup.later': ' (kommt später)',
  'setup.step-team': 'erstes Team',
  'setup.stays': 'Diese Nachricht bleibt, wie sie ist. Wie es gerade steht, zeigt {word}.',
  'setup.team-title': 'Das erste Team wird dort eingerichtet, wo es ist.',
  'setup.team-text':
    'Lade mich in den Kanal des Teams ein und tippe dort {word}. Das kann jedes volle Mitglied, es dauert eine Minute.',
  'button.setup-next': 'Weiter',
  'button.setup-trial': 'Nur ausprobieren',
  'button.setup-release': 'Freigabe',
  'button.setup-team': 'Erstes Team',
  'button.setup-admins': 'Admins ändern',
  'button.setup-withdraw': 'Freigabe zurückziehen',
  'button.save': 'Speichern',

  // Admins
  'admins.intro':
    'Admins geben frei, ernennen einander und probieren aus. Sie sehen keine Antwort und vom Ergebnis nicht mehr als alle anderen.',
  'admins.field': 'Admins',
  'admins.hint': 'Eine bis fünf Personen, volle Mitglieder; zwei sind besser als eine.',
  'admins.saved': 'Gespeichert. Wer dazukam oder wegfiel, erfährt es.',
  'admins.appointed': '{person} hat dich hier zum Admin gemacht.',
  'admins.removed': '{person} hat dich hier als Admin entfernt.',

  // Freigabe
  'release.dialog': 'Freigabe',
  'release.intro': 'Ab der Freigabe frage ich Teams. Zeig Betriebsrat und Datenschutz vorher das Datenblatt.',
  'release.workflow': 'Was wird freigegeben?',
  'release.workflow-pulse': 'Puls: regelmäßige Fragen an Teams',
  'release.date': 'Ab wann gilt das? (heute oder früher)',
  'release.ground': 'Auf welcher Grundlage?',
  'release.ground-hint': 'Zum Beispiel: Betriebsvereinbarung vom 20. November. Das sehen alle Admins.',
  'button.release': 'Freigeben',
  'release.saved': 'Freigegeben. Wartende Teams legen in den nächsten Minuten von selbst los.',
  'withdraw.intro': 'Ziehst du die Freigabe zurück, wird ab sofort niemand mehr gefragt.',
  'withdraw.rounds':
    'Offene Runden enden sofort. Was darin gesagt wurde, wird ungelesen gelöscht, und es erscheint kein Ergebnis.',
  'withdraw.leads': 'Die Teamleitungen erfahren es.',
  'withdraw.stays': 'Teams und frühere Ergebnisse bleiben. Mit einer neuen Freigabe geht alles weiter.',
  'button.withdraw-release': 'Zurückziehen',
  'withdraw.saved': 'Zurückgezogen. Niemand wird mehr gefragt.',
  'release.news-waits': '{team} ist eingerichtet und wartet auf die Freigabe durch einen Admin.',
  'release.news-waits-text':
    'Vorher frage ich niemanden. Kommt die Freigabe, geht es von selbst los: erst das Versprechen im Kanal, dann die erste Runde.',
  'release.news-withdrawn': 'Die Freigabe ist zurückgezogen: {team} wird nicht mehr gefragt.',
  'release.news-withdrawn-text':
    'Was in einer offenen Runde gesagt wurde, wird ungelesen gelöscht. Gibt ein Admin wieder frei, geht es von selbst weiter.',
  'release.news-released': 'Es gibt wieder eine Freigabe: {team} macht weiter.',
  'release.news-released-text': 'Die nächste Runde öffnet am {date}.',
  'release.news-released-soon': 'Ich lese gerade den Kanal.',
  'release.home-waits': 'Das Team wartet auf die Freigabe durch einen Admin. Vorher wird niemand gefragt.',

  // Probelauf
  'trial.dialog': 'Nur ausprobieren',
  'trial.intro':
    'Eine echte Runde in zehn Minuten, nur für Admins: drei Fragen als Direktnachricht, dann das Ergebnis.',
  'trial.made-up': {
    one: 'Ich lege {n} ausgedachte Antwort dazu, damit ihr ein Ergebnis seht.',
    other: 'Ich lege {n} ausgedachte Antworten dazu, damit ihr ein Ergebnis seht.',
  },
  'trial.few':
    'Bei so wenigen lässt sich leicht erraten, wer was gesagt hat: Schreibt nichts, das geheim bleiben soll.',
  'trial.gone': 'Danach lösche ich alles davon. Nur die Nachrichten in eurem Chat bleiben.',
  'trial.players': 'Wer spielt mit?',
  'trial.players-hint': 'Nur Admins. Du bist auf jeden Fall dabei.',
  'button.start-trial': 'Los',
  'trial.started': 'Es geht los.',
  'trial.started-text': 'Die Fragen kommen gleich als Direktnachricht, das Ergebnis in zehn Minuten.',
  'trial.ask': 'Probelauf: drei Fragen zu deinen letzten Schichten, unter einer Minute.',
  'trial.over': 'Probelauf vorbei. Das würde euer Team in seinem Kanal lesen:',
  'trial.added': {
    one: '{n} ausgedachte Antwort liegt dabei, damit ihr ein Ergebnis seht.',
    other: '{n} ausgedachte Antworten liegen dabei, damit ihr ein Ergebnis seht.',
  },
  'trial.comment-one': '(ausgedacht) Eine Liste der zehn häufigsten Fragen für uns alle.',
  'trial.comment-two': '(ausgedacht) Freitags eine halbe Stunde ohne Anrufe.',
  'trial.unread': 'Probelauf vorbei. Es waren weniger als 5 Antworten, also habe ich sie ungelesen gelöscht.',
  'trial.unread-text': {
    one: 'Geantwortet hat niemand, und {n} ausgedachte Antwort allein reicht nicht. In einem Team wäre es genauso.',
    other:
      'Geantwortet hat niemand, und {n} ausgedachte Antworten allein reichen nicht. In einem Team wäre es genauso.',
  },
  'trial.deleted': 'Der Probelauf wird gelöscht. Nur diese Nachricht bleibt.',

  // Datenblatt
  'button.data-sheet': 'Datenblatt',
  'sheet.title': 'Datenblatt in Kurzform',
  'sheet.purpose': 'Wofür: ',
  'sheet.purpose-text': 'Teams reden über ihre Arbeit und ändern etwas. Keine Leistungskontrolle.',
  'sheet.stored': 'Was ich speichere: ',
  'sheet.stored-text':
    'wer in welchem Team ist und es leitet, Sprache und eigene Zeiten, Ergebnisse. Keine Namen, keine Mailadressen.',
  'sheet.answers': 'Antworten: ',
  'sheet.answers-text':
    'vertraulich, bis die Runde schließt. Dann werden die einzelnen Antworten samt Schlüssel vernichtet: anonym.',
  'sheet.readers': 'Wer was sieht: ',
  'sheet.readers-text':
    'Team und Teamleitung dasselbe, zur selben Zeit, ab 5 Antworten, mit Zahlen ab 8. Admins sehen nicht mehr.',
  'sheet.kept': 'Wie lange: ',
  'sheet.kept-text': 'Ergebnisse 24 Monate, Zustellvermerke und Protokolle 30 Tage, wer geht, noch 30 Tage.',
  'sheet.before': 'Vor dem Schließen: ',
  'sheet.before-text':
    'Wer die Technik betreibt, könnte Antworten auflösen, solange eine Runde offen ist. Sicherungen davon gibt es nicht.',
  'sheet.platform': '{platform} selbst: ',
  'sheet.platform-text':
    '{platform} hebt Nachrichten nach den Regeln eures Arbeitsbereichs auf und transportiert, was ihr eingebt.',
  'sheet.impossible': 'Nicht möglich: ',
  'sheet.impossible-text': 'Zahlen pro Person, wer mitgemacht hat, Teams oder Personen vergleichen.',
  'sheet.whole': 'Ganz lesen: {link}',
  'sheet.link': 'das Datenblatt',
  'sheet.where':
    'Das ganze Datenblatt steht in der Dokumentation: docs/data-sheet.de.md. Wer mich hier betreibt, kann es dir geben.',

  // Wörter
  'help.setup': 'für Admins: Freigabe, Admins, Probelauf',
  'help.data-sheet': 'was gespeichert wird, wer es sieht, wie lange',

  // Absagen
  'refusal.admins-only': 'Das machen hier nur Admins. Frag gern: {people}',
  'admins.none':
    'Das machen nur Admins, und es gibt noch keinen. Wer mich installiert hat, nennt den ersten in der Konfiguration.',
  'refusal.admin-needed': 'Mindestens ein Admin muss bleiben.',
  'refusal.admins-too-many': 'Bitte höchstens fünf Admins.',
  'refusal.admin-not-a-member': 'Admin werden können nur volle Mitglieder eurer Organisation.',
  'refusal.release-date-missing': 'Bitte wähle einen Tag.',
  'refusal.release-date-ahead': 'Dieser Tag kommt erst noch. Gib an dem Tag frei, ab dem es gilt.',
  'refusal.release-ground-missing': 'Bitte nenne die Grundlage, in ein paar Worten.',
  'refusal.release-ground-too-long': 'Bitte höchstens 300 Zeichen.',
  'refusal.release-exists': 'Der Puls ist schon freigegeben. {release}',
  'refusal.release-gone': 'Es gibt keine Freigabe, die du zurückziehen könntest. Niemand wird gefragt.',
  'refusal.trial-running': 'Ein Probelauf läuft schon, bis {date}. Danach kannst du einen neuen starten.',
  'refusal.trial-for-admins': 'In einem Probelauf spielen nur Admins mit.',
} as const satisfies Readonly<Record<keyof typeof source, Template>>;
