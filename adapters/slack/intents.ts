import * as z from 'zod/mini';
import { NOT_NOW, SETUP_OPENS, SHARED, TEAM_ACTS, TEAM_FORMS } from '../../src/chat/actions.ts';
import type { FormIntent, Intent } from '../../src/chat/actions.ts';
import type { PersonRef } from '../../src/chat/identity.ts';
import { WORDS } from '../../src/chat/words.ts';
import { WAYS } from '../../src/team/course/way-on.ts';
import { InvariantError } from '../../src/shared/errors.ts';
import { LIMITS } from './limits.ts';

/** Our action ids and callback ids begin with this; others belong to other apps or to a version before ours. */
export const OURS = /^rahmen:/u;

const personRef: z.ZodMiniType<PersonRef> = z.templateLiteral([
  z.enum(['slack', 'msteams']),
  ':',
  z.string(),
  ':',
  z.string(),
]);

const word = z.enum(WORDS.map((entry) => entry.word));

type SchemaOf<T extends { kind: string }> = {
  readonly [K in T['kind']]: z.ZodMiniType<Extract<T, { kind: K }>>;
};

/** One schema for each kind: a new intent without one does not compile. */
const intents: SchemaOf<Intent> = {
  answer: z.object({ kind: z.literal('answer'), round: z.string() }),
  comments: z.object({ kind: z.literal('comments'), round: z.string(), page: z.number() }),
  'hide-comment': z.object({ kind: z.literal('hide-comment'), round: z.string(), page: z.number() }),
  'past-result': z.object({ kind: z.literal('past-result'), round: z.string() }),
  protection: z.object({ kind: z.literal('protection') }),
  'in-language': z.object({
    kind: z.literal('in-language'),
    what: z.enum(SHARED),
    id: z.string(),
    language: z.enum(['de', 'en']),
  }),
  mine: z.object({ kind: z.literal('mine'), act: z.enum(['export', 'erase']) }),
  'my-times': z.object({ kind: z.literal('my-times') }),
  away: z.object({ kind: z.literal('away') }),
  'not-now': z.object({ kind: z.literal('not-now'), way: z.enum(NOT_NOW), round: z.string() }),
  'accept-lead': z.object({ kind: z.literal('accept-lead'), team: z.string() }),
  'decline-lead': z.object({ kind: z.literal('decline-lead'), team: z.string() }),
  team: z.object({ kind: z.literal('team'), act: z.enum(TEAM_ACTS), team: z.string() }),
  course: z.object({
    kind: z.literal('course'),
    act: z.enum(['skip', 'start']),
    team: z.string(),
    number: z.int(),
  }),
  'way-on': z.object({ kind: z.literal('way-on'), team: z.string(), number: z.int(), way: z.enum(WAYS) }),
  setup: z.object({ kind: z.literal('setup'), open: z.enum(SETUP_OPENS) }),
  'data-sheet': z.object({ kind: z.literal('data-sheet') }),
  word: z.object({ kind: z.literal('word'), word, team: z.optional(z.string()) }),
};

const formIntents: SchemaOf<FormIntent> = {
  answer: z.object({ kind: z.literal('answer'), round: z.string() }),
  'hide-comment': z.object({ kind: z.literal('hide-comment'), round: z.string(), page: z.number() }),
  erase: z.object({ kind: z.literal('erase') }),
  'my-times': z.object({ kind: z.literal('my-times') }),
  away: z.object({ kind: z.literal('away') }),
  'team-settings': z.object({
    kind: z.literal('team-settings'),
    team: z.string(),
    shown: z.object({ settings: z.record(z.string(), z.string()), leads: z.array(personRef) }),
  }),
  'team-form': z.object({ kind: z.literal('team-form'), form: z.enum(TEAM_FORMS), team: z.string() }),
  admins: z.object({ kind: z.literal('admins'), shown: z.array(personRef) }),
  'release-pulse': z.object({ kind: z.literal('release-pulse') }),
  'withdraw-release': z.object({ kind: z.literal('withdraw-release') }),
  'start-trial': z.object({ kind: z.literal('start-trial') }),
  'set-up-team': z.object({ kind: z.literal('set-up-team'), channel: z.string() }),
  'confirm-team': z.object({
    kind: z.literal('confirm-team'),
    channel: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    way: z.optional(z.literal('talk')),
  }),
};

const intentSchema = z.union(Object.values(intents));
const metadataSchema = z.object({ nonce: z.string(), intent: z.union(Object.values(formIntents)) });

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const fitting = (text: string, max: number): string => {
  if (text.length > max) throw new InvariantError(`an intent takes ${text.length} of ${max} characters`);
  return text;
};

/** What a button carries. `place` makes the id unique: Slack wants that inside one block. */
export const encodeIntent = (intent: Intent, place: number): { action_id: string; value: string } => ({
  action_id: `rahmen:${intent.kind}:${place}`,
  value: fitting(JSON.stringify(intent), LIMITS.buttonValue),
});

/** Undefined for anything {@link encodeIntent} did not write. */
export const decodeIntent = (actionId: string, value: string | undefined): Intent | undefined => {
  const parsed = intentSchema.safeParse(json(value ?? ''));
  return parsed.success && actionId.startsWith(`rahmen:${parsed.data.kind}:`) ? parsed.data : undefined;
};

/** The nonce names this one opening of the form; it identifies what a submission creates and proves nothing. */
export const encodeFormIntent = (
  intent: FormIntent,
  nonce: string,
): { callback_id: string; private_metadata: string } => ({
  callback_id: `rahmen:${intent.kind}`,
  private_metadata: fitting(JSON.stringify({ nonce, intent }), LIMITS.privateMetadata),
});

/** Undefined for anything {@link encodeFormIntent} did not write. */
export const decodeFormIntent = (
  callbackId: string,
  metadata: string,
): { readonly intent: FormIntent; readonly nonce: string } | undefined => {
  const parsed = metadataSchema.safeParse(json(metadata));
  return parsed.success && callbackId === `rahmen:${parsed.data.intent.kind}` ? parsed.data : undefined;
};
