import { LogLevel } from '@slack/web-api';
import type { Logger as SlackLogger } from '@slack/web-api';
import type { Logger } from '../../src/ports/logger.ts';

/**
 * What Slack's libraries log, as the bare fact that they did: their messages hold payloads, tokens and what people
 * typed, so the arguments are dropped (R33).
 */
export const makeLibraryLogger = (logger: Logger): SlackLogger => ({
  debug: () => {},
  info: () => {},
  warn: () => {
    logger.warn('library', { outcome: 'slack' });
  },
  error: () => {
    logger.error('library', { outcome: 'slack' });
  },
  setLevel: () => {},
  getLevel: () => LogLevel.WARN,
  setName: () => {},
});
