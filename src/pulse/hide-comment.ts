import { isFullMember } from '../people/person.ts';
import type { Person } from '../people/person.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Comment, Comments } from '../ports/comments.ts';
import type { Result } from '../shared/result.ts';
import { ok, refuse } from '../shared/result.ts';
import type { HideRefusal } from './refusals.ts';
import type { Round } from './round.ts';

/** Anybody in the team but a lead; a lead who could hide would decide what the team reads. */
export const hideRefusal = (person: Person, round: Round): HideRefusal | undefined => {
  if (person.leads.includes(round.team) || round.leads.includes(person.person)) {
    return { code: 'hide-not-for-leads' };
  }
  if (person.team !== round.team) return { code: 'hide-not-for-you' };
  return isFullMember(person) ? undefined : { code: 'hide-not-for-guests' };
};

interface Deps {
  readonly rounds: AggregateRepository<Round>;
  readonly comments: Comments;
}

interface Place {
  readonly person: Person;
  readonly round: string;
  readonly page: number;
}

const roundOf = async ({ rounds }: Deps, { person, round }: Place): Promise<Result<Round, HideRefusal>> => {
  const found = await rounds.glance(person.tenant, round);
  if (found?.published !== true || found.result?.reached !== true) return refuse({ code: 'round-not-found' });
  const no = hideRefusal(person, found);
  return no === undefined ? ok(found) : refuse(no);
};

/** The comments of a page that are not hidden yet. Refuses leads, guests, whoever is not of the team, and an empty page. */
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
 * Refuses leads, guests, whoever is not of the team, and a comment that is not there.
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
