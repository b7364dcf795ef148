import type { ConversationRef } from '../chat/identity.ts';
import type { ReadWord } from '../chat/words.ts';
import { assertNever } from '../shared/errors.ts';
import type { CourseDesk } from './course-desk.ts';
import { helpCard, sentence } from './desk-cards.ts';
import type { MineDesk } from './mine-desk.ts';
import type { OnDemand } from './on-demand.ts';
import type { AdminDesk } from './open-admin-desk.ts';
import type { TeamDesk } from './open-team-desk.ts';
import type { OwnDesk } from './own-desk.ts';
import type { PulseDesk } from './pulse-desk.ts';
import { refusalText } from './refusal-text.ts';
import type { Reply } from './reply.ts';
import { asCard } from './reply.ts';
import type { Speaker } from './speaker.ts';
import { whichTeamCard } from './which-team.ts';
import type { WhichTeam } from './which-team.ts';

/** The desks that answer words. */
export interface WordDeps {
  readonly pulse: PulseDesk;
  readonly own: OwnDesk;
  readonly team: OnDemand<TeamDesk>;
  readonly mine: OnDemand<MineDesk>;
  readonly course: OnDemand<CourseDesk>;
  readonly admin: OnDemand<AdminDesk>;
  readonly whichTeam: WhichTeam;
}

/** What a word says, wherever it comes from. */
export const wordReply = async (
  { pulse, team, own, mine, course, admin, whichTeam }: WordDeps,
  speaker: Speaker,
  { word, rest }: ReadWord,
  from: ConversationRef | undefined,
): Promise<Reply> => {
  const several = await whichTeam.choices(speaker.person, word, from);
  if (several.length > 1) return asCard(whichTeamCard(speaker.say, word, several));
  switch (word) {
    case 'home':
      return asCard(await pulse.home(speaker, from));
    case 'help':
      return asCard(helpCard(speaker.say));
    case 'pulse':
    case 'pulse-now':
      return pulse.pulse(speaker, from);
    case 'pulse-result':
      return pulse.result(speaker, from);
    case 'away':
      return own.away(speaker, rest);
    case 'back':
      return own.back(speaker, from);
    case 'pulse-off':
      return own.off(speaker);
    case 'pulse-on':
      return own.on(speaker);
    case 'mine':
      return (await mine()).mine(speaker);
    case 'pulse-skip':
      return (await course()).skipWord(speaker, from);
    case 'pulse-start':
      return (await course()).startWord(speaker, from);
    case 'setup':
      return (await admin()).word(speaker);
    case 'data-sheet':
      return asCard((await admin()).dataSheet(speaker));
    case 'team':
      return from === undefined
        ? ((await (await team()).own(speaker)) ?? asCard(await pulse.home(speaker, from)))
        : (await team()).word(speaker, from);
    default:
      return assertNever(word);
  }
};

/** A word on a button, for the team that it names: as if it had been said where that team is at home. */
export const wordButtonReply = async (
  deps: WordDeps,
  speaker: Speaker,
  { word, team }: { readonly word: ReadWord['word']; readonly team?: string | undefined },
  from: ConversationRef | undefined,
): Promise<Reply> => {
  if (team === undefined) return wordReply(deps, speaker, { word }, from);
  const home = await deps.whichTeam.homeOf(speaker.person, team);
  return home === undefined
    ? asCard(sentence(refusalText(speaker.say, { code: 'team-not-found' })))
    : wordReply(deps, speaker, { word }, home);
};
