import type { ConversationRef } from '../chat/identity.ts';
import type { Reply } from './reply.ts';
import type { SetUpDesk } from './set-up-desk.ts';
import type { Speaker } from './speaker.ts';

export interface TeamDeskDeps {
  readonly setUp: Pick<SetUpDesk, 'start'>;
}

/** The word `team` in a channel. */
export const makeTeamDesk = ({ setUp }: TeamDeskDeps) => {
  const word = (speaker: Speaker, from: ConversationRef): Promise<Reply> => setUp.start(speaker, from);

  return { word };
};

export type TeamDesk = ReturnType<typeof makeTeamDesk>;
