/** The course of a round: reminder, extension, ways on, talks, skipping, starting. */
export const round = {
  // 9 reminder, extension
  'reminder.title': 'The round is open until {close}.',
  'reminder.text': 'This goes to everyone, whether or not you have answered.',
  'extension.title': 'There are not yet 5 answers.',
  'extension.text': "So that your time isn't wasted, the round stays open once until {close}.",

  // 10 below the gate, 11 too small
  'below-gate.title':
    "There were fewer than 5 answers this time. I can't protect you with that, so I deleted them unread.",
  'below-gate.text': 'No blame: shifts, leave, busy days.',
  'below-gate.next': 'Next round: {date}.',
  'way.question': 'What next?',
  'way.keep': 'Keep as is',
  'way.longer': 'Open longer',
  'way.talk': 'Rather talk',
  'way.pause': 'Pause',
  'way.only-talk': 'Just questions to talk about',
  'way.rule':
    'Until you decide, no round opens. Everyone in the team and its leads may say; the first press counts.',
  'way.decided': '{person} decided: {way}.',
  'way.somebody': 'Somebody',
  'way.taken': 'Decided: {way}. Your team reads it in the channel.',
  'too-small.text': 'An honest way: questions that you talk about, with nothing to fill in.',
  'too-small.more': 'If there are more of you by then, the next round opens by itself on {date}.',

  // talking in the place of a round
  'talk.title': 'Questions for your talk',
  'talk.text': 'Take the one that fits. I collect nothing and store nothing of what you say.',
  'talk.item': 'How is that for you? “{item}”',
  'talk.back': 'Rather rounds again? Your lead sets that under {word}.',
  'setting.days': 'Length',
  'setting.days-open': '{n} days open',
  'setting.way': 'What you get',
  'setting.way-rounds': 'rounds with a result',
  'setting.way-talk': 'just questions to talk about',

  // skipping and starting
  'which-team.title': 'Which team do you mean?',
  'home.others': 'Your other teams:',
  'skip.title': 'Shall the round of {team} on {date} be skipped?',
  'skip.text': 'The one after it opens on {date}. Your team reads in the channel that you skipped it.',
  'skip.done': 'Skipped. Your team reads it in the channel. Next round: {date}.',
  'button.skip': 'Skip the round',
  'start.title': 'Shall a round of {team} open now?',
  'start.text':
    'It stays open as long as ever. Dates that fall into it are dropped; after that the rhythm goes on. Your team reads in the channel that you started it.',
  'start.talk-text': 'The channel gets questions to talk about, and your team reads that you started it.',
  'start.done': 'Done. It appears in the channel in a moment.',
  'button.start': 'Start now',
  'changed.skipped': 'The round of {date} is skipped.',
  'changed.kept': 'It stays as it is.',
  'changed.started': 'A round starts now, out of turn.',
  'log.skipped': 'round of {date} skipped',
  'log.kept': 'stays as it is',
  'log.started': 'round started out of turn',

  'refusal.way-over': 'This question is settled, so your click changed nothing.',
  'refusal.way-not-yours': 'The people of this team and its leads decide this. Guests can answer and write.',
  'refusal.way-decided': '{person} already decided: {way}. Your click changed nothing.',
  'refusal.nothing-planned': 'No such round is planned any more, so nothing changed.',
  'refusal.not-released': 'An admin has to release the pulse first.',
  'refusal.not-on-a-holiday': 'Today is a public holiday: nothing opens.',
  'refusal.start-too-early':
    'Your team was promised the first round for {date}. Nobody is asked before that.',
  'refusal.round-still-open': 'The last round has not had its time yet. You can start one from {date} on.',
} as const;
