import type { TenantRef } from '../../chat/identity.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import { lastRoundOf } from '../../team/team.ts';
import type { Team } from '../../team/team.ts';
import type { EarlierRounds } from '../results/earlier-rounds.ts';
import { isGuarded } from './guard-roster.ts';
import { FEW } from './roster-difference.ts';
import type { Round } from '../round.ts';

/** So many teams are looked at together: one after another, those of a large workspace would outlast the job. */
const AT_ONCE = 25;

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly earlierRounds: (round: Round) => Promise<EarlierRounds>;
}

/** Whether its people are those of the last result in this team, which was looked at in the same way. */
const areTheSame = async ({ reached, changesSince }: EarlierRounds): Promise<boolean> => {
  const last = reached.find(({ published }) => published === true);
  return last !== undefined && (await changesSince(last)) === 0;
};

/**
 * Reads rosters only where so few changes are possible: who was erased keeps their place, so that no fewer came or went
 * than one round asked more than the other. The round's own roster is read once, for its own team and all others.
 */
const changesFrom =
  (round: Round, own: EarlierRounds): EarlierRounds['changesSince'] =>
  async (earlier) => {
    const fewest = Math.abs(earlier.asked - round.asked);
    return fewest > FEW ? fewest : own.changesSince(earlier);
  };

/**
 * Whether the people of a round are, but for one or two, those of another team's last result: they moved, from a team
 * that ended or from one that goes on, and the two results could be subtracted like any two of one team. Looked at for
 * as long as rosters are kept, and where the people are others than at the last result of their own team.
 */
export const makeIsMoved = ({ teams, earlierRounds }: Deps) => {
  const isNearTo = async (round: Round, own: EarlierRounds, id: string): Promise<boolean> => {
    const team = id === round.team ? undefined : await teams.glance(round.tenant, id);
    const previous = team === undefined || team.trial === true ? undefined : lastRoundOf(team);
    if (previous === undefined) return false;
    // Its rounds as if they had gone before; what is too old to compare was never subtracted from this one.
    const { reached } = await earlierRounds({ ...round, previous });
    return isGuarded({ reached, more: false, changesSince: changesFrom(round, own) });
  };

  const pages = async function* (tenant: TenantRef) {
    let ids = await teams.ids(tenant);
    while (ids.length > 0) {
      yield ids;
      ids = await teams.ids(tenant, ids.at(-1));
    }
  };

  return async (round: Round, own: EarlierRounds): Promise<boolean> => {
    if (round.trial === true || (await areTheSame(own))) return false;
    for await (const ids of pages(round.tenant)) {
      for (let from = 0; from < ids.length; from += AT_ONCE) {
        const some = ids.slice(from, from + AT_ONCE);
        const near = await Promise.all(some.map(async (id) => isNearTo(round, own, id)));
        if (near.includes(true)) return true;
      }
    }
    return false;
  };
};

export type IsMoved = ReturnType<typeof makeIsMoved>;
