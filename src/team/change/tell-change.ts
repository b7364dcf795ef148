import type { Message } from '../../delivery/message.ts';
import type { Calendar } from '../../ports/calendar.ts';
import type { Instant } from '../../shared/time.ts';
import { changed } from '../../work/aggregate.ts';
import { comingOpening, plannedAgain } from '../team-due.ts';
import { logged } from './team-change.ts';
import type { TeamChange } from './team-change.ts';
import type { Team } from '../team.ts';

/** Whether this submission is in the log already: then it was told, and is not done again. */
export const isLogged = ({ log = [] }: Team, id: string): boolean => log.some((entry) => entry.id === id);

/** Whether its channels have heard of the team: before the promise they have not, and it says what holds by then. */
export const isKnown = ({ state }: Pick<Team, 'state'>): boolean => state !== 'settling';

interface Told extends Pick<TeamChange, 'id' | 'by' | 'what'> {
  readonly now: Instant;
  /** Whether its channels are told; unless said, where they know of it. */
  readonly tells?: boolean;
  readonly messages?: readonly Message[];
}

/**
 * The team with a change in its log and one message about it for its channels, from the next opening on; none before the
 * promise, and no date while it waits for a release. What changed is in `team` already.
 */
export const toldChange = (
  team: Team,
  { id, by, what, now, messages = [], tells = isKnown(team) }: Told,
  calendar: Calendar,
): Team => {
  const { year, month, day } = calendar.localOf(now, team.zone);
  const from = team.waits === true ? undefined : comingOpening(team)?.instant;
  const entry = { id, by, on: { year, month, day }, what, from };
  const kind = by === undefined ? 'leaderless' : 'team-changed';
  const told: Message = { kind, tenant: team.tenant, team: team.id, change: id };
  return changed<Team>(plannedAgain({ ...team, log: logged(team.log, entry) }), {
    command: id,
    what: 'changed',
    now,
    messages: [...(tells ? [told] : []), ...messages],
  });
};
