import type { ConversationRef } from '../chat/identity.ts';
import { answerForm, protectionNotice, savedNotice } from '../pulse/answer-form.ts';
import { commentsNotice, resultCard } from '../pulse/result-card.ts';
import type { makeAnswerRound, makeOpenAnswerForm } from '../pulse/answer-round.ts';
import type { makeLastResult, makeReadComments } from '../pulse/past-results.ts';
import { COMMENT_FIELD } from '../pulse/read-answer.ts';
import type { FormValues } from '../chat/form.ts';
import { sentence } from './desk-cards.ts';
import { homeCard } from './home-card.ts';
import type { makeOpenForMe, TeamOf } from './open-for-me.ts';
import { refusalText } from './refusal-text.ts';
import type { Reply } from './reply.ts';
import { asCard, asNotice } from './reply.ts';
import type { Speaker } from './speaker.ts';

export interface PulseDeskDeps {
  readonly teamOf: TeamOf;
  readonly openForMe: ReturnType<typeof makeOpenForMe>;
  readonly openAnswerForm: ReturnType<typeof makeOpenAnswerForm>;
  readonly answerRound: ReturnType<typeof makeAnswerRound>;
  readonly lastResult: ReturnType<typeof makeLastResult>;
  readonly readComments: ReturnType<typeof makeReadComments>;
  readonly policy: { readonly door: string; readonly contact?: string | undefined };
}

/** What people say and press about the pulse. */
export const makePulseDesk = (deps: PulseDeskDeps) => {
  const { policy } = deps;

  const answerButton = async (speaker: Speaker, round: string): Promise<Reply> => {
    const found = await deps.openAnswerForm({ person: speaker.person, round });
    if (!found.ok) return asNotice(speaker.say, sentence(refusalText(speaker.say, found.refusal)));
    const { head, answer } = found.value;
    return { kind: 'form', form: answerForm(speaker.say, head, answer, policy.contact) };
  };

  const submitted = async (speaker: Speaker, round: string, values: FormValues): Promise<Reply> => {
    const { say } = speaker;
    const taken = await deps.answerRound({ person: speaker.person, round, values });
    if (taken.ok) return { kind: 'notice', notice: savedNotice(say, taken.value, speaker.zone) };
    const { refusal } = taken;
    const words = refusalText(say, refusal);
    if (refusal.code === 'mark-missing') {
      return { kind: 'field-errors', errors: Object.fromEntries(refusal.fields.map((field) => [field, words])) };
    }
    if (refusal.code === 'comment-too-long') return { kind: 'field-errors', errors: { [COMMENT_FIELD]: words } };
    return asNotice(say, sentence(words));
  };

  const home = async (speaker: Speaker, from: ConversationRef | undefined): Promise<Reply> => {
    const team = await deps.teamOf(speaker.person, from);
    return asCard(homeCard(speaker, await deps.openForMe(speaker.person, team), policy.door));
  };

  /** The form if a round is open, else when the next one opens. */
  const pulse = async (speaker: Speaker, from: ConversationRef | undefined): Promise<Reply> => {
    const team = await deps.teamOf(speaker.person, from);
    const open = await deps.openForMe(speaker.person, team);
    if (open.round === undefined || open.leads) return asCard(homeCard(speaker, open, policy.door));
    const found = await deps.openAnswerForm({ person: speaker.person, round: open.round.id });
    if (!found.ok) return asCard(sentence(refusalText(speaker.say, found.refusal)));
    return { kind: 'form', form: answerForm(speaker.say, found.value.head, found.value.answer, policy.contact) };
  };

  const result = async (speaker: Speaker, from: ConversationRef | undefined): Promise<Reply> => {
    const { say } = speaker;
    const team = await deps.teamOf(speaker.person, from);
    const round = team === undefined ? undefined : await deps.lastResult(team);
    if (team === undefined || round === undefined) return asCard(sentence(say('result.none-yet')));
    return asCard(resultCard(say, round, team.nextOpening.instant));
  };

  const comments = async (
    speaker: Speaker,
    command: { readonly round: string; readonly page: number; readonly from: ConversationRef | undefined },
  ): Promise<Reply> => {
    const found = await deps.readComments({ person: speaker.person, ...command });
    if (!found.ok) return asNotice(speaker.say, sentence(refusalText(speaker.say, found.refusal)));
    return { kind: 'notice', notice: commentsNotice(speaker.say, command.round, command.page, found.value) };
  };

  const protection = (speaker: Speaker): Reply => ({
    kind: 'notice',
    notice: protectionNotice(speaker.say, speaker.person.tenant.startsWith('slack:') ? 'Slack' : 'Microsoft Teams'),
  });

  return { answerButton, submitted, home, pulse, result, comments, protection };
};

export type PulseDesk = ReturnType<typeof makePulseDesk>;
