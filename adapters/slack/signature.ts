import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../../src/shared/time.ts';
import { minutes } from '../../src/shared/time.ts';

/** Both ways: a timestamp ahead of us is as wrong as an old one; Bolt's own receiver lets the first pass. */
const WINDOW = minutes(5);

export interface SignedRequest {
  readonly signature: string | undefined;
  /** Whole seconds, as the header has them. */
  readonly timestamp: string | undefined;
  readonly rawBody: Uint8Array;
}

const isRecent = (timestamp: string, now: Instant): boolean =>
  /^\d{1,12}$/u.test(timestamp) && Math.abs(now - Number(timestamp) * 1000) <= WINDOW;

/** Over the raw bytes, in constant time: docs.slack.dev/authentication/verifying-requests-from-slack. */
export const isFromSlack = (request: SignedRequest, signingSecret: string, now: Instant): boolean => {
  const { signature = '', timestamp = '', rawBody } = request;
  if (!/^v0=[0-9a-f]{64}$/u.test(signature) || !isRecent(timestamp, now)) return false;
  const expected = createHmac('sha256', signingSecret).update(`v0:${timestamp}:`).update(rawBody).digest();
  return timingSafeEqual(expected, Buffer.from(signature.slice('v0='.length), 'hex'));
};
