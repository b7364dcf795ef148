import type { Policy, Ports } from '../app.ts';
import { makeTeamIn } from '../team/team-in.ts';
import { openChangeDesk } from './open-change-desk.ts';
import { openSetUpDesk } from './open-set-up-desk.ts';
import { makeTeamDesk } from './team-desk.ts';

type Deps = Pick<
  Ports,
  | 'teams'
  | 'rounds'
  | 'batches'
  | 'settings'
  | 'channels'
  | 'people'
  | 'directory'
  | 'queue'
  | 'calendar'
  | 'clock'
> &
  Pick<Policy, 'allowPublicChannels'>;

/** Everything about a team itself, put together: setting one up, changing one, and the word for both. */
export const openTeamDesk = (ports: Deps) => {
  const setUp = openSetUpDesk(ports);
  const change = openChangeDesk(ports);
  return { ...makeTeamDesk({ ...ports, teamIn: makeTeamIn(ports), setUp, change }), setUp, change };
};

export type TeamDesk = ReturnType<typeof openTeamDesk>;
