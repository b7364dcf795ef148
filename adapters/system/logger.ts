import type { LogEvent, LogFields, Logger } from '../../src/ports/logger.ts';

const EVENTS: Readonly<Record<LogEvent, true>> = {
  request: true,
  'request-failed': true,
  'job-done': true,
  'job-failed': true,
  'job-parked': true,
  'delivery-failed': true,
  'delivery-dropped': true,
  'delivery-repeated': true,
  'delivery-quiet': true,
  'delivery-waits': true,
  tick: true,
  'function-failed': true,
  library: true,
};

/** Codes are words of ours: no blank, so no sentence; too short for a token, a slot or a key. */
const isCode = (value: unknown): boolean =>
  typeof value === 'string' && /^[A-Za-z0-9][\w./:-]{0,47}$/u.test(value);
const isId = (value: unknown): boolean => typeof value === 'string' && /^[\w.:@;/#-]{1,128}$/u.test(value);

const SHAPES: Readonly<Record<keyof LogFields, (value: unknown) => boolean>> = {
  route: (value) => value === '/' || isCode(value),
  outcome: isCode,
  fault: isCode,
  errorClass: isCode,
  job: isCode,
  aggregate: isId,
  count: (value) => Number.isSafeInteger(value),
  took: (value) => value === 'fast' || value === 'slow' || value === 'too-slow',
};

/**
 * JSON lines that hold the fields of LogFields in the shapes they should have, and nothing else (R33): whatever
 * reaches a logger past the types is dropped here. No time: whoever collects the lines adds one.
 */
export const makeJsonLogger = (write: (line: string) => void): Logger => {
  const at =
    (level: 'info' | 'warn' | 'error') =>
    (event: LogEvent, fields: LogFields = {}): void => {
      const allowed = Object.entries(SHAPES).flatMap(([name, hasShape]) => {
        const value: unknown = Object.getOwnPropertyDescriptor(fields, name)?.value;
        return hasShape(value) ? [[name, value]] : [];
      });
      const known = Object.hasOwn(EVENTS, event) ? event : 'library';
      write(`${JSON.stringify({ level, event: known, ...Object.fromEntries(allowed) })}\n`);
    };
  return { info: at('info'), warn: at('warn'), error: at('error') };
};
