/** A bug of ours: a state that the types or the rules exclude. Never shown to people, never retried. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}

export type PortFault =
  | 'conflict' // somebody else saved first
  | 'rate-limited' // the platform asks us to wait `retryAfterSeconds`
  | 'unreachable' // timeout, network, 5xx: unknown whether it happened
  | 'misconfigured' // our token or rights are not in order: an operator must act, then it will work
  | 'refused'; // the platform says no and will say no again

/** The outside world failed. `fault` decides what the caller may do; `reason` is a platform's code, never a text. */
export class PortError extends Error {
  override readonly name = 'PortError';
  readonly fault: PortFault;
  readonly reason: string;
  /** Whole seconds to wait before the next try; 0 unless `fault` is `rate-limited`. */
  readonly retryAfterSeconds: number;

  constructor(
    fault: PortFault,
    reason: string,
    options: { readonly cause?: unknown; readonly retryAfterSeconds?: number } = {},
  ) {
    super(`${fault}: ${reason}`, { cause: options.cause });
    this.fault = fault;
    this.reason = reason;
    this.retryAfterSeconds = options.retryAfterSeconds ?? 0;
  }

  get retryable(): boolean {
    return this.fault !== 'refused';
  }
}

/** Ends an exhaustive switch: adding a case without handling it fails to compile. */
export const assertNever = (value: never): never => {
  throw new InvariantError(`unexpected case ${JSON.stringify(value)}`);
};
