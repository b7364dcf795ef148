import type { WebClient } from '@slack/web-api';
import type * as z from 'zod/mini';
import { PortError } from '../../src/shared/errors.ts';
import { toPortError } from './slack-errors.ts';

/**
 * One call of the Web API. Reads of the answer only what `answer` names; an answer without it is `unreachable`,
 * since what was asked may have happened. Every failure is a PortError.
 */
export const callSlack = async <T>(
  client: WebClient,
  method: string,
  call: Readonly<Record<string, unknown>>,
  answer: z.ZodMiniType<T>,
): Promise<T> => {
  let raw: unknown;
  try {
    raw = await client.apiCall(method, { ...call });
  } catch (error) {
    throw toPortError(error);
  }
  const parsed = answer.safeParse(raw);
  if (!parsed.success) throw new PortError('unreachable', 'unreadable_answer');
  return parsed.data;
};
