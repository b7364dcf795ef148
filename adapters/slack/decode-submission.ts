import * as z from 'zod/mini';
import type { Actor } from '../../src/chat/identity.ts';
import type { Inbound } from '../../src/desk/inbound.ts';
import { actorOf, interactionFields } from './decode-actor.ts';
import { readFormValues, viewState } from './form-values.ts';
import { decodeFormIntent } from './intents.ts';
import { slackId } from './refs.ts';

/** docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export const submissionBody = z.object({
  type: z.literal('view_submission'),
  ...interactionFields,
  view: z.object({
    callback_id: z.string(),
    private_metadata: z._default(z.string(), ''),
    state: viewState,
    app_installed_team_id: z.nullish(slackId),
  }),
});

export interface Submitted {
  readonly actor: Actor;
  /** Undefined for a form of ours that this version does not understand. */
  readonly inbound?: Extract<Inbound, { kind: 'submitted' }> | undefined;
  /** The names of the form's fields. */
  readonly fields: ReadonlySet<string>;
}

/** Of a form of ours; others are not routed here. Undefined if it does not say who acts. */
export const decodeSubmission = (body: unknown): Submitted | undefined => {
  const parsed = submissionBody.safeParse(body);
  if (!parsed.success) return undefined;
  const { view } = parsed.data;
  const actor = actorOf(parsed.data, view.app_installed_team_id);
  if (!actor) return undefined;

  const form = decodeFormIntent(view.callback_id, view.private_metadata);
  const values = readFormValues(view.state, actor.tenant);
  return {
    actor,
    inbound: form && { kind: 'submitted', actor, ...form, values },
    fields: new Set(Object.keys(view.state.values ?? {})),
  };
};
