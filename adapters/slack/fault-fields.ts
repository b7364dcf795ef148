import type { LogFields } from '../../src/ports/logger.ts';
import { PortError } from '../../src/shared/errors.ts';

/** What may be logged of an error: its class and what kind of fault it is, never its text (R33). */
export const faultFields = (error: unknown): LogFields => ({
  errorClass: error instanceof Error ? error.name : typeof error,
  ...(error instanceof PortError && { fault: error.fault, outcome: error.reason }),
});
