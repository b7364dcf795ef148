/** Release, set-up, trial, data sheet. */
export const admin = {
  'release.news-waits': '{team} is set up and waits for the release by an admin.',
  'release.news-waits-text':
    'I ask nobody before that. When the release comes, it starts by itself: first the promise in the channel, then the first round.',
  'release.news-withdrawn': 'The release was withdrawn: {team} is not asked any more.',
  'release.news-withdrawn-text':
    'What was said in a round that was open is deleted unread. If an admin releases it again, it goes on by itself.',
  'release.news-released': 'There is a release again: {team} goes on.',
  'release.news-released-text': 'The next round opens on {date}.',
  'release.news-released-soon': 'I am just reading the channel.',
} as const;
