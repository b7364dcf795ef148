import type { Method } from './method.ts';

export const authMethods: Readonly<Record<string, Method>> = {
  'auth.test': {
    scopes: [],
    run: ({ workspace: { app, team, users } }) => ({
      ok: true,
      url: `https://${team.domain}.slack.com/`,
      team: team.name,
      user: users.get(app.botUser)?.name,
      team_id: team.id,
      user_id: app.botUser,
      bot_id: app.botId,
      is_enterprise_install: false,
    }),
  },
};
