import type { Fields } from '../json.ts';
import type { Workspace } from '../workspace.ts';

/** What wraps every event. `shared` when it happened in a channel shared with another organisation. */
export const eventEnvelope = (workspace: Workspace, event: Fields, shared = false): Fields => ({
  token: 'deprecated',
  team_id: workspace.team.id,
  context_team_id: workspace.team.id,
  context_enterprise_id: null,
  api_app_id: workspace.app.appId,
  event: { ...event, event_ts: workspace.nextTs() },
  type: 'event_callback',
  event_id: workspace.nextId('Ev'),
  event_time: Math.floor(workspace.now() / 1000),
  authorizations: [
    {
      enterprise_id: null,
      team_id: workspace.team.id,
      user_id: workspace.app.botUser,
      is_bot: true,
      is_enterprise_install: false,
    },
  ],
  is_ext_shared_channel: shared,
});
