import { isFullMember } from '../../people/person.ts';
import type { Person } from '../../people/person.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Comment, Comments } from '../../ports/comments.ts';
import type { Result } from '../../shared/result.ts';
import { ok, refuse } from '../../shared/result.ts';
import type { Team } from '../../team/team.ts';
import type { HideRefusal } from '../refusals.ts';
import type { Round } from '../round.ts';

/** Of a team that was in the same home before it: its people are others. */
export const isOfFormer = ({ previousRound, since }: Team, { opensAt }: Round): boolean =>
  previousRound !== undefined && (since === undefined || opensAt < since);

/** Anybody in the team that was asked but a lead; a lead who could hide would decide what the team reads. */
export const makeHideRefusal =
  ({ teams }: { readonly teams: AggregateRepository<Team> }) =>
  async (person: Person, round: Round): Promise<HideRefusal | undefined> => {
    if (person.leads.includes(round.team) || round.leads.includes(person.person)) {
      return { code: 'hide-not-for-leads' };
    }
    if (person.team !== round.team) return { code: 'hide-not-for-you' };
    if (!isFullMember(person)) return { code: 'hide-not-for-guests' };
    const team = await teams.glance(person.tenant, round.team);
    return team !== undefined && isOfFormer(team, round) ? { code: 'hide-not-for-you' } : undefined;
  };

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly rounds: AggregateRepository<Round>;
  readonly comments: Comments;
}

interface Place {
  readonly person: Person;
  readonly round: string;
  readonly page: number;
}

const roundOf = async (deps: Deps, { person, round }: Place): Promise<Result<Round, HideRefusal>> => {
  const found = await deps.rounds.glance(person.tenant, round);
  if (found?.published !== true || found.result?.reached !== true) return refuse({ code: 'round-not-found' });
  const no = await makeHideRefusal(deps)(person, found);
  return no === undefined ? ok(found) : refuse(no);
};

/** The comments of a page that are not hidden yet. Refuses leads, guests, whoever is not of the team that was asked, and an empty page. */
export const makeListHideable =
  (deps: Deps) =>
  async (place: Place): Promise<Result<readonly Comment[], HideRefusal>> => {
    const round = await roundOf(deps, place);
    if (!round.ok) return round;
    const { tenant, id } = round.value;
    const page = (await deps.comments.page({ tenant, round: id }, place.page)) ?? [];
    const shown = page.filter(({ text }) => text !== undefined);
    return shown.length === 0 ? refuse({ code: 'comment-not-found' }) : ok(shown);
  };

/**
 * Hides a comment for everybody, at once and for good: its text is deleted. That one is missing stays visible; who did
 * it is known to this call alone. It changes no record with a history, and puts nothing into a queue. Idempotent.
 * Refuses leads, guests, whoever is not of the team that was asked, and a comment that is not there.
 */
export const makeHideComment =
  (deps: Deps) =>
  async (command: Place & { readonly comment: string }): Promise<Result<void, HideRefusal>> => {
    const round = await roundOf(deps, command);
    if (!round.ok) return round;
    const ref = { tenant: round.value.tenant, round: round.value.id };
    const done = await deps.comments.hide(ref, command.page, command.comment);
    return done === 'hidden' ? ok(undefined) : refuse({ code: 'comment-not-found' });
  };
