import type { Button, Card, CardNode } from '../chat/card.ts';
import { code, text } from '../chat/text.ts';
import { typedAs } from '../chat/words.ts';
import { moment } from '../i18n/dates.ts';
import { label, strong } from '../i18n/translate.ts';
import type { Round } from '../pulse/round.ts';
import type { Team } from '../team/team.ts';
import { protectionButton, wordButton } from './desk-cards.ts';
import { nextLine } from './next-line.ts';
import type { Speaker } from './speaker.ts';
import { teamButton } from './which-team.ts';

/** What the home card is made of. Nothing here depends on whether the person answered (R4). */
export interface OpenForMe {
  readonly team?: Team | undefined;
  readonly leads: boolean;
  /** Those one belongs to or leads besides. */
  readonly others?: readonly Team[];
  /** The team's round while it is open. */
  readonly round?: Round | undefined;
}

/** At most four, and the same whether somebody answered. */
const actions = ({ say }: Speaker, { team, others = [], round, leads }: OpenForMe): CardNode => {
  const answer =
    round === undefined || leads
      ? undefined
      : {
          label: label(say('button.answer')),
          intent: { kind: 'answer' as const, round: round.id },
          primary: true,
        };
  const times: Button = { label: label(say('button.my-times')), intent: { kind: 'my-times' } };
  return {
    kind: 'actions',
    buttons: [
      ...(answer === undefined ? [] : [answer]),
      team === undefined
        ? protectionButton(say)
        : wordButton(say, 'pulse-result', others.length === 0 ? undefined : team.id),
      // While there is something to answer, one's own times are found behind the next one.
      ...(answer === undefined && team !== undefined ? [times] : []),
      wordButton(say, 'mine'),
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
  const next = nextLine(say, team, zone);
  if (open.leads) {
    const line = round === undefined ? next : say('home.lead-open', close(round.closesAt));
    return {
      title: strong(say('home.lead-title', { team: `#${team.name}` })),
      lines: [{ kind: 'paragraph', text: line }],
    };
  }
  const title = round === undefined ? say('home.title-next') : say('home.title-open', close(round.closesAt));
  const named =
    open.others === undefined || open.others.length === 0 ? title : [text(`#${team.name}: `), ...title];
  return round === undefined
    ? { title: strong(named), lines: [{ kind: 'paragraph', text: next }] }
    : {
        title: strong(named),
        lines: [{ kind: 'paragraph', text: say('home.open-text') }],
      };
};

/** A way to each of one's other teams. */
const others = ({ say }: Speaker, { others: teams = [] }: OpenForMe): readonly CardNode[] =>
  teams.length === 0
    ? []
    : [
        { kind: 'paragraph', text: say('home.others') },
        { kind: 'actions', buttons: teams.map((team) => teamButton('home', team)) },
      ];

/** "Open for me": the answer to the command alone, and the home tab. */
export const homeCard = (speaker: Speaker, open: OpenForMe, door: string): Card => {
  const { title, lines } =
    open.team === undefined ? noTeam(speaker, door) : withTeam(speaker, open.team, open);
  return { title, nodes: [...lines, actions(speaker, open), ...others(speaker, open)] };
};
