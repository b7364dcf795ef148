import type { IsReleased } from '../admin/is-released.ts';
import type { NoteTeam } from '../admin/note-team.ts';
import type { RunTrial } from '../admin/run-trial.ts';
import type { Settings } from '../admin/settings.ts';
import { needsRelease } from '../admin/wait-for-release.ts';
import type { WaitForRelease } from '../admin/wait-for-release.ts';
import type { Erasure } from '../mine/erasure.ts';
import type { AskBatch } from '../pulse/asks/ask-batch.ts';
import type { Look } from '../pulse/asks/look.ts';
import type { Round } from '../pulse/round.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Clock } from '../ports/clock.ts';
import type { Removal } from '../retention/removal.ts';
import { assertNever } from '../shared/errors.ts';
import type { DisbandTeam } from '../team/course/disband-team.ts';
import type { EndPause } from '../team/course/end-pause.ts';
import type { ForecastRoster } from '../team/membership/forecast-roster.ts';
import type { LapseInvitations } from '../team/leads/lapse-invitations.ts';
import type { NoteLeads } from '../team/leads/note-leads.ts';
import { isBetween, isForecast } from '../team/team-due.ts';
import type { Team } from '../team/team.ts';
import { wakesAt } from './aggregate.ts';
import type { Aggregate } from './aggregate.ts';
import { redriven } from './dispatch.ts';
import type { Dispatch } from './dispatch.ts';
import type { Job } from './job.ts';

/**
 * A team whose promise never reached its channel settles once more: a later date, and the promise for it. So does one that
 * only talked until now and wants rounds.
 */
const isReady = ({ state, promised, way }: Team): boolean =>
  (state === 'active' || state === 'paused') && (promised === true || way === 'talk');

export interface JobDeps {
  readonly teams: AggregateRepository<Team>;
  readonly rounds: AggregateRepository<Round>;
  readonly batches: AggregateRepository<AskBatch>;
  readonly settings: AggregateRepository<Settings>;
  readonly erasures: AggregateRepository<Erasure>;
  readonly removals: AggregateRepository<Removal>;
  readonly looks: AggregateRepository<Look>;
  readonly isReleased: IsReleased;
  readonly waitForRelease: WaitForRelease;
  readonly tellTeams: (settings: Settings) => Promise<void>;
  readonly lapseProposal: (team: Team) => Promise<void>;
  readonly lapseInvitations: LapseInvitations;
  readonly runTrial: RunTrial;
  readonly noteTeam: NoteTeam;
  readonly settleTeam: (team: Team) => Promise<void>;
  readonly forecastRoster: ForecastRoster;
  readonly endPause: EndPause;
  readonly openRound: (team: Team) => Promise<void>;
  readonly noteLeads: NoteLeads;
  readonly disbandTeam: DisbandTeam;
  readonly attendRound: (round: Round) => Promise<void>;
  readonly sendAsks: (batch: AskBatch) => Promise<void>;
  readonly sendLater: (look: Look) => Promise<void>;
  readonly runErasure: (erasure: Erasure) => Promise<void>;
  readonly removeTenant: (removal: Removal) => Promise<void>;
  readonly dispatch: Dispatch;
  readonly clock: Clock;
}

/** What a team's time has come for. Nobody is promised or asked anything before the release (DESIGN 4.9). */
const makeTeamStep = (deps: JobDeps) => {
  const goOn = async (team: Team): Promise<void> => {
    await deps.noteTeam(team.tenant);
    if (needsRelease(team) && !(await deps.isReleased(team.tenant))) return deps.waitForRelease(team);
    if (!isReady(team)) return deps.settleTeam(team);
    await deps.openRound(team);
    // Who leads it was asked of the channel just now.
    return deps.noteLeads(team.tenant, team.id);
  };

  return async (team: Team): Promise<void> => {
    if (team.trial === true) return deps.runTrial(team);
    if (team.state === 'proposed') return deps.lapseProposal(team);
    if (team.state === 'ended') return deps.disbandTeam(team);
    if (isReady(team) && isBetween(team, deps.clock.now())) return deps.lapseInvitations(team);
    if (isReady(team) && isForecast(team, deps.clock.now())) return deps.forecastRoster(team);
    return goOn(await deps.endPause(team));
  };
};

/**
 * Does what an aggregate's time has come for. Looks at the state as it is now: a job that comes too early, twice, or
 * for something that is done already does nothing (R17). What a crash left in the outbox is sent again first.
 */
export const makeRunJob = (deps: JobDeps) => {
  const { clock, dispatch } = deps;

  const run = async <A extends Aggregate>(
    repository: AggregateRepository<A>,
    job: Job,
    act: (aggregate: A) => Promise<void>,
  ): Promise<void> => {
    const found = await repository.find(job.tenant, job.id);
    if (found === undefined) return;
    const now = clock.now();
    const wakes = wakesAt(found);
    if (wakes === undefined || wakes > now) return;
    let aggregate = found;
    if (found.outbox.length > 0) {
      aggregate = redriven(found, now);
      await repository.save(aggregate);
      await dispatch(repository, aggregate);
      aggregate = { ...aggregate, outbox: [], redriveAt: undefined };
    }
    if (aggregate.due !== undefined && aggregate.due <= now) await act(aggregate);
  };

  const teamStep = makeTeamStep(deps);

  return async (job: Job): Promise<void> => {
    switch (job.kind) {
      case 'team':
        return run(deps.teams, job, teamStep);
      case 'round':
        return run(deps.rounds, job, deps.attendRound);
      case 'asks':
        return run(deps.batches, job, deps.sendAsks);
      case 'look':
        return run(deps.looks, job, deps.sendLater);
      case 'settings':
        return run(deps.settings, job, deps.tellTeams);
      case 'erasure':
        return run(deps.erasures, job, deps.runErasure);
      case 'removal':
        return run(deps.removals, job, deps.removeTenant);
      default:
        return assertNever(job.kind);
    }
  };
};

export type RunJob = ReturnType<typeof makeRunJob>;

/** A job that failed this often takes its aggregate out of the due index, with its reason (R17). */
export const JOB_ATTEMPTS = 8;

export const makeParkJob =
  (deps: Pick<JobDeps, 'teams' | 'rounds' | 'batches' | 'settings' | 'erasures' | 'removals' | 'looks'>) =>
  async (job: Job, reason: string): Promise<void> => {
    const repositories = {
      team: deps.teams,
      round: deps.rounds,
      asks: deps.batches,
      settings: deps.settings,
      erasure: deps.erasures,
      removal: deps.removals,
      look: deps.looks,
    };
    await repositories[job.kind].park(job.tenant, job.id, reason);
  };
