/** Questions, comments, results over time. */
export const items = {
  'items.pinned': 'Which question comes every time?',
  'items.pinned-hint': 'With the same question you see whether something changes.',
  'items.packs': 'Which questions come as well?',
  'pack.home-office': 'Home office, at most one a round',

  'form.appear': 'How may this appear?',
  'form.verbatim': 'word for word, mixed with others',
  'form.theme-only': 'theme only: {theme}',
  'form.theme-hint': '“Theme only”: I do not store your text. A theme is shown once 3 people chose it.',
  'form.few-share': ' Few people here write English. “Theme only” protects you better.',
  'theme.workload': 'workload',
  'theme.shifts': 'shifts and breaks',
  'theme.tools': 'tools',
  'theme.knowledge': 'knowledge and training',
  'theme.customers': 'customers',
  'theme.together': 'how we work together',
  'theme.decisions': 'decisions and leading',
  'theme.other': 'something else',

  'comments.themes': 'Several chose the theme only: {themes}.',
  'comments.hidden-one': 'One comment was hidden.',
  'comments.hidden-more': '{n} comments were hidden.',
  'button.hide': 'Hide a comment',
  'hide.title': 'Hide a comment',
  'hide.sure': 'Hide for all? It cannot be undone.',
  'hide.who':
    'That one was hidden stays visible. Who did it is stored nowhere. The text is gone from backups after {days} days.',
  'hide.which': 'Which comment?',
  'hide.submit': 'Hide for all',
  'refusal.hide-not-for-leads': 'Leads hide no comments. Anybody else in the team can.',
  'refusal.hide-not-for-guests': 'Guests can answer and write; hiding is for full members of the team.',
  'refusal.hide-not-for-you': 'Only the people of this team can hide a comment.',
  'refusal.comment-not-found': 'This comment is gone already.',

  'trend.more': ' More people say yes than in the last three rounds.',
  'trend.fewer': ' Fewer people say yes than in the last three rounds.',

  'button.earlier': 'Earlier result',
  'past.closed': 'Result of the round that closed on {date}.',
} as const;
