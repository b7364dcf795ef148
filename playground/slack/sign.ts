import { createHmac } from 'node:crypto';

/** The two headers by which an app knows that a request comes from Slack (docs.slack.dev, verifying requests). */
export const signatureHeaders = (
  secret: string,
  timestamp: number,
  body: string,
): Record<string, string> => ({
  'x-slack-request-timestamp': String(timestamp),
  'x-slack-signature': `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`,
});
