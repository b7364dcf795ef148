import type { admin as source } from '../en/admin.ts';

/** Freigabe, Einrichten, Probelauf, Datenblatt. */
export const admin = {
  'release.news-waits': '{team} ist eingerichtet und wartet auf die Freigabe durch einen Admin.',
  'release.news-waits-text':
    'Vorher frage ich niemanden. Kommt die Freigabe, geht es von selbst los: erst das Versprechen im Kanal, dann die erste Runde.',
  'release.news-withdrawn': 'Die Freigabe ist zurückgezogen: {team} wird nicht mehr gefragt.',
  'release.news-withdrawn-text':
    'Was in einer offenen Runde gesagt wurde, wird ungelesen gelöscht. Gibt ein Admin wieder frei, geht es von selbst weiter.',
  'release.news-released': 'Es gibt wieder eine Freigabe: {team} macht weiter.',
  'release.news-released-text': 'Die nächste Runde öffnet {date}.',
  'release.news-released-soon': 'Ich lese gerade den Kanal.',
} as const satisfies Record<keyof typeof source, string>;
