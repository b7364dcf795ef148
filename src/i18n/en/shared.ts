/** What a channel reads, what is typed where it does not belong, and quiet. */
export const shared = {
  // 24 typed, in the channel
  'typed.title': "This does not count as an answer and I don't store it.",
  'typed.text': 'It is still in the chat: delete it if it was private.',
  'typed.us-two': "Let's do this just us two: {link}.",
  'typed.link': 'to our chat',
  'button.open': 'Open',

  'refusal.message-gone': 'I no longer have what this message was made from.',
  'refusal.message-not-for-you': 'This message belongs to another team.',
} as const;
