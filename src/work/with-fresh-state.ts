import { PortError } from '../shared/errors.ts';

/** So often a change is decided anew before the person is told that it did not work (R11). */
const TRIES = 3;

/**
 * Runs `attempt`, which loads, decides and saves, again while somebody else saved first: their change is no conflict of
 * mine as long as mine still makes sense on top of it. After three tries the `conflict` goes up.
 */
export const withFreshState = async <T>(attempt: () => Promise<T>): Promise<T> => {
  for (let left = TRIES - 1; ; left -= 1) {
    try {
      return await attempt();
    } catch (error) {
      if (left === 0 || !(error instanceof PortError) || error.fault !== 'conflict') throw error;
    }
  }
};
