import type { IsReleased } from '../../admin/is-released.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Clock } from '../../ports/clock.ts';
import { PortError } from '../../shared/errors.ts';
import type { Instant } from '../../shared/time.ts';
import { comingOpening } from '../../team/team-due.ts';
import type { Team } from '../../team/team.ts';
import { changed } from '../../work/aggregate.ts';
import type { Round } from '../round.ts';

/** Ends an open round at this moment and unread; marked, so that nothing that comes in between publishes it. */
export const endedUnread = (
  round: Round,
  { what, now }: { readonly what: string; readonly now: Instant },
): Round =>
  changed<Round>(
    { ...round, withheld: true, closesAt: Math.min(round.closesAt, now), due: now },
    { command: `unread/${round.id}/${round.version}`, what, now },
  );

/** Whether the team, which does not know of the round yet, still is about to open it. */
const isOpening = (team: Team, { number }: Round, now: Instant): boolean => {
  const coming = comingOpening(team);
  const opens = coming?.number === number && coming.instant <= now;
  return opens && team.state === 'active' && team.waits !== true && team.way !== 'talk';
};

/**
 * A round is written before its team knows of it. If the team meanwhile waits for a release, pauses, ends or moves the
 * date, nobody would ever look after the round: it ends at once and unread. Answers the round as it is then. Repeatable.
 */
export const makeEndUnowned =
  ({
    rounds,
    teams,
    clock,
  }: {
    readonly rounds: AggregateRepository<Round>;
    readonly teams: AggregateRepository<Team>;
    readonly clock: Clock;
  }) =>
  async (round: Round): Promise<Round> => {
    if (round.state !== 'open' || round.withheld === true || round.trial === true) return round;
    const now = clock.now();
    const team = await teams.find(round.tenant, round.team);
    if (team?.currentRound === round.id || (team !== undefined && isOpening(team, round, now))) return round;
    const ended = endedUnread(round, { what: 'given up', now });
    await rounds.save(ended);
    return ended;
  };

export type EndUnowned = ReturnType<typeof makeEndUnowned>;

/**
 * The team on whose behalf people may be asked about a round at this moment; undefined once it is not open any more, or
 * nobody may be asked without a release. Throws a `conflict` while the round's team does not know of it yet.
 */
export const makeAskingTeam =
  ({ teams, isReleased }: { readonly teams: AggregateRepository<Team>; readonly isReleased: IsReleased }) =>
  async (round: Round): Promise<Team | undefined> => {
    if (round.state !== 'open' || round.withheld === true) return undefined;
    if (round.trial !== true && !(await isReleased(round.tenant))) return undefined;
    const team = await teams.find(round.tenant, round.team);
    if (team === undefined || team.currentRound === round.id) return team;
    throw new PortError('conflict', 'round-not-its-teams-yet');
  };

export type AskingTeam = ReturnType<typeof makeAskingTeam>;
