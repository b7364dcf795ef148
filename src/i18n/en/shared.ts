/** What a channel reads, what is typed where it does not belong, and quiet. */
export const shared = {
  // 24 typed, in the channel
  'typed.title': "This does not count as an answer and I don't store it.",
  'typed.text': 'It is still in the chat: delete it if it was private.',
  'typed.us-two': "Let's do this just us two: {link}.",
  'typed.link': 'to our chat',
  'button.open': 'Open',

  // 25 help
  'button.mine': 'Me',
  'help.mine': 'what I know about you, your times, erase',
  'help.later': 'There is more, for when you want it:',
  'help.pulse-now': 'answer now, whatever your times say',
  'help.away': 'be left alone, for example: pulse pause until 24 Dec',
  'help.back': 'back earlier',
  'help.pulse-off': 'never be asked again; nobody is told',
  'help.pulse-on': 'take part again',
  'help.pulse-skip': 'skip the next round (team lead)',
  'help.pulse-start': 'open a round now (team lead)',

  'refusal.message-gone': 'I no longer have what this message was made from.',
  'refusal.message-not-for-you': 'This message belongs to another team.',
} as const;
