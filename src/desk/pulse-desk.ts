import type { ConversationRef } from '../chat/identity.ts';
import { answerForm, protectionNotice, savedNotice } from '../pulse/answers/answer-form.ts';
import type { makeAnswerRound, makeOpenAnswerForm } from '../pulse/answers/answer-round.ts';
import { COMMENT_FIELD } from '../pulse/answers/read-answer.ts';
import type { AnswerRefusal } from '../pulse/refusals.ts';
import type { Result } from '../shared/result.ts';
import { ok } from '../shared/result.ts';
import type { Card } from '../chat/card.ts';
import type { Form, FormValues } from '../chat/form.ts';
import { sentence } from './desk-cards.ts';
import { homeCard } from './home-card.ts';
import type { makeOpenForMe } from './open-for-me.ts';
import { platformName } from './platform-name.ts';
import { refusalText } from './refusal-text.ts';
import type { Reply } from './reply.ts';
import { asCard, asNotice } from './reply.ts';
import { makeResultDesk } from './result-desk.ts';
import type { ResultDeskDeps } from './result-desk.ts';
import type { Speaker } from './speaker.ts';

export interface PulseDeskDeps extends ResultDeskDeps {
  readonly openForMe: ReturnType<typeof makeOpenForMe>;
  readonly openAnswerForm: ReturnType<typeof makeOpenAnswerForm>;
  readonly answerRound: ReturnType<typeof makeAnswerRound>;
  readonly policy: { readonly door: string; readonly contact?: string | undefined };
}

type FormDeps = Pick<PulseDeskDeps, 'openAnswerForm' | 'answerRound' | 'policy'>;

/** The form of a round: opening it and taking it back. */
const makeAnswerDesk = ({ openAnswerForm, answerRound, policy }: FormDeps) => {
  const open = async (speaker: Speaker, round: string): Promise<Result<Form, AnswerRefusal>> => {
    const found = await openAnswerForm({ person: speaker.person, round });
    if (!found.ok) return found;
    const { head, answer } = found.value;
    return ok(answerForm(speaker.say, head, answer, policy.contact));
  };

  const answerButton = async (speaker: Speaker, round: string): Promise<Reply> => {
    const form = await open(speaker, round);
    return form.ok
      ? { kind: 'form', form: form.value }
      : asNotice(speaker.say, sentence(refusalText(speaker.say, form.refusal)));
  };

  const submitted = async (speaker: Speaker, round: string, values: FormValues): Promise<Reply> => {
    const { say } = speaker;
    const taken = await answerRound({ person: speaker.person, round, values });
    if (taken.ok) return { kind: 'notice', notice: savedNotice(say, taken.value, speaker.zone) };
    const { refusal } = taken;
    const words = refusalText(say, refusal);
    if (refusal.code === 'mark-missing') {
      return {
        kind: 'field-errors',
        errors: Object.fromEntries(refusal.fields.map((field) => [field, words])),
      };
    }
    if (refusal.code === 'choice-invalid')
      return { kind: 'field-errors', errors: { [refusal.field]: words } };
    if (refusal.code === 'comment-too-long')
      return { kind: 'field-errors', errors: { [COMMENT_FIELD]: words } };
    return asNotice(say, sentence(words));
  };

  return { open, answerButton, submitted };
};

/** What people say and press about the pulse. */
export const makePulseDesk = (deps: PulseDeskDeps) => {
  const { teamOf, openForMe, policy } = deps;
  const answers = makeAnswerDesk(deps);
  const results = makeResultDesk(deps);

  const home = async (speaker: Speaker, from: ConversationRef | undefined): Promise<Card> => {
    const team = await teamOf(speaker.person, from);
    return homeCard(speaker, await openForMe(speaker.person, team), policy.door);
  };

  /** The form if a round is open for this person, else what there is: when the next one opens. */
  const pulse = async (speaker: Speaker, from: ConversationRef | undefined): Promise<Reply> => {
    const team = await teamOf(speaker.person, from);
    const leads = team?.leads.includes(speaker.person.person) === true;
    const form =
      team?.currentRound === undefined || leads ? undefined : await answers.open(speaker, team.currentRound);
    if (form?.ok) return { kind: 'form', form: form.value };
    return asCard(homeCard(speaker, await openForMe(speaker.person, team), policy.door));
  };

  /** The round this person could answer now; the same whether they did. */
  const openRound = async (speaker: Speaker, from: ConversationRef): Promise<string | undefined> => {
    const open = await openForMe(speaker.person, await teamOf(speaker.person, from));
    return open.leads ? undefined : open.round?.id;
  };

  const protection = (speaker: Speaker): Reply => ({
    kind: 'notice',
    notice: protectionNotice(speaker.say, platformName(speaker.person.tenant)),
  });

  return { ...answers, ...results, home, pulse, openRound, protection };
};

export type PulseDesk = ReturnType<typeof makePulseDesk>;
