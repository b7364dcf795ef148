/** What a channel reads, what is typed where it does not belong, and quiet. */
export const shared = {
  'refusal.message-gone': 'I no longer have what this message was made from.',
  'refusal.message-not-for-you': 'This message belongs to another team.',
} as const;
