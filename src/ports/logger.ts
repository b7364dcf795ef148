/** The only things a log line may hold (rule R33): no text, answer, token, and on pulse routes no id of anybody. */
export interface LogFields {
  readonly route?: string;
  readonly outcome?: string;
  readonly fault?: string;
  readonly errorClass?: string;
  readonly job?: string;
  readonly aggregate?: string;
  readonly count?: number;
  /** Coarse on purpose, so that a line cannot be matched to a click. */
  readonly took?: 'fast' | 'slow' | 'too-slow';
}

export type LogEvent =
  | 'request'
  | 'request-failed'
  | 'job-done'
  | 'job-failed'
  | 'job-parked'
  | 'delivery-failed'
  | 'delivery-dropped'
  | 'delivery-repeated'
  | 'delivery-quiet'
  | 'delivery-waits'
  | 'tick'
  | 'function-failed'
  | 'library';

export interface Logger {
  info(event: LogEvent, fields?: LogFields): void;
  warn(event: LogEvent, fields?: LogFields): void;
  error(event: LogEvent, fields?: LogFields): void;
}
