import type { Context } from 'aws-lambda';

/** The part of Lambda's context that handlers use. */
export type LambdaContext = Pick<Context, 'getRemainingTimeInMillis'>;

/** For one invocation that may take `timeoutMs`, as the template sets it. */
export const lambdaContext = (timeoutMs: number): LambdaContext => {
  const end = performance.now() + timeoutMs;
  return { getRemainingTimeInMillis: () => Math.max(0, Math.round(end - performance.now())) };
};
