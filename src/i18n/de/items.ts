/** Fragen, Kommentare, Ergebnisse über die Zeit. */
export const items = {
  'items.pinned': 'Welche Frage kommt jedes Mal?',
  'items.pinned-hint': 'Mit derselben Frage seht ihr, ob sich etwas ändert.',
  'items.packs': 'Welche Fragen kommen dazu?',
  'pack.home-office': 'Homeoffice, höchstens eine pro Runde',

  'form.appear': 'Wie darf das erscheinen?',
  'form.verbatim': 'wörtlich, gemischt mit anderen',
  'form.theme-only': 'nur das Thema: {theme}',
  'form.theme-hint':
    '„Nur das Thema“: Deinen Text speichere ich nicht. Ein Thema zeige ich, sobald 3 es gewählt haben.',
  'form.few-share': ' Hier schreiben nur wenige Deutsch. „Nur das Thema“ schützt dich besser.',
  'theme.workload': 'Arbeitspensum',
  'theme.shifts': 'Schichten und Pausen',
  'theme.tools': 'Werkzeuge',
  'theme.knowledge': 'Wissen und Einarbeitung',
  'theme.customers': 'Kundinnen und Kunden',
  'theme.together': 'Zusammenarbeit',
  'theme.decisions': 'Entscheidungen und Führung',
  'theme.other': 'etwas anderes',

  'comments.themes': 'Mehrere haben nur das Thema gewählt: {themes}.',
  'comments.hidden-one': 'Ein Kommentar wurde ausgeblendet.',
  'comments.hidden-more': '{n} Kommentare wurden ausgeblendet.',
  'button.hide': 'Kommentar ausblenden',
  'hide.title': 'Kommentar ausblenden',
  'hide.sure': 'Für alle ausblenden? Das lässt sich nicht rückgängig machen.',
  'hide.who':
    'Dass einer ausgeblendet wurde, bleibt sichtbar. Wer es war, wird nirgends gespeichert. Aus Sicherungen verschwindet der Text nach {days} Tagen.',
  'hide.which': 'Welcher Kommentar?',
  'hide.submit': 'Für alle ausblenden',
  'refusal.hide-not-for-leads':
    'Die Teamleitung blendet keine Kommentare aus. Alle anderen im Team können es.',
  'refusal.hide-not-for-guests':
    'Gäste können antworten und schreiben; ausblenden können volle Mitglieder des Teams.',
  'refusal.hide-not-for-you': 'Ausblenden können nur die Leute aus diesem Team.',
  'refusal.comment-not-found': 'Dieser Kommentar ist schon weg.',

  'trend.more': ' Mehr sagen ja als in den letzten drei Runden.',
  'trend.fewer': ' Weniger sagen ja als in den letzten drei Runden.',

  'button.earlier': 'Früheres Ergebnis',
  'past.closed': 'Ergebnis der Runde, die am {date} zu Ende ging.',
} as const;
