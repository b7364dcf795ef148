import type { Template } from '../catalogue.ts';
import type { teamSetUp as source } from '../en/team-set-up.ts';

/** Ein Team einrichten: Formular, Vorschau, wer leitet. */
export const teamSetUp = {
  'team.form-leads-hint': 'Wen du nennst, frage ich zuerst. Leitest du nicht selbst, nimm dich heraus.',
  'team.form-channels': 'Weitere Kanäle des Teams',
  'team.form-channels-hint': 'Versprechen und Ergebnisse stehen auch dort; wer darin ist, gehört zum Team.',
  'team.form-asks': 'Arbeitet ihr rund um die Uhr?',
  'team.form-asks-direct': 'Nein, ich frage per Direktnachricht',
  'team.form-asks-channel': 'Ja, ich frage nur im Kanal',
  'team.form-land-hint': 'An diesen Tagen öffnet nichts, und ich frage und erinnere niemanden.',
  'button.preview': 'Vorschau',
  'button.propose': 'Vorschlagen',

  'preview.title': 'Vorschau',
  'preview.channel': 'So liest es der Kanal:',
  'preview.channels': 'So lesen es die Kanäle ({channels}):',
  'preview.readers': { one: '{n} Person kann das lesen.', other: '{n} Personen können das lesen.' },
  'preview.readers-most': {
    one: 'Bis zu {n} Person kann das lesen.',
    other: 'Bis zu {n} Personen können das lesen.',
  },
  'preview.asked': { one: '{n} Person werde ich fragen.', other: '{n} Personen werde ich fragen.' },
  'preview.asked-most': {
    one: 'Bis zu {n} Person werde ich fragen.',
    other: 'Bis zu {n} Personen werde ich fragen.',
  },
  'preview.first': 'Die erste Runde öffnet am {date}.',
  'preview.first-earliest': 'Die erste Runde öffnet frühestens am {date}.',
  'preview.waits':
    'Ein Admin hat den Puls noch nicht freigegeben. Bis dahin steht nichts im Kanal und niemand wird gefragt; das Datum plane ich bei der Freigabe.',
  'preview.invited':
    'Zuerst frage ich, wer leiten möchte: {people}. Sagt 14 Tage lang niemand Ja, verfällt der Vorschlag.',
  'preview.invited-too': 'Ich frage, wer mit dir leiten möchte: {people}.',
  'promise.who-text-several': {
    one: ' Alle in {channels} ({n} Person) sehen dasselbe Ergebnis zur selben Zeit. Wer was geantwortet hat, sieht niemand.',
    other:
      ' Alle in {channels} ({n} Personen) sehen dasselbe Ergebnis zur selben Zeit. Wer was geantwortet hat, sieht niemand.',
  },
  'preview.talk': 'Die ersten Fragen fürs Gespräch kommen am {date}. Einzeln frage ich niemanden.',
  'preview.talk-earliest':
    'Die ersten Fragen fürs Gespräch kommen frühestens am {date}. Einzeln frage ich niemanden.',
  'promise.talk-title': 'Ab {date} stelle ich hier {rhythm} Fragen fürs Gespräch.',
  'promise.talk-text': 'Einzeln frage ich niemanden, es gibt nichts auszufüllen, und ich sammle nichts.',
  'button.talk': 'Nur Fragen fürs Gespräch',
  'team.proposed-title': 'Dein Team ist vorgeschlagen.',
  'team.proposed-text':
    'Ich habe gefragt. Sobald jemand die Leitung annimmt, steht das Versprechen im Kanal.',

  'team.saved-waits-text':
    'Es wartet, bis ein Admin den Puls freigibt. Dann steht das Versprechen im Kanal, mit dem Datum der ersten Fragen. Vorher frage ich niemanden.',
  'team.proposed-waits-text':
    'Ich habe gefragt. Das Versprechen steht im Kanal, sobald jemand die Leitung annimmt und ein Admin den Puls freigegeben hat.',

  'refusal.team-waits': 'Dieser Kanal hat schon ein Team. Es wartet auf die Freigabe durch einen Admin.',
  'refusal.too-few': {
    one: 'Hier könnte ich {n} Person fragen. Anonym geht erst ab 5 Antworten, ich würde also umsonst fragen.',
    other: 'Ihr seid {n}. Anonym geht erst ab 5 Antworten, ich würde euch also umsonst fragen.',
  },
  'too-few.nobody': 'Hier ist niemand, den ich fragen könnte. Anonym geht erst ab 5 Antworten.',
  'too-few.text':
    'Die Teamleitung zählt nicht mit, und wer zu einem anderen Puls-Team gehört, wird dort gefragt.',

  'invitation.title': '{person} schlägt dich als Teamleitung von {team} vor.',
  'invitation.text':
    'Eine Teamleitung wird nicht gefragt, liest dasselbe Ergebnis und plant Zeit für das ein, was das Team ausprobiert.',
  'invitation.lapses': 'Nimmt 14 Tage lang niemand an, verfällt der Vorschlag.',
  'invitation.lapses-alone': 'Annehmen kannst du 14 Tage lang.',
  'button.accept-lead': 'Annehmen',
  'button.decline-lead': 'Ich nicht',
  'invitation.dialog': 'Ein Team leiten',
  'invitation.accepted': 'Du leitest {team}.',
  'invitation.accepted-text':
    'Das Versprechen steht gleich im Kanal, mit dem Datum der ersten Fragen. Du wirst nicht gefragt.',
  'invitation.accepted-waits-text':
    'Das Team wartet, bis ein Admin den Puls freigibt. Dann steht das Versprechen im Kanal. Du wirst nicht gefragt.',
  'invitation.joined': 'Du leitest {team} jetzt mit.',
  'invitation.joined-text': 'Dein Team liest es im Kanal. Du wirst nicht mehr gefragt.',
  'invitation.declined': 'Gut, du leitest {team} nicht.',
  'proposal.declined': 'Niemand möchte {team} leiten.',
  'proposal.lapsed': 'Seit 14 Tagen hat niemand die Leitung von {team} angenommen.',
  'proposal.over-text':
    'Dein Vorschlag ist damit vorbei, der Kanal ist wieder frei. Sprich erst mit jemandem und schlag es dann noch einmal vor.',
  'changed.lead-joined': 'Leitet jetzt mit: {people}',

  'refusal.team-proposed':
    'Für diesen Kanal ist schon ein Team vorgeschlagen. Es wartet auf jemanden, der es leitet.',
  'refusal.team-ending': 'Hier läuft noch die letzte Runde des vorigen Teams. Danach ist der Kanal frei.',
  'refusal.leads-enough':
    'Du leitest schon zwei Teams. Ein drittes geht nur mit einem Admin: Er schlägt es vor, oder er leitet es.',
  'refusal.also-channel-unreadable': 'Einen dieser Kanäle sehe ich nicht. Lade mich erst dorthin ein.',
  'refusal.also-channel-shared': 'Einer dieser Kanäle ist mit einer anderen Organisation geteilt.',
  'refusal.also-channel-public': 'Einer dieser Kanäle ist öffentlich: Auch andere würden mitlesen.',
  'refusal.also-channel-archived': 'Einer dieser Kanäle ist archiviert.',
  'refusal.also-not-in-channel': 'Du musst in jedem Kanal sein, den du wählst.',
  'refusal.also-channel-taken': 'Einer dieser Kanäle gehört zu einem anderen Team.',
  'refusal.proposal-over': 'Dieser Vorschlag gilt nicht mehr.',
  'refusal.invitation-over':
    'Die Frage an dich ist mehr als 14 Tage alt. Wer das Team leitet, kann dich noch einmal fragen.',
  'refusal.not-invited': 'Das war nicht an dich gerichtet.',
  'refusal.leads-already': 'Du leitest dieses Team schon.',
  'refusal.guest-cannot-lead': 'Gäste können antworten und schreiben; leiten können volle Mitglieder.',
  'refusal.lead-must-be-here': 'Wer leitet, muss im Kanal sein. Komm dazu und drück noch einmal.',
} as const satisfies Readonly<Record<keyof typeof source, Template>>;
