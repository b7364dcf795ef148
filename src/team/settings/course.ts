import { oneOf } from './setting.ts';

/** How many days a round stays open. */
const SEVEN = '7';
const TEN = '10';

export const daysSetting = oneOf({
  name: 'days',
  options: [SEVEN, TEN],
  of: ({ daysOpen }) => (daysOpen === undefined ? SEVEN : String(daysOpen)),
  set: (team, value) => ({ ...team, daysOpen: value === TEN ? Number(TEN) : undefined }),
  shown: (say, value) => say('setting.days-open', { n: Number(value) }),
});

/** Rounds, or questions to talk about. Whoever chose the one can come back to the other. */
export const waySetting = oneOf({
  name: 'way',
  options: ['rounds', 'talk'],
  of: ({ way }) => way ?? 'rounds',
  set: (team, value) => ({ ...team, way: value === 'talk' ? 'talk' : undefined, tooFew: undefined }),
  shown: (say, value) => say(value === 'talk' ? 'setting.way-talk' : 'setting.way-rounds'),
});
