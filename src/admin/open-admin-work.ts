import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Calendar } from '../ports/calendar.ts';
import type { Clock } from '../ports/clock.ts';
import type { Comments } from '../ports/comments.ts';
import type { Deliveries } from '../ports/deliveries.ts';
import type { Keys } from '../ports/keys.ts';
import type { People } from '../ports/people.ts';
import type { Vault } from '../ports/vault.ts';
import type { LayOutRound } from '../pulse/course/lay-out-round.ts';
import type { Round } from '../pulse/round.ts';
import type { Team } from '../team/team.ts';
import type { Dispatch } from '../work/dispatch.ts';
import { makeEndTrial } from './end-trial.ts';
import { makeIsReleased } from './is-released.ts';
import { makeAddMadeUpAnswers } from './made-up-answers.ts';
import { makeNoteTeam } from './note-team.ts';
import { makeRunTrial } from './run-trial.ts';
import type { Settings } from './settings.ts';
import { makeTellTeams } from './tell-teams.ts';
import { makeWaitForRelease } from './wait-for-release.ts';

interface Deps {
  readonly settings: AggregateRepository<Settings>;
  readonly teams: AggregateRepository<Team>;
  readonly rounds: AggregateRepository<Round>;
  readonly people: People;
  readonly vault: Vault;
  readonly keys: Keys;
  readonly comments: Comments;
  readonly askDeliveries: Deliveries;
  readonly calendar: Calendar;
  readonly clock: Clock;
  readonly layOutRound: LayOutRound;
  readonly dispatch: Dispatch;
}

/** What the worker does for admins: asks whether there is a release, carries it to the teams, plays trials. */
export const openAdminWork = (deps: Deps) => {
  const isReleased = makeIsReleased(deps);
  return {
    isReleased,
    waitForRelease: makeWaitForRelease({ ...deps, isReleased }),
    tellTeams: makeTellTeams(deps),
    noteTeam: makeNoteTeam(deps),
    runTrial: makeRunTrial({
      ...deps,
      addMadeUpAnswers: makeAddMadeUpAnswers(deps),
      endTrial: makeEndTrial(deps),
    }),
  };
};
