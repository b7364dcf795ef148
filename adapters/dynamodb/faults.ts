import { PortError } from '../../src/shared/errors.ts';

/** Faults that a second try cannot mend: we asked for something wrong, or may not ask. */
const FINAL: ReadonlySet<string> = new Set([
  'AccessDeniedException',
  'ItemCollectionSizeLimitExceededException',
  'ResourceNotFoundException',
  'ValidationException',
]);

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

export const isLostCondition = (error: unknown): boolean =>
  nameOf(error) === 'ConditionalCheckFailedException';

/** Everything else that can go wrong, throttling included, leaves open whether it happened, and may be tried again. */
export const toPortError = (error: unknown): PortError => {
  if (error instanceof PortError) return error;
  const name = nameOf(error);
  return new PortError(FINAL.has(name) ? 'refused' : 'unreachable', name, { cause: error });
};
