import type { ConversationRef } from '../chat/identity.ts';
import type { Person } from '../people/person.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Comments } from '../ports/comments.ts';
import type { Result } from '../shared/result.ts';
import { ok, refuse } from '../shared/result.ts';
import type { Team } from '../team/team.ts';
import type { ResultRefusal } from './refusals.ts';
import type { Round } from './round.ts';

/** How many rounds we look back for one that reached the gate. */
const LOOK_BACK = 12;

/** The newest published result of the team; undefined while there is none. */
export const makeLastResult =
  ({ rounds }: { readonly rounds: AggregateRepository<Round> }) =>
  async (team: Team): Promise<Round | undefined> => {
    let id = team.currentRound;
    for (let step = 0; id !== undefined && step < LOOK_BACK; step += 1) {
      const round: Round | undefined = await rounds.glance(team.tenant, id);
      if (round?.published === true && round.result?.reached === true) return round;
      id = round?.previous;
    }
    return undefined;
  };

/** The team's own result: for its people, its leads, and whoever stands in its channel. */
const mayRead = (round: Round, person: Person, from: ConversationRef | undefined): boolean =>
  person.team === round.team || person.leads.includes(round.team) || from === round.home;

export interface CommentPage {
  readonly comments: readonly string[];
  readonly more: boolean;
}

/** One page of the comments of a published round, as they were stored at its close. */
export const makeReadComments =
  ({ rounds, comments }: { readonly rounds: AggregateRepository<Round>; readonly comments: Comments }) =>
  async (command: {
    readonly person: Person;
    readonly round: string;
    readonly page: number;
    readonly from: ConversationRef | undefined;
  }): Promise<Result<CommentPage, ResultRefusal>> => {
    const { person, page } = command;
    const round = await rounds.glance(person.tenant, command.round);
    if (round?.published !== true) return refuse({ code: 'round-not-found' });
    if (!mayRead(round, person, command.from)) return refuse({ code: 'result-not-for-you' });
    const pages = round.result?.reached === true ? round.result.commentPages : 0;
    const found = await comments.page({ tenant: round.tenant, round: round.id }, page);
    return ok({ comments: page < pages ? (found ?? []) : [], more: page + 1 < pages });
  };
