/** Release, set-up, trial, data sheet. */
export const admin = {
  // 1 welcome
  'setup.dialog': 'Set up',
  'setup.title': 'Hi! I ask nobody anything until you release me.',
  'setup.title-released': 'Hi! The pulse is released: teams that are set up are asked.',
  'setup.steps': 'Five steps, stop after any of them:',
  'setup.step-admins': 'a second admin',
  'setup.admins-are': 'Admins: {people}',
  'setup.admin-is': 'Admin: {people}. One is enough, two are better.',
  'setup.step-release': 'works council and data protection: show the data sheet, enter the release date',
  'setup.released': 'Released by {person}, from {date}. Ground: {ground}',
  'setup.released-by-somebody': 'Released from {date}. Ground: {ground}',
  'setup.step-approvers': 'who answers tool requests',
  'setup.step-tools': 'tick the tools you already have',
  'setup.later': ' (comes later)',
  'setup.step-team': 'first team',
  'setup.stays': 'This message stays as it is. {word} shows how things are now.',
  'setup.team-title': 'The first team is set up where it is.',
  'setup.team-text':
    "Invite me to the team's channel and type {word} there. Any full member can do that, it takes a minute.",
  'button.setup-next': 'Next',
  'button.setup-trial': 'Just try it',
  'button.setup-release': 'Release',
  'button.setup-team': 'First team',
  'button.setup-admins': 'Change admins',
  'button.setup-withdraw': 'Withdraw release',
  'button.save': 'Save',

  // admins
  'admins.intro':
    'Admins release, appoint each other and try things out. They see no answer and no more of a result than anybody.',
  'admins.field': 'Admins',
  'admins.hint': 'One to five full members; two are better than one.',
  'admins.saved': 'Saved. Whoever was added or removed is told.',
  'admins.appointed': '{person} made you an admin here.',
  'admins.removed': '{person} removed you as an admin here.',

  // release
  'release.dialog': 'Release',
  'release.intro':
    'From the release on I ask teams. Show works council and data protection the data sheet first.',
  'release.workflow': 'What is released?',
  'release.workflow-pulse': 'Pulse: regular questions to teams',
  'release.date': 'From when does it hold? (today or earlier)',
  'release.ground': 'On what ground?',
  'release.ground-hint': 'Such as: works agreement of 20 November. Shown to all admins.',
  'button.release': 'Release',
  'release.saved': 'Released. Teams that waited start by themselves within a few minutes.',
  'withdraw.intro': 'If you withdraw the release, nobody is asked any more from now on.',
  'withdraw.rounds':
    'Open rounds end at once. What was said in them is deleted unread, and no result appears.',
  'withdraw.leads': 'The team leads are told.',
  'withdraw.stays': 'Teams and earlier results stay. A new release lets everything go on.',
  'button.withdraw-release': 'Withdraw',
  'withdraw.saved': 'Withdrawn. Nobody is asked any more.',
  'release.news-waits': '{team} is set up and waits for the release by an admin.',
  'release.news-waits-text':
    'I ask nobody before that. When the release comes, it starts by itself: first the promise in the channel, then the first round.',
  'release.news-withdrawn': 'The release was withdrawn: {team} is not asked any more.',
  'release.news-withdrawn-text':
    'What was said in a round that was open is deleted unread. If an admin releases it again, it goes on by itself.',
  'release.news-released': 'There is a release again: {team} goes on.',
  'release.news-released-text': 'The next round opens on {date}.',
  'release.news-released-soon': 'I am just reading the channel.',
  'release.home-waits': 'The team waits for the release by an admin. Nobody is asked before that.',

  // trial
  'trial.dialog': 'Just try it',
  'trial.intro':
    'A real round in ten minutes, for admins only: three questions by direct message, then the result.',
  'trial.made-up': {
    one: 'I add {n} made-up answer, so that you see a result.',
    other: 'I add {n} made-up answers, so that you see a result.',
  },
  'trial.few': 'With so few players it is easy to guess who said what: write nothing that must stay secret.',
  'trial.gone': 'After that I delete all of it. Only the messages in your chat stay.',
  'trial.players': 'Who plays along?',
  'trial.players-hint': 'Admins only. You are in it in any case.',
  'button.start-trial': 'Start',
  'trial.started': 'It starts.',
  'trial.started-text': 'The questions come by direct message in a moment, the result in ten minutes.',
  'trial.ask': 'Trial: three questions about your recent shifts, under a minute.',
  'trial.over': 'Trial over. This is what your team would read in its channel:',
  'trial.added': {
    one: '{n} made-up answer added, so that you see a result.',
    other: '{n} made-up answers added, so that you see a result.',
  },
  'trial.comment-one': '(made up) A list of the ten most frequent questions for all of us.',
  'trial.comment-two': '(made up) Half an hour without calls on Fridays.',
  'trial.unread': 'Trial over. There were fewer than 5 answers, so I deleted them unread.',
  'trial.unread-text': {
    one: 'Nobody answered, and {n} made-up answer alone is not enough. It would be the same in a team.',
    other: 'Nobody answered, and {n} made-up answers alone are not enough. It would be the same in a team.',
  },
  'trial.deleted': 'The trial is being deleted. Only this message stays.',

  // data sheet
  'button.data-sheet': 'Data sheet',
  'sheet.title': 'Data sheet, in short',
  'sheet.purpose': 'What for: ',
  'sheet.purpose-text': 'Teams talk about their work and change something. No performance monitoring.',
  'sheet.stored': 'What is stored: ',
  'sheet.stored-text':
    'who is in which team and leads it, language and own times, results. No names, no mail addresses.',
  'sheet.answers': 'Answers: ',
  'sheet.answers-text':
    'confidential until the round closes. Then single answers and their key are destroyed: anonymous.',
  'sheet.readers': 'Who sees what: ',
  'sheet.readers-text':
    'team and lead the same, at the same time, from 5 answers, with figures from 8. Admins see no more than that.',
  'sheet.kept': 'How long: ',
  'sheet.kept-text': 'results 24 months, records of messages and logs 30 days, people who left 30 days.',
  'sheet.before': 'Before the close: ',
  'sheet.before-text':
    'whoever runs the technology could resolve answers while a round is open. Backups of them do not exist.',
  'sheet.platform': '{platform} itself: ',
  'sheet.platform-text':
    '{platform} keeps messages by the rules of your workspace and carries what you enter.',
  'sheet.impossible': 'Not possible: ',
  'sheet.impossible-text': 'figures per person, who took part, comparing teams or people.',
  'sheet.whole': 'All of it: {link}',
  'sheet.link': 'the data sheet',
  'sheet.where':
    'All of it is in the documentation: docs/data-sheet.en.md. Whoever runs me here can give it to you.',

  // words
  'help.setup': 'for admins: release, admins, trial',
  'help.data-sheet': 'what is stored, who sees it, for how long',

  // refusals
  'refusal.admins-only': 'Only admins do this here. You can ask: {people}',
  'admins.none':
    'Only admins do this, and there is none yet. Whoever installed me names the first one in the configuration.',
  'refusal.admin-needed': 'At least one admin must stay.',
  'refusal.admins-too-many': 'At most five admins, please.',
  'refusal.admin-not-a-member': 'Only full members of your organisation can be admins.',
  'refusal.release-date-missing': 'Please choose a day.',
  'refusal.release-date-ahead': 'This day is still ahead. Release on the day from which it holds.',
  'refusal.release-ground-missing': 'Please say on what ground, in a few words.',
  'refusal.release-ground-too-long': 'At most 300 characters, please.',
  'refusal.release-exists': 'The pulse is released already. {release}',
  'refusal.release-gone': 'There is no release to withdraw. Nobody is asked.',
  'refusal.trial-running': 'A trial is running already, until {date}. After that you can start another one.',
  'refusal.trial-for-admins': 'Only admins can play in a trial.',
} as const;
