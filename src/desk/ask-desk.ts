import type { NotNow } from '../chat/actions.ts';
import type { Notice } from '../chat/form.ts';
import type { AskLater } from '../pulse/asks/ask-later.ts';
import type { FindSlot } from '../pulse/answers/find-slot.ts';
import { comeMyself, laterChoices, laterNoted, notThisRoundNoted } from '../pulse/asks/later-cards.ts';
import type { NotThisRound } from '../pulse/asks/not-this-round.ts';
import { assertNever } from '../shared/errors.ts';
import { sentence } from './desk-cards.ts';
import { refusalText } from './refusal-text.ts';
import type { Refusal } from './refusal-text.ts';
import type { Reply } from './reply.ts';
import { asNotice } from './reply.ts';
import type { Speaker } from './speaker.ts';

export interface AskDeskDeps {
  readonly findSlot: FindSlot;
  readonly askLater: AskLater;
  readonly notThisRound: NotThisRound;
  readonly policy: { readonly door: string };
}

const notice = (shown: Notice): Reply => ({ kind: 'notice', notice: shown });

const no = ({ say }: Speaker, refusal: Refusal): Reply => asNotice(say, sentence(refusalText(say, refusal)));

/** The buttons of an ask but *Answer*. Each answers in a dialog, also after the close: the chat keeps nothing of it (R4). */
export const makeAskDesk = ({ findSlot, askLater, notThisRound, policy }: AskDeskDeps) => {
  const later = async (speaker: Speaker, round: string): Promise<Reply> => {
    const found = await findSlot(speaker.person, round);
    return found.ok ? notice(laterChoices(speaker.say, round)) : no(speaker, found.refusal);
  };

  const inAnHour = async (speaker: Speaker, round: string): Promise<Reply> => {
    const at = await askLater(speaker.person, round);
    return at.ok ? notice(laterNoted(speaker.say, at.value, speaker.zone)) : no(speaker, at.refusal);
  };

  /** `shown`: what is said of it; both leave the same, which is nothing. */
  const leaveMe = async (speaker: Speaker, round: string, shown: typeof comeMyself): Promise<Reply> => {
    const noted = await notThisRound(speaker.person, round);
    return noted.ok ? notice(shown(speaker.say, policy.door)) : no(speaker, noted.refusal);
  };

  const notNow = async (
    speaker: Speaker,
    { way, round }: { readonly way: NotNow; readonly round: string },
  ): Promise<Reply> => {
    switch (way) {
      case 'later':
        return later(speaker, round);
      case 'in-an-hour':
        return inAnHour(speaker, round);
      case 'come-myself':
        return leaveMe(speaker, round, comeMyself);
      case 'not-this-round':
        return leaveMe(speaker, round, notThisRoundNoted);
      default:
        return assertNever(way);
    }
  };

  return { notNow };
};

export type AskDesk = ReturnType<typeof makeAskDesk>;
