import type { Card, CardNode } from '../../chat/card.ts';
import { forChannel } from '../../chat/other-language.ts';
import { code, mention, text } from '../../chat/text.ts';
import type { Text } from '../../chat/text.ts';
import { typedAs } from '../../chat/words.ts';
import { moment } from '../../i18n/dates.ts';
import { label, strong } from '../../i18n/translate.ts';
import type { Voice } from '../../i18n/translate.ts';
import { comingOpening } from '../team-due.ts';
import { openingOf } from '../team.ts';
import type { Opening, Team } from '../team.ts';
import { waysOf } from './way-on.ts';
import type { Way, WayOn } from './way-on.ts';

const dateOf = (say: Voice, team: Team, { instant }: Pick<Opening, 'instant'>) => ({
  date: moment(instant, team.zone, say.language, 'date-time'),
});

const spaced = (...parts: readonly Text[]): Text =>
  parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 ? part : [text(' '), ...part]));

/** As its button says it. */
export const wayLabel = (say: Voice, asked: WayOn['asked'], way: Way): string =>
  label(say(asked === 'too-small' ? 'way.only-talk' : `way.${way}`));

/** The ways a team can take, as buttons; once somebody decided, what and who. */
const wayNodes = (say: Voice, team: Team, wayOn: WayOn): readonly CardNode[] => {
  const { asked, number, decided } = wayOn;
  if (decided !== undefined) {
    const way = wayLabel(say, asked, decided.way);
    const by = decided.by === undefined ? say('way.somebody') : [mention(decided.by)];
    return [{ kind: 'paragraph', text: say('way.decided', { person: by, way }) }];
  }
  return [
    {
      kind: 'actions',
      buttons: waysOf(wayOn).map((way) => ({
        label: wayLabel(say, asked, way),
        intent: { kind: 'way-on', team: team.id, number, way },
      })),
    },
  ];
};

/** A round below the gate (T10): what happened, and either the next date or which way the team goes on. */
export const belowGateCard = (say: Voice, team: Team, round: { readonly number: number }): Card => {
  const { wayOn } = team;
  const asks = wayOn?.asked === 'below-gate' && wayOn.number === round.number;
  const coming = comingOpening(team);
  const next = coming === undefined ? [] : say('below-gate.next', dateOf(say, team, coming));
  return {
    title: strong(say('below-gate.title')),
    nodes: asks
      ? [
          { kind: 'paragraph', text: spaced(say('below-gate.text'), say('way.question')) },
          ...wayNodes(say, team, wayOn),
          ...(wayOn.decided === undefined ? [{ kind: 'footnote' as const, text: say('way.rule') }] : []),
        ]
      : [{ kind: 'paragraph', text: spaced(say('below-gate.text'), next) }],
  };
};

/** Too few to ask (T11): before anybody is asked, once. */
export const tooSmallCard = (say: Voice, team: Team): Card => {
  const { tooFew: n = 0, wayOn } = team;
  const coming = comingOpening(team);
  const more = coming === undefined ? [] : say('too-small.more', dateOf(say, team, coming));
  const card: Card = {
    title: strong(n === 0 ? say('too-few.nobody') : say('refusal.too-few', { n })),
    nodes: [
      { kind: 'paragraph', text: spaced(say('too-few.text'), say('too-small.text'), more) },
      ...(wayOn?.asked === 'too-small' ? wayNodes(say, team, wayOn) : []),
    ],
  };
  return forChannel(say, card, { what: 'too-small', id: `${team.id}/${wayOn?.number ?? 0}` });
};

/** Questions to talk about, in the place of a round: nothing to press, nothing to fill in. */
export const talkCard = (say: Voice, team: Team): Card => {
  const { number, items } = team.talk ?? { number: 0, items: [] };
  const card: Card = {
    title: strong(say('talk.title')),
    nodes: [
      { kind: 'paragraph', text: say('talk.text') },
      {
        kind: 'list',
        items: items.map(({ texts }) => say('talk.item', { item: texts[say.language] })),
      },
      { kind: 'footnote', text: say('talk.back', { word: code(typedAs('team', say.language)) }) },
    ],
  };
  return forChannel(say, card, { what: 'talk', id: `${team.id}/${number}` });
};

/** Before a round is skipped or started: what will happen, and the button that does it. */
export const skipCard = (say: Voice, team: Team, skipped: Opening, next: Opening): Card => ({
  title: strong(say('skip.title', { team: `#${team.name}`, ...dateOf(say, team, skipped) })),
  nodes: [
    { kind: 'paragraph', text: say('skip.text', dateOf(say, team, next)) },
    {
      kind: 'actions',
      buttons: [
        {
          label: label(say('button.skip')),
          intent: { kind: 'course', act: 'skip', team: team.id, number: skipped.number },
        },
      ],
    },
  ],
});

export const startCard = (say: Voice, team: Team): Card => ({
  title: strong(say('start.title', { team: `#${team.name}` })),
  nodes: [
    { kind: 'paragraph', text: say(team.way === 'talk' ? 'start.talk-text' : 'start.text') },
    {
      kind: 'actions',
      buttons: [
        {
          label: label(say('button.start')),
          intent: { kind: 'course', act: 'start', team: team.id, number: openingOf(team).number },
        },
      ],
    },
  ],
});
