import type { FormValues } from '../chat/form.ts';
import type { ConversationRef } from '../chat/identity.ts';
import { commentsNotice, HIDE_FIELD, hideForm } from '../pulse/results/comment-messages.ts';
import type { makeHideComment, makeListHideable } from '../pulse/results/hide-comment.ts';
import type { makeLastResult, makeReadResult } from '../pulse/results/past-results.ts';
import type { makeReadComments } from '../pulse/results/read-comments.ts';
import { pastResultCard } from '../pulse/results/result-card.ts';
import { leadsIt } from '../team/authority.ts';
import { sentence } from './desk-cards.ts';
import type { TeamOf } from './open-for-me.ts';
import { refusalText } from './refusal-text.ts';
import type { Refusal } from './refusal-text.ts';
import type { Reply } from './reply.ts';
import { asCard, asNotice } from './reply.ts';
import type { Speaker } from './speaker.ts';

export interface ResultDeskDeps {
  readonly teamOf: TeamOf;
  readonly lastResult: ReturnType<typeof makeLastResult>;
  readonly readResult: ReturnType<typeof makeReadResult>;
  readonly readComments: ReturnType<typeof makeReadComments>;
  readonly listHideable: ReturnType<typeof makeListHideable>;
  readonly hideComment: ReturnType<typeof makeHideComment>;
}

type From = { readonly from: ConversationRef | undefined };
type Page = { readonly round: string; readonly page: number };

const no = ({ say }: Speaker, refusal: Refusal): Reply => asNotice(say, sentence(refusalText(say, refusal)));

/** Reading what a closed round left, and hiding a comment. */
export const makeResultDesk = (deps: ResultDeskDeps) => {
  const result = async (speaker: Speaker, from: ConversationRef | undefined): Promise<Reply> => {
    const { say } = speaker;
    const team = await deps.teamOf(speaker.person, from);
    if (team === undefined) return asCard(sentence(say('result.none-yet')));
    const { person } = speaker;
    const last = await deps.lastResult({ person, team, from });
    if (!last.ok) return asCard(sentence(refusalText(say, last.refusal)));
    if (last.value === undefined) return asCard(sentence(say('result.none-yet')));
    return asCard(pastResultCard(say, last.value, leadsIt(person, team)));
  };

  const pastResult = async (
    speaker: Speaker,
    { round, from }: From & { readonly round: string },
  ): Promise<Reply> => {
    const found = await deps.readResult({ person: speaker.person, round, from });
    // For an earlier one the talk is over.
    return found.ok ? asCard(pastResultCard(speaker.say, found.value)) : no(speaker, found.refusal);
  };

  const comments = async (speaker: Speaker, { round, page, from }: From & Page): Promise<Reply> => {
    const found = await deps.readComments({ person: speaker.person, round, page, from });
    return found.ok
      ? { kind: 'notice', notice: commentsNotice(speaker.say, round, page, found.value) }
      : no(speaker, found.refusal);
  };

  const hideButton = async (speaker: Speaker, { round, page }: Page): Promise<Reply> => {
    const shown = await deps.listHideable({ person: speaker.person, round, page });
    return shown.ok
      ? { kind: 'form', form: hideForm(speaker.say, round, page, shown.value) }
      : no(speaker, shown.refusal);
  };

  /** What everybody reads from now on takes the place of the form. */
  const hideSubmitted = async (
    speaker: Speaker,
    { round, page }: Page,
    values: FormValues,
  ): Promise<Reply> => {
    const comment = values[HIDE_FIELD];
    if (typeof comment !== 'string') {
      return { kind: 'field-errors', errors: { [HIDE_FIELD]: speaker.say('refusal.choice-invalid') } };
    }
    const hidden = await deps.hideComment({ person: speaker.person, round, page, comment });
    return hidden.ok ? comments(speaker, { round, page, from: undefined }) : no(speaker, hidden.refusal);
  };

  return { result, pastResult, comments, hideButton, hideSubmitted };
};
