import { idIn } from '../../chat/identity.ts';
import type { Calendar } from '../../ports/calendar.ts';
import type { Clock } from '../../ports/clock.ts';
import { WORDS_FROM } from '../../pulse/results/gates.ts';
import type { Result } from '../../shared/result.ts';
import { ok } from '../../shared/result.ts';
import type { CheckProposal, Proposal, Submission } from './check-proposal.ts';
import type { Counts, CountPeople } from './count-people.ts';
import { newTeam } from './new-team.ts';
import type { SetUpRefusal } from '../refusals.ts';
import { firstOpening } from '../schedule.ts';
import type { Team } from '../team.ts';

export interface PreviewDeps {
  readonly checkProposal: CheckProposal;
  readonly countPeople: CountPeople;
  readonly calendar: Calendar;
  readonly clock: Clock;
}

/** The team as it would be if everybody who is named led it, with the first date there would be. */
export interface Preview {
  readonly proposal: Proposal;
  readonly team: Team;
  readonly counts: Counts;
  /** So few could be asked that nobody would stay unknown (T11): rounds are refused, talking is not. */
  readonly tooFew?: number | undefined;
}

/** What setting the team up would mean, before anything is made: refuses what {@link CheckProposal} refuses. Writes nothing. */
export const makePreviewTeam =
  ({ checkProposal, countPeople, calendar, clock }: PreviewDeps) =>
  async (submission: Submission): Promise<Result<Preview, SetUpRefusal>> => {
    const checked = await checkProposal(submission);
    if (!checked.ok) return checked;
    const proposal = checked.value;
    const { by, home, members, form } = proposal;
    const group = { tenant: by.tenant, team: idIn(home), members, leads: form.leads };
    const counts = await countPeople(group);
    const tooFew = counts.asked.n < WORDS_FROM ? counts.asked.n : undefined;

    const now = clock.now();
    const team = newTeam(proposal, { nonce: 'preview', now });
    const zone = calendar.knows(team.zone) ? team.zone : 'UTC';
    const nextOpening = firstOpening({ ...team, zone }, now, calendar);
    const readers = counts.readers.n;
    return ok({ proposal, counts, tooFew, team: { ...team, zone, leads: form.leads, readers, nextOpening } });
  };

export type PreviewTeam = ReturnType<typeof makePreviewTeam>;
