import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Clock } from '../ports/clock.ts';
import type { LayOutRound } from '../pulse/course/lay-out-round.ts';
import { minutes } from '../shared/time.ts';
import type { Team } from '../team/team.ts';
import { changed } from '../work/aggregate.ts';
import type { Dispatch } from '../work/dispatch.ts';
import type { EndTrial } from './end-trial.ts';
import type { AddMadeUpAnswers } from './made-up-answers.ts';
import { madeUpPeople, playersOf, trialClose, trialRound } from './trial.ts';

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly layOutRound: LayOutRound;
  readonly addMadeUpAnswers: AddMadeUpAnswers;
  readonly endTrial: EndTrial;
  readonly dispatch: Dispatch;
  readonly clock: Clock;
}

/** A minute after the close the first look whether everybody has the result. */
const LOOK_AFTER = minutes(1);

/**
 * Opens a trial that was just started, as any round is opened, adds the made-up answers and asks its players; once it is
 * over, ends it. One that could not be opened in its ten minutes is deleted. Repeatable after a crash at any step.
 */
export const makeRunTrial =
  ({ teams, layOutRound, addMadeUpAnswers, endTrial, dispatch, clock }: Deps) =>
  async (team: Team): Promise<void> => {
    const now = clock.now();
    const closesAt = trialClose(team);
    if (team.currentRound !== undefined || closesAt <= now) return endTrial(team);
    const round = trialRound(team);
    await layOutRound(round, [...playersOf(team), ...madeUpPeople(team)]);
    await addMadeUpAnswers(team, round);
    const opened = changed<Team>(
      { ...team, currentRound: round.id, due: closesAt + LOOK_AFTER },
      {
        command: `open/${round.id}`,
        what: 'trial opened',
        now,
        messages: [{ kind: 'trial-ask', tenant: team.tenant, round: round.id }],
      },
    );
    await teams.save(opened);
    await dispatch(teams, opened);
  };

export type RunTrial = ReturnType<typeof makeRunTrial>;
