import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Clock } from '../ports/clock.ts';
import type { Comments } from '../ports/comments.ts';
import type { Deliveries } from '../ports/deliveries.ts';
import type { Vault } from '../ports/vault.ts';
import type { Round } from '../pulse/round.ts';
import { minutes } from '../shared/time.ts';
import type { Team } from '../team/team.ts';
import { changed } from '../work/aggregate.ts';
import { resultRef } from './trial-parcels.ts';
import { playersOf, trialEnd, trialRoundId } from './trial.ts';

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly rounds: AggregateRepository<Round>;
  readonly vault: Vault;
  readonly comments: Comments;
  readonly askDeliveries: Deliveries;
  readonly clock: Clock;
}

/**
 * Deletes a trial once it is closed and its players have the result, and an hour after its close in any case: comments,
 * round, what lay in the vault with the records of what was sent, and the team last. Repeatable at every step.
 */
export const makeEndTrial = ({ teams, rounds, vault, comments, askDeliveries, clock }: Deps) => {
  const isDelivered = async (team: Team, round: Round): Promise<boolean> => {
    if (round.state !== 'closed') return false;
    const refs = playersOf(team).map((player) => resultRef(round, player));
    const posted = await Promise.all(refs.map((ref) => askDeliveries.posted(ref)));
    return posted.every((message) => message !== undefined);
  };

  const lookAgain = async (team: Team): Promise<void> => {
    const now = clock.now();
    const change = { command: `wait/${team.version}`, what: 'not over yet', now };
    await teams.save(changed<Team>({ ...team, due: now + minutes(1) }, change));
  };

  const clear = async ({ tenant, id }: Team, round: string, pages: number): Promise<void> => {
    const ref = { tenant, round };
    for (let page = 0; page < pages; page += 1) await comments.remove(ref, page);
    // Before the records of what was sent: a run after a crash then knows that it was over.
    await rounds.remove(tenant, round);
    let next = await vault.remove(ref);
    while (next !== undefined) next = await vault.remove(ref, next);
    await teams.remove(tenant, id);
  };

  return async (team: Team): Promise<void> => {
    const id = trialRoundId(team);
    const round = await rounds.find(team.tenant, id);
    const waits = round !== undefined && clock.now() < trialEnd(team) && !(await isDelivered(team, round));
    if (waits) return lookAgain(team);
    const pages = round?.result?.reached === true ? round.result.commentPages : 0;
    return clear(team, id, pages);
  };
};

export type EndTrial = ReturnType<typeof makeEndTrial>;
