import { describe, expect, it } from '@jest/globals';
import type { LogFields, Logger } from '../../src/ports/logger.ts';

export interface LoggedLine extends LogFields {
  readonly level: string;
  readonly event: string;
}

export interface LoggerSubject {
  readonly logger: Logger;
  /** What was said so far. */
  readonly lines: () => readonly LoggedLine[];
}

export const loggerContract = (implementation: string, setUp: () => LoggerSubject): void => {
  describe(`logger: ${implementation}`, () => {
    it('says each event at its level, with its fields', () => {
      const { logger, lines } = setUp();
      const fields = {
        route: 'answer',
        outcome: '200',
        fault: 'rate-limited',
        errorClass: 'PortError',
        job: 'round',
        aggregate: 'C1-3',
        count: 3,
        took: 'fast',
      } as const;
      logger.info('request', fields);
      logger.warn('delivery-repeated');
      logger.error('job-parked', { job: 'round' });
      expect(lines()).toEqual([
        { level: 'info', event: 'request', ...fields },
        { level: 'warn', event: 'delivery-repeated' },
        { level: 'error', event: 'job-parked', job: 'round' },
      ]);
    });
  });
};
