/** The course of a round: reminder, extension, ways on, talks, skipping, starting, holidays. */
export const round = {
  // 9 reminder, extension
  'reminder.title': 'The round is open until {close}.',
  'reminder.text': 'This goes to everyone, whether or not you have answered.',
  'extension.title': 'There are not yet 5 answers.',
  'extension.text': "So that your time isn't wasted, the round stays open once until {close}.",
} as const;
