import type { ConversationRef } from '../../chat/identity.ts';
import type { Person } from '../../people/person.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Comment, Comments } from '../../ports/comments.ts';
import type { Result } from '../../shared/result.ts';
import { ok, refuse } from '../../shared/result.ts';
import type { Team } from '../../team/team.ts';
import type { Theme } from '../answers/answer.ts';
import { makeHideRefusal } from './hide-comment.ts';
import type { MayReadResult } from './may-read-result.ts';
import type { ResultRefusal } from '../refusals.ts';
import type { Round } from '../round.ts';

export interface CommentPage {
  readonly texts: readonly string[];
  /** How many of this page were hidden. */
  readonly hidden: number;
  /** What several named in the place of a text; on the first page. */
  readonly themes: readonly Theme[];
  readonly more: boolean;
  /** Whether this reader may hide one. */
  readonly mayHide: boolean;
}

interface Deps {
  readonly rounds: AggregateRepository<Round>;
  readonly teams: AggregateRepository<Team>;
  readonly comments: Comments;
  readonly mayRead: MayReadResult;
}

const pageOf = (round: Round, page: number, found: readonly Comment[]): Omit<CommentPage, 'mayHide'> => {
  const reached = round.result?.reached === true ? round.result : undefined;
  const pages = reached?.commentPages ?? 0;
  const stored = page < pages ? found : [];
  const texts = stored.flatMap(({ text }) => (text === undefined ? [] : [text]));
  return {
    texts,
    hidden: stored.length - texts.length,
    themes: page === 0 ? (reached?.themes ?? []) : [],
    more: page + 1 < pages,
  };
};

/**
 * One page of the comments of a published round, as they were stored at its close, without those that were hidden.
 * Refuses whoever neither belongs to the team nor stands in its channel.
 */
export const makeReadComments =
  ({ rounds, teams, comments, mayRead }: Deps) =>
  async (command: {
    readonly person: Person;
    readonly round: string;
    readonly page: number;
    readonly from: ConversationRef | undefined;
  }): Promise<Result<CommentPage, ResultRefusal>> => {
    const { person, page } = command;
    const round = await rounds.glance(person.tenant, command.round);
    if (round?.published !== true) return refuse({ code: 'round-not-found' });
    if (!(await mayRead(round, person, command.from))) return refuse({ code: 'result-not-for-you' });
    const stored = await comments.page({ tenant: round.tenant, round: round.id }, page);
    const found = pageOf(round, page, stored ?? []);
    const mayHide = found.texts.length > 0 && (await makeHideRefusal({ teams })(person, round)) === undefined;
    return ok({ ...found, mayHide });
  };
