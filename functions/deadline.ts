import { AsyncLocalStorage } from 'node:async_hooks';

/** Milliseconds that all calls of one request to the outside may take together (R23). */
const BUDGET_MS = 2_500;

const deadlines = new AsyncLocalStorage<number>();

/** Runs a request under a deadline that every adapter sees through {@link remainingMs}. */
export const underDeadline = <T>(work: () => Promise<T>): Promise<T> =>
  deadlines.run(performance.now() + BUDGET_MS, work);

/** What is left of the present request's budget; the whole of it outside a request. */
export const remainingMs = (): number => {
  const end = deadlines.getStore();
  return end === undefined ? BUDGET_MS : end - performance.now();
};
