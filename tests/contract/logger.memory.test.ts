import { makeMemoryLogger } from '../../adapters/memory/logger.ts';
import { loggerContract } from './logger.contract.ts';

loggerContract('memory', () => {
  const logger = makeMemoryLogger();
  return {
    logger,
    lines: () => logger.lines().map(({ level, event, fields }) => ({ level, event, ...fields })),
  };
});
