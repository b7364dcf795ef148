import type { LogEvent, LogFields, Logger } from '../../src/ports/logger.ts';

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: LogEvent;
  readonly fields: LogFields;
}

export interface MemoryLogger extends Logger {
  lines(): readonly LogLine[];
}

/** Keeps what it is told, as it is told: what may be said is the caller's matter here. */
export const makeMemoryLogger = (): MemoryLogger => {
  const kept: LogLine[] = [];
  const at =
    (level: LogLine['level']) =>
    (event: LogEvent, fields: LogFields = {}): void => {
      kept.push({ level, event, fields: { ...fields } });
    };
  return { info: at('info'), warn: at('warn'), error: at('error'), lines: () => [...kept] };
};
