/** What is stored about somebody: reading, taking along, erasing. */
export const mine = {
  'mine.title': 'This is what I know about you.',
  'mine.profile': 'From the chat: {kind}, language {language}, time zone {zone}. No name, no mail address.',
  'mine.kind-member': 'full member',
  'mine.kind-guest': 'guest',
  'mine.no-settings': 'Own settings: none.',
  'mine.asks-at': 'Own setting: ask always on {weekday} at {time}.',
  'mine.asks-now': 'Own setting: I say when I am ready.',
  'mine.asks-channel': 'Own setting: no direct message, only the channel.',
  'mine.away': 'Own setting: away up to and including {date}.',
  'mine.off': 'Own setting: never ask me.',
  'mine.language': 'Own setting: language {language}.',
  'mine.team': 'Your team: {team}.',
  'mine.no-team': 'You are in no pulse team.',
  'mine.leads': 'You lead: {teams}.',
  'mine.admin': 'You are an admin here.',
  'mine.asked': {
    one: 'You are on the list of {n} round of your team: that it was open to you, not whether you answered. I delete lists after {days} days.',
    other:
      'You are on the lists of {n} rounds of your team: that they were open to you, not whether you answered. I delete lists after {days} days.',
  },
  'mine.logged': {
    one: 'Your name stands in {n} entry of the change log of your team.',
    other: 'Your name stands in {n} entries of the change log of your teams.',
  },
  'mine.sent':
    'Which messages went to you I know for at most {days} days; how many they were, for this week only.',
  'mine.answers': 'Your answers are not here.',
  'mine.answers-text':
    ' If you answered in the open round, your answer lies under a secret code: open the form to see or change it. Nothing in closed rounds leads to you.',
  'mine.ends':
    'Whoever leaves the organisation is erased after {left} days. If the app is removed, I delete everything after {removed} days.',
  'setup.removal':
    'If you remove the app, all work stops at once and I delete everything after {days} days. I cannot say goodbye then, so I say it here.',
  'button.export': 'As a file',
  'button.erase': 'Erase',

  'export.coming': 'Your file comes as a direct message in a moment.',
  'export.message': 'You asked for this: what is stored about you.',
  'export.sorry': 'I could not send you the file. Please try again later.',
  'export.sorry-text':
    'If it fails again, the app may not be allowed to send files here. Your admins can change that.',
  'export.made': 'Made on {date}.',
  'export.elsewhere': 'Where your name stands:',
  'export.nowhere': 'Your name stands nowhere else.',
  'export.team': '{team}: {fields}',
  'export.round': 'Round {id}: {fields}',
  'export.asks': 'Round {id}: it was open to you; whether you answered is not stored',
  'export.settings': 'Settings of your organisation: {fields}',
  'export.departure': 'Last round of the team you left: {id}',
  'export.field-leads': 'lead',
  'export.field-promise': 'named as a lead in the promise to the team',
  'export.field-invited': 'who is asked to lead, and by whom',
  'export.field-setUpBy': 'set up by you',
  'export.field-players': 'plays a trial',
  'export.field-leftOut': 'taken off the list of people who are asked',
  'export.field-came': 'new in the channel',
  'export.field-went': 'not in the channel any more',
  'export.field-log': 'change log',
  'export.field-wayOn': 'chose which way the team goes on',
  'export.field-admins': 'admin',
  'export.field-first': 'first admin by configuration',
  'export.field-releases': 'entered a release',
  'export.field-history': 'technical history',
  'export.field-other': 'other ({field})',
  'export.answers':
    'What you answered in the open round is not in this file, and neither is whether you did: a file in a chat must not tell that. You see it in the form, until the round closes.',

  'erase.dialog': 'Erase',
  'erase.now': 'At once:',
  'erase.now-text':
    ' your settings and times, your team, and your answer in the open round, if you gave one.',
  'erase.soon': 'Within minutes:',
  'erase.soon-text':
    ' your name on lists of people who were asked, among leads and admins, in change logs, and what was sent to you.',
  'erase.stays': 'Stays:',
  'erase.stays-text':
    ' what your team decided, without your name. What {platform} itself keeps of your chat.',
  'erase.last-lead': 'Nobody else leads {team}: its channel is told, and the admins take over its settings.',
  'erase.last-admin':
    'Nobody else is an admin here. Name somebody first, or only whoever runs the app can do so.',
  'erase.first-admin':
    'The configuration names you as the first admin: you become one again only if you type {word} yourself.',
  'erase.again':
    'If you stay in a team channel, you are new there and are asked from the next round on. If you do not want that: {word}',
  'button.erase-now': 'Erase',
  'button.never-ask': 'Never ask me',
  'erased.gone': 'Erased:',
  'erased.gone-text': ' your settings and times, your team, your answer in the open round, if you gave one.',
  'erased.gone-sealed':
    ' your settings and times, your team. The round was just closing: what you said in it counts, and in a moment nothing there leads to you.',
  'erased.gone-no-round': ' your settings and times, your team.',
  'erased.not': 'Not possible:',
  'erased.not-text': ' closed rounds; nothing there leads to you, not even for me.',
  'erased.backups': 'Backups are overwritten by {date}. Receipt {receipt}',
} as const;
