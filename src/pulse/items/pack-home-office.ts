import type { PackItem } from './pack.ts';

/**
 * For teams of which some work at home; a team takes it or leaves it. All of one axis, so that a round asks one of them
 * at most: whoever was never at home can only say "can't say".
 */
export const HOME_OFFICE_PACK: readonly PackItem[] = [
  {
    id: 'home-help',
    axis: 'home',
    version: 1,
    texts: {
      de: 'Zu Hause bekomme ich schnell Hilfe, wenn ich nicht weiterweiß.',
      en: "At home I get help quickly when I'm stuck.",
    },
  },
  {
    id: 'home-rules',
    axis: 'home',
    version: 1,
    texts: {
      de: 'Ich weiß, was im Homeoffice erlaubt ist.',
      en: 'I know what is allowed when working from home.',
    },
  },
  {
    id: 'home-belong',
    axis: 'home',
    version: 1,
    texts: {
      de: 'Zu Hause gehöre ich genauso zum Team.',
      en: 'At home I belong to the team just as much.',
    },
  },
];
