import { PortError } from '../../src/shared/errors.ts';

/** Tells work that went on too long that somebody else has answered meanwhile. */
export interface Deadline {
  /** Throws once time is up, so that a late result reaches nobody. */
  readonly check: () => void;
}

const tooLate = (): PortError => new PortError('unreachable', 'deadline');

/** What `work` answers, or a PortError `unreachable` with reason `deadline` after `milliseconds`. */
export const inTime = async <T>(
  milliseconds: number,
  work: (deadline: Deadline) => Promise<T>,
): Promise<T> => {
  let over = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const check = (): void => {
    if (over) throw tooLate();
  };
  const bell = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      over = true;
      reject(tooLate());
    }, milliseconds);
  });
  try {
    return await Promise.race([work({ check }), bell]);
  } finally {
    clearTimeout(timer);
  }
};
