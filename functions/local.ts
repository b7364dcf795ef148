import type { Clock } from '../src/ports/clock.ts';
import type { Logger } from '../src/ports/logger.ts';
import type { Queue } from '../src/ports/queue.ts';

/** Makes messages of a queue visible again after that many seconds. */
export type Postpone = (receiptHandles: readonly string[], seconds: number) => Promise<void>;

/** What a local run puts in the place of AWS's queues and the wall clock. */
export interface LocalParts {
  readonly clock: Clock;
  readonly queue: Queue;
  readonly postpone: Postpone;
  readonly logger?: Logger;
}

let provided: LocalParts | undefined;

/** To be called before the entries are imported: they are put together once, at import. */
export const provideLocally = (parts: LocalParts): void => {
  provided = parts;
};

/** Undefined in Lambda. */
export const localParts = (): LocalParts | undefined => provided;
