import type { Quiet, QuietPlace } from '../../src/ports/quiet.ts';

/** Ignores `forgetAt`: a process does not live long enough for it to matter. */
export const makeMemoryQuiet = (): Quiet => {
  const taken = new Map<string, Set<string>>();
  const nameOf = ({ tenant, subject }: Pick<QuietPlace, 'tenant' | 'subject'>): string =>
    `${tenant}#${subject}#`;
  const weekOf = (place: QuietPlace): string => `${nameOf(place)}${place.week}`;

  return {
    take: async (place, { limit }) => {
      const keys = taken.get(weekOf(place)) ?? new Set();
      if (!keys.has(place.key) && keys.size >= limit) return 'spent';
      taken.set(weekOf(place), keys.add(place.key));
      return 'granted';
    },
    giveBack: async (place) => {
      taken.get(weekOf(place))?.delete(place.key);
    },
    forget: async (tenant, subject) => {
      const weeks = [...taken.keys()].filter((week) => week.startsWith(nameOf({ tenant, subject })));
      for (const week of weeks) taken.delete(week);
    },
  };
};
