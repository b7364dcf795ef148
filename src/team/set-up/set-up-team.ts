import { idIn } from '../../chat/identity.ts';
import type { IsAdmin } from '../../admin/is-admin.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Clock } from '../../ports/clock.ts';
import type { People } from '../../ports/people.ts';
import type { Queue } from '../../ports/queue.ts';
import type { Result } from '../../shared/result.ts';
import { ok, refuse } from '../../shared/result.ts';
import type { Dispatch } from '../../work/dispatch.ts';
import type { Proposal, Submission } from './check-proposal.ts';
import type { ClaimChannels } from './claim-channels.ts';
import { teamExists } from './may-set-up.ts';
import { newTeam } from './new-team.ts';
import type { PreviewTeam } from './preview-team.ts';
import type { SetUpRefusal } from '../refusals.ts';
import type { TakeLead } from '../leads/take-lead.ts';
import { channelsOf, isOver } from '../team.ts';
import type { Team } from '../team.ts';

export interface SetUpDeps {
  readonly previewTeam: PreviewTeam;
  readonly claimChannels: ClaimChannels;
  readonly takeLead: TakeLead;
  readonly isAdmin: IsAdmin;
  readonly teams: AggregateRepository<Team>;
  readonly people: Pick<People, 'remember' | 'unlead'>;
  readonly queue: Queue;
  readonly dispatch: Dispatch;
  readonly clock: Clock;
}

interface Founding {
  readonly nonce: string;
  readonly proposal: Proposal;
  /** The channel's last team, if it had one. */
  readonly ended: Team | undefined;
}

/** The team's channels first, then the team: a claim without a team is replaced by the next one who wants it. */
const found =
  ({ teams, claimChannels, clock }: SetUpDeps) =>
  async ({ nonce, proposal, ended }: Founding): Promise<Result<Team, SetUpRefusal>> => {
    const team = newTeam(proposal, { nonce, now: clock.now(), ended });
    const { tenant, id, home } = team;
    const claimed = await claimChannels({ tenant, team: id, command: nonce }, channelsOf(team));
    if (!claimed.ok) {
      if (claimed.refusal.channel !== home) return refuse({ code: 'also-channel-taken' });
      const other = await teams.find(tenant, id);
      return other === undefined || isOver(other) ? refuse({ code: 'team-settling' }) : teamExists(other);
    }
    if (ended !== undefined) {
      await teams.save(team);
      return ok(team);
    }
    const outcome = await teams.create(team);
    return outcome === 'created' ? ok(team) : teamExists((await teams.find(tenant, id)) ?? team);
  };

/**
 * Sets a team up, or proposes it where nobody who leads has accepted yet: they get one message each, and the promise
 * follows within a minute of the first who accepts. The first round opens at least a day later. The same submission again
 * ends the same. Refused is everything that {@link PreviewTeam} refuses, a second team in one of its channels, rounds for
 * so few that nobody would stay unknown (T11), and, without an admin, a third team for whoever leads two already.
 * A refusal changes nothing.
 */
export const makeSetUpTeam = (deps: SetUpDeps) => {
  const { previewTeam, takeLead, isAdmin, teams, people, queue, dispatch, clock } = deps;
  const founded = found(deps);

  const setUp = async (founding: Founding): Promise<Result<Team, SetUpRefusal>> => {
    const { by, home, form, leads } = founding.proposal;
    const { tenant, person } = by;
    const id = idIn(home);
    const leading = form.leads.includes(person);
    if (leading) {
      const byAdmin = await isAdmin(by);
      if (!(await takeLead({ tenant, person, team: id, byAdmin }))) return refuse({ code: 'leads-enough' });
    }
    // Known from now on, so that they can be told if a channel cannot be read.
    await people.remember(leads);
    const team = await founded(founding);
    if (!team.ok) {
      const other = leading ? await teams.find(tenant, id) : undefined;
      if (leading && !other?.leads.includes(person)) await people.unlead(person, id);
      return team;
    }
    await dispatch(teams, team.value);
    if (team.value.state === 'settling') {
      await queue.enqueueJobs([{ kind: 'team', tenant, id, due: clock.now() }]);
    }
    return team;
  };

  return async ({
    nonce,
    ...submission
  }: Submission & { readonly nonce: string }): Promise<Result<Team, SetUpRefusal>> => {
    const existing = await teams.find(submission.person.tenant, idIn(submission.home));
    if (existing?.history.some((entry) => entry.command === nonce) === true) return ok(existing);
    const preview = await previewTeam(submission);
    if (!preview.ok) return preview;
    const { proposal, tooFew } = preview.value;
    if (tooFew !== undefined && proposal.way !== 'talk') return refuse({ code: 'too-few', n: tooFew });
    // What the preview read may be a moment old.
    if (existing !== undefined && !isOver(existing)) return teamExists(existing);
    return setUp({ nonce, proposal, ended: existing });
  };
};

export type SetUpTeam = ReturnType<typeof makeSetUpTeam>;
