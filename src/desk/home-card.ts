import type { Card, CardNode } from '../chat/card.ts';
import { code } from '../chat/text.ts';
import { typedAs } from '../chat/words.ts';
import { moment } from '../i18n/dates.ts';
import { label, strong } from '../i18n/translate.ts';
import type { Round } from '../pulse/round.ts';
import type { Team } from '../team/team.ts';
import { wordButton } from './desk-cards.ts';
import type { Speaker } from './speaker.ts';

/** What the home card is made of. Nothing here depends on whether the person answered (R4). */
export interface OpenForMe {
  readonly team?: Team | undefined;
  readonly leads: boolean;
  /** The team's round while it is open. */
  readonly round?: Round | undefined;
}

const actions = (speaker: Speaker, open: OpenForMe): CardNode => {
  const { say } = speaker;
  const answer =
    open.round === undefined || open.leads
      ? []
      : [
          {
            label: label(say('button.answer')),
            intent: { kind: 'answer' as const, round: open.round.id },
            primary: true,
          },
        ];
  return {
    kind: 'actions',
    buttons: [
      ...answer,
      ...(open.team === undefined ? [] : [wordButton(say, 'pulse-result')]),
      { label: label(say('button.protection')), intent: { kind: 'protection' } },
      wordButton(say, 'help'),
    ],
  };
};

const noTeam = (
  { say }: Speaker,
  door: string,
): Omit<Card, 'nodes'> & { readonly lines: readonly CardNode[] } => ({
  title: strong(say('home.no-team')),
  lines: [
    {
      kind: 'paragraph',
      text: say('home.no-team-text', { word: code(`${door} ${typedAs('team', say.language)}`) }),
    },
  ],
});

const withTeam = ({ say, zone }: Speaker, team: Team, open: OpenForMe): ReturnType<typeof noTeam> => {
  const { round } = open;
  const close = (until: number) => ({ close: moment(until, zone, say.language, 'date-time') });
  const next =
    team.waits === true
      ? say('release.home-waits')
      : team.nextOpening === undefined
        ? say('refusal.team-settling')
        : say('home.next-text', { date: moment(team.nextOpening.instant, zone, say.language, 'date-time') });
  if (open.leads) {
    const line = round === undefined ? next : say('home.lead-open', close(round.closesAt));
    return {
      title: strong(say('home.lead-title', { team: `#${team.name}` })),
      lines: [{ kind: 'paragraph', text: line }],
    };
  }
  return round === undefined
    ? { title: strong(say('home.title-next')), lines: [{ kind: 'paragraph', text: next }] }
    : {
        title: strong(say('home.title-open', close(round.closesAt))),
        lines: [{ kind: 'paragraph', text: say('home.open-text') }],
      };
};

/** "Open for me": the answer to the command alone, and the home tab. */
export const homeCard = (speaker: Speaker, open: OpenForMe, door: string): Card => {
  const { title, lines } =
    open.team === undefined ? noTeam(speaker, door) : withTeam(speaker, open.team, open);
  return { title, nodes: [...lines, actions(speaker, open)] };
};
