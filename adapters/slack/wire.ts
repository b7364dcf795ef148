import * as z from 'zod/mini';
import { actionBody } from './decode-action.ts';
import { commandBody } from './decode-command.ts';
import { eventBody } from './decode-event.ts';
import { submissionBody } from './decode-submission.ts';
import { OURS } from './intents.ts';

export type Route = 'command' | 'action' | 'view' | 'event';

/** What a signed body turned out to be. */
export type Wire =
  | { readonly kind: 'for-us'; readonly route: Route; readonly body: Readonly<Record<string, unknown>> }
  | { readonly kind: 'challenge'; readonly challenge: string }
  /** Well formed and none of ours: an event we do not listen to, a shortcut, a certificate check. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'malformed'; readonly status: 400 | 415 };

const MALFORMED = { kind: 'malformed', status: 400 } as const;
const NOTHING = { kind: 'nothing' } as const;

const decoder = new TextDecoder('utf-8', { fatal: true });
const record = z.record(z.string(), z.unknown());
const ourView = z.object({ view: z.object({ callback_id: z.string().check(z.regex(OURS)) }) });
const challenge = z.object({ type: z.literal('url_verification'), challenge: z.string() });

/**
 * Only what a schema names goes on to Bolt: it looks into payloads without checking them, and would trip over a
 * field of another shape (@slack/bolt 5.1.0, helpers.js).
 */
const forUs = (route: Route, schema: z.ZodMiniType<Record<string, unknown>>, payload: unknown): Wire => {
  const parsed = schema.safeParse(payload);
  return parsed.success ? { kind: 'for-us', route, body: parsed.data } : NOTHING;
};

const readEvent = (payload: Readonly<Record<string, unknown>>): Wire => {
  const asked = challenge.safeParse(payload);
  return asked.success
    ? { kind: 'challenge', challenge: asked.data.challenge }
    : forUs('event', eventBody, payload);
};

/** An empty 200 would close a form of ours as if it were saved; with an error it stays open, and what was typed in it. */
const readSubmission = (payload: Readonly<Record<string, unknown>>): Wire => {
  const wire = forUs('view', submissionBody, payload);
  return wire.kind === 'nothing' && ourView.safeParse(payload).success ? MALFORMED : wire;
};

const readInteraction = (payload: Readonly<Record<string, unknown>>): Wire => {
  switch (payload['type']) {
    case 'block_actions':
      return forUs('action', actionBody, payload);
    case 'view_submission':
      return readSubmission(payload);
    default:
      return NOTHING;
  }
};

const readJson = (text: string, read: (payload: Record<string, unknown>) => Wire): Wire => {
  try {
    const parsed = record.safeParse(JSON.parse(text));
    return parsed.success ? read(parsed.data) : MALFORMED;
  } catch {
    return MALFORMED;
  }
};

const readForm = (text: string): Wire => {
  const fields = Object.fromEntries(new URLSearchParams(text));
  const { payload } = fields;
  if (payload !== undefined) return readJson(payload, readInteraction);
  // With `ssl_check=1` Slack only looks at our certificate: docs.slack.dev/interactivity/implementing-slash-commands.
  if (fields['command'] === undefined) return NOTHING;
  const wire = forUs('command', commandBody, fields);
  return wire.kind === 'nothing' ? MALFORMED : wire;
};

const utf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
};

/** Slack adds parameters to content types (`; charset=utf-8`) as it likes. */
export const readWire = (contentType: string, rawBody: Uint8Array): Wire => {
  const type = contentType.split(';')[0]?.trim().toLowerCase();
  const text = utf8(rawBody) ?? '';
  if (type === 'application/json') return text === '' ? MALFORMED : readJson(text, readEvent);
  if (type === 'application/x-www-form-urlencoded') return text === '' ? MALFORMED : readForm(text);
  return { kind: 'malformed', status: 415 };
};
