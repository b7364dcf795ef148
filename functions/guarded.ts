import type { Logger } from '../src/ports/logger.ts';
import { classOf } from './faults.ts';

/** What the runtime gets to see of a fault: it prints messages and stacks, and those can hold anything (R33). */
class FunctionFailed extends Error {
  override readonly name = 'FunctionFailed';
}

/** The one last catch of a function: logs the class of what went wrong, and fails without a word of it. */
export const guarded =
  <Args extends readonly unknown[], Answer>(
    logger: Logger,
    handler: (...args: Args) => Promise<Answer>,
  ): ((...args: Args) => Promise<Answer>) =>
  async (...args) => {
    try {
      return await handler(...args);
    } catch (error) {
      logger.error('function-failed', { errorClass: classOf(error) });
      throw new FunctionFailed('see the log line before this one');
    }
  };

/** Faults that nobody awaited end the process likewise, as the runtime would, but say only their class. */
export const guardProcess = (logger: Logger): void => {
  process.on('unhandledRejection', (reason) => {
    logger.error('function-failed', { errorClass: classOf(reason) });
    process.exit(1);
  });
};
