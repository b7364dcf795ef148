import type { FormIntent, Intent } from '../../../../src/chat/actions.ts';
import { encodeFormIntent, encodeIntent } from '../../../../adapters/slack/intents.ts';
import { asForm, asInteraction, asJson } from './signed.ts';
import type { Sent } from './signed.ts';

/** Ana of workspace T1, who does something in channel C1. */
const ANA = { id: 'U1', team_id: 'T1' };

export const aCommand = (fields: Readonly<Record<string, string>> = {}): Sent =>
  asForm({
    command: '/rahmen',
    text: '',
    user_id: 'U1',
    team_id: 'T1',
    channel_id: 'C1',
    trigger_id: 'trigger',
    response_url: 'https://hooks.slack.com/commands/T1/1/x',
    is_enterprise_install: 'false',
    ...fields,
  });

export const aPress = (intent: Intent, rest: Readonly<Record<string, unknown>> = {}): Sent =>
  asInteraction({
    type: 'block_actions',
    user: ANA,
    team: { id: 'T1', domain: 'example' },
    trigger_id: 'trigger',
    container: { type: 'message', is_ephemeral: false },
    channel: { id: 'C1', name: 'service' },
    actions: [{ type: 'button', block_id: 'b', ...encodeIntent(intent, 0) }],
    ...rest,
  });

/** Pressed on the home tab, which has neither channel nor response URL. */
export const onHome = {
  container: { type: 'view', view_id: 'V1' },
  channel: undefined,
  view: { id: 'V1', type: 'home', submit: null, app_installed_team_id: 'T1' },
} as const;

/** Pressed in a dialog; with `submit` it is a form. */
export const inDialog = (submit: unknown) => ({
  ...onHome,
  view: { id: 'V1', type: 'modal', submit, app_installed_team_id: 'T1' },
});

export const aSubmission = (
  intent: FormIntent,
  values: Readonly<Record<string, unknown>>,
  rest: Readonly<Record<string, unknown>> = {},
): Sent =>
  asInteraction({
    type: 'view_submission',
    user: ANA,
    team: { id: 'T1', domain: 'example' },
    trigger_id: 'trigger',
    view: {
      id: 'V1',
      type: 'modal',
      ...encodeFormIntent(intent, 'nonce-of-form'),
      state: { values },
      app_installed_team_id: 'T1',
    },
    ...rest,
  });

export const anEvent = (
  event: Readonly<Record<string, unknown>>,
  rest: Readonly<Record<string, unknown>> = {},
): Sent =>
  asJson({
    type: 'event_callback',
    event_id: 'Ev1',
    event_time: 1_795_262_400,
    team_id: 'T1',
    authorizations: [{ enterprise_id: null, team_id: 'T1', user_id: 'B1', is_enterprise_install: false }],
    event,
    ...rest,
  });
