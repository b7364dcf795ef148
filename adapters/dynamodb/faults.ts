import { PortError } from '../../src/shared/errors.ts';

/** Faults that a second try cannot mend: we asked for something wrong. */
const FINAL: ReadonlySet<string> = new Set([
  'ItemCollectionSizeLimitExceededException',
  'ValidationException',
]);

/** A right, a table or a credential that is missing: an operator mends it, and then the same call works. */
const OPERATORS: ReadonlySet<string> = new Set([
  'AccessDeniedException',
  'ExpiredTokenException',
  'ResourceNotFoundException',
  'UnrecognizedClientException',
]);

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

export const isLostCondition = (error: unknown): boolean =>
  nameOf(error) === 'ConditionalCheckFailedException';

/** Everything else that can go wrong, throttling included, leaves open whether it happened, and may be tried again. */
export const toPortError = (error: unknown): PortError => {
  if (error instanceof PortError) return error;
  const name = nameOf(error);
  if (OPERATORS.has(name)) return new PortError('misconfigured', name, { cause: error });
  return new PortError(FINAL.has(name) ? 'refused' : 'unreachable', name, { cause: error });
};
