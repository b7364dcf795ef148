/** Was über jemanden gespeichert ist: lesen, mitnehmen, löschen. */
export const mine = {
  'mine.title': 'Das weiß ich über dich.',
  'mine.profile': 'Aus dem Chat: {kind}, Sprache {language}, Zeitzone {zone}. Kein Name, keine Mailadresse.',
  'mine.kind-member': 'volles Mitglied',
  'mine.kind-guest': 'Gast',
  'mine.no-settings': 'Eigene Einstellungen: keine.',
  'mine.asks-at': 'Eigene Einstellung: immer am {weekday} um {time} fragen.',
  'mine.asks-now': 'Eigene Einstellung: Ich sage, wann es passt.',
  'mine.asks-channel': 'Eigene Einstellung: keine Direktnachricht, nur der Kanal.',
  'mine.away': 'Eigene Einstellung: weg bis einschließlich {date}.',
  'mine.off': 'Eigene Einstellung: nie fragen.',
  'mine.language': 'Eigene Einstellung: Sprache {language}.',
  'mine.team': 'Dein Team: {team}.',
  'mine.no-team': 'Du bist in keinem Puls-Team.',
  'mine.leads': 'Du leitest: {teams}.',
  'mine.admin': 'Du bist hier Admin.',
  'mine.asked': {
    one: 'Du stehst auf der Liste von {n} Runde deines Teams: dass sie dir offenstand, nicht ob du geantwortet hast. Listen lösche ich nach {days} Tagen.',
    other:
      'Du stehst auf den Listen von {n} Runden deines Teams: dass sie dir offenstanden, nicht ob du geantwortet hast. Listen lösche ich nach {days} Tagen.',
  },
  'mine.logged': {
    one: 'Dein Name steht in {n} Eintrag im Änderungsprotokoll deines Teams.',
    other: 'Dein Name steht in {n} Einträgen im Änderungsprotokoll deiner Teams.',
  },
  'mine.sent':
    'Welche Nachrichten an dich gingen, weiß ich höchstens {days} Tage lang; wie viele es waren, nur diese Woche.',
  'mine.answers': 'Deine Antworten stehen nicht hier.',
  'mine.answers-text':
    ' Falls du in der offenen Runde geantwortet hast, liegt deine Antwort unter einem Geheimzeichen: Im Formular siehst und änderst du sie. In geschlossenen Runden führt keine Spur zu dir.',
  'mine.ends':
    'Wer die Organisation verlässt, wird nach {left} Tagen gelöscht. Wird die App entfernt, lösche ich nach {removed} Tagen alles.',
  'setup.removal':
    'Entfernt ihr die App, hört jede Arbeit sofort auf, und nach {days} Tagen lösche ich alles. Verabschieden kann ich mich dann nicht mehr, darum steht es hier.',
  'button.export': 'Als Datei',
  'button.erase': 'Löschen',

  'export.coming': 'Deine Datei kommt gleich als Direktnachricht.',
  'export.message': 'Du hast danach gefragt: Das ist über dich gespeichert.',
  'export.sorry': 'Ich konnte dir die Datei nicht schicken. Versuch es bitte später noch einmal.',
  'export.sorry-text':
    'Klappt es wieder nicht, darf die App hier vielleicht keine Dateien schicken. Eure Admins können das ändern.',
  'export.made': 'Erstellt am {date}.',
  'export.elsewhere': 'Wo dein Name steht:',
  'export.nowhere': 'Sonst steht dein Name nirgends.',
  'export.team': '{team}: {fields}',
  'export.round': 'Runde {id}: {fields}',
  'export.asks': 'Runde {id}: sie stand dir offen; ob du geantwortet hast, ist nicht gespeichert',
  'export.settings': 'Einstellungen eurer Organisation: {fields}',
  'export.departure': 'Letzte Runde des Teams, das du verlassen hast: {id}',
  'export.field-leads': 'Teamleitung',
  'export.field-promise': 'im Versprechen an das Team als Leitung genannt',
  'export.field-invited': 'wer gefragt ist zu leiten, und von wem',
  'export.field-setUpBy': 'von dir eingerichtet',
  'export.field-players': 'spielt im Probelauf mit',
  'export.field-leftOut': 'von der Liste der Gefragten genommen',
  'export.field-came': 'neu im Kanal',
  'export.field-went': 'nicht mehr im Kanal',
  'export.field-log': 'Änderungsprotokoll',
  'export.field-wayOn': 'hat gewählt, wie es weitergeht',
  'export.field-admins': 'Admin',
  'export.field-first': 'erster Admin laut Konfiguration',
  'export.field-releases': 'hat eine Freigabe eingetragen',
  'export.field-history': 'technischer Verlauf',
  'export.field-other': 'Sonstiges ({field})',
  'export.answers':
    'Was du in der offenen Runde geantwortet hast, steht nicht in dieser Datei, und auch nicht, ob: Eine Datei im Chat darf das nicht verraten. Im Formular siehst du es, bis die Runde schließt.',

  'erase.dialog': 'Löschen',
  'erase.now': 'Sofort:',
  'erase.now-text':
    ' deine Einstellungen und Zeiten, dein Team und deine Antwort in der offenen Runde, falls es eine gibt.',
  'erase.soon': 'In wenigen Minuten:',
  'erase.soon-text':
    ' dein Name auf Listen der Gefragten, in Teamleitung und Admins, in Änderungsprotokollen, und was an dich ging.',
  'erase.stays': 'Bleibt:',
  'erase.stays-text':
    ' was dein Team beschlossen hat, ohne deinen Namen. Was {platform} selbst von deinem Chat aufbewahrt.',
  'erase.last-lead':
    'Außer dir leitet niemand {team}: Der Kanal erfährt es, und die Admins übernehmen die Einstellungen.',
  'erase.last-admin':
    'Außer dir ist hier niemand Admin. Benenne vorher jemanden, sonst kann das nur, wer die App betreibt.',
  'erase.first-admin':
    'Die Konfiguration nennt dich als ersten Admin: Du wirst es nur wieder, wenn du selbst {word} tippst.',
  'erase.again':
    'Bleibst du im Kanal eines Teams, bist du dort neu und wirst ab der nächsten Runde gefragt. Willst du das nicht: {word}',
  'button.erase-now': 'Löschen',
  'button.never-ask': 'Nie mehr fragen',
  'erased.gone': 'Gelöscht:',
  'erased.gone-text':
    ' deine Einstellungen und Zeiten, dein Team, deine Antwort in der offenen Runde, falls es eine gab.',
  'erased.gone-sealed':
    ' deine Einstellungen und Zeiten, dein Team. Die Runde schloss gerade: Was du darin gesagt hast, zählt, und gleich führt dort keine Spur mehr zu dir.',
  'erased.gone-no-round': ' deine Einstellungen und Zeiten, dein Team.',
  'erased.not': 'Geht nicht:',
  'erased.not-text': ' geschlossene Runden; dort führt keine Spur zu dir, auch für mich nicht.',
  'erased.backups': 'Sicherungen sind bis {date} überschrieben. Beleg {receipt}',
} as const;
