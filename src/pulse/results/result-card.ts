import type { Card, CardNode } from '../../chat/card.ts';
import type { Text } from '../../chat/text.ts';
import { code, text } from '../../chat/text.ts';
import { moment } from '../../i18n/dates.ts';
import type { Voice } from '../../i18n/translate.ts';
import { label, strong } from '../../i18n/translate.ts';
import { InvariantError } from '../../shared/errors.ts';
import { belowGateCard } from '../../team/course/course-cards.ts';
import { comingOpening } from '../../team/team-due.ts';
import type { Opening, Team } from '../../team/team.ts';
import type { PastResult } from './past-results.ts';
import type { Counts, ItemResult, ReachedResult } from './result.ts';
import type { Round } from '../round.ts';
import { agreeing, showsShare, total } from './wording.ts';

const itemText = (say: Voice, round: Round, id: string): string => {
  const item = round.items.find((asked) => asked.id === id);
  if (item === undefined) throw new InvariantError('a result names an item that was not asked');
  return item.texts[say.language];
};

/** `1 ■■  2 ■  3 –  4 ■■■■  5 ■■`: five steps on one line, readable without colour and aloud. */
export const bars = (counts: Counts): string =>
  counts.map((count, index) => `${index + 1} ${count === 0 ? '–' : '■'.repeat(count)}`).join('   ');

const itemLine = (say: Voice, round: Round, result: ItemResult): Text => {
  const quoted = say('result.item', { item: itemText(say, round, result.item) });
  if (!result.enough) return [...strong(say('result.not-enough')), ...quoted];
  const { wording, counts, cannotSay, trend } = result;
  const said = cannotSay === undefined ? [] : say('result.cannot-say', { n: cannotSay });
  const changed = trend === undefined ? [] : say(`trend.${trend}`);
  const line = [...strong(say(`result.${wording}`)), ...quoted, ...said, ...changed];
  if (counts === undefined) return line;
  const share = showsShare(counts) ? say('result.share', { n: agreeing(counts), total: total(counts) }) : [];
  return [...line, text('\n'), ...share, code(bars(counts))];
};

const headline = (say: Voice, round: Round, { first, items }: ReachedResult): Text => {
  if (first !== undefined) return say('result.differ', { item: itemText(say, round, first) });
  if (items.every((item) => item.enough)) return say('result.all-alike');
  return say(items.some((item) => item.enough) ? 'result.rest-alike' : 'result.none');
};

const title = (say: Voice, round: Round, result: ReachedResult): Text => [
  ...(result.answers === undefined ? [] : [...say('result.answers', { n: result.answers }), text(' ')]),
  ...headline(say, round, result),
];

/** The item to talk about comes first; the others follow as they were asked. */
const ordered = ({ first, items }: ReachedResult): readonly ItemResult[] => [
  ...items.filter(({ item }) => item === first),
  ...items.filter(({ item }) => item !== first),
];

const footnotes = (say: Voice, result: ReachedResult): readonly CardNode[] => {
  const drawn = result.items.some((item) => item.enough && item.counts !== undefined);
  const notes = [
    ...(drawn ? [say('result.scale')] : []),
    ...(result.answers === undefined ? [say('result.guarded')] : []),
    ...(result.compared === true ? [] : [say('result.change')]),
  ];
  const words = notes.flatMap((note, index) => (index === 0 ? note : [text(' '), ...note]));
  return words.length === 0 ? [] : [{ kind: 'footnote', text: words }];
};

const commentsButton = (say: Voice, round: Round, result: ReachedResult): readonly CardNode[] =>
  result.commentPages === 0 && result.themes === undefined
    ? []
    : [
        {
          kind: 'actions',
          buttons: [
            { label: label(say('button.comments')), intent: { kind: 'comments', round: round.id, page: 0 } },
          ],
        },
      ];

const reachedCard = (say: Voice, round: Round, result: ReachedResult): Card => ({
  title: strong(title(say, round, result)),
  nodes: [
    ...(result.first === undefined ? [] : [{ kind: 'paragraph' as const, text: say('result.differ-text') }]),
    { kind: 'list', items: ordered(result).map((item) => itemLine(say, round, item)) },
    ...commentsButton(say, round, result),
    ...footnotes(say, result),
  ],
});

const lostCard = (say: Voice, { zone }: Round, coming: Opening | undefined): Card => {
  const next =
    coming === undefined
      ? []
      : [
          text(' '),
          ...say('below-gate.next', { date: moment(coming.instant, zone, say.language, 'date-time') }),
        ];
  return {
    title: strong(say('lost.title')),
    nodes: [{ kind: 'paragraph', text: [...say('lost.text'), ...next] }],
  };
};

/**
 * The result (T12), or that there were too few answers (T10), or that the vault was lost. The same record in every
 * language and for every reader.
 */
export const resultCard = (say: Voice, round: Round, team: Team): Card => {
  const { result } = round;
  if (result === undefined) throw new InvariantError('a round without a result has no result card');
  if (result.reached) return reachedCard(say, round, result);
  return result.lost === true ? lostCard(say, round, comingOpening(team)) : belowGateCard(say, team, round);
};

/** What helps whoever leads when the team talks about it. */
const advice = (say: Voice): readonly CardNode[] => [
  { kind: 'divider' },
  { kind: 'paragraph', text: say('lead.advice') },
];

/** The lead's copy (T13): a link to the team's post, the same content, and advice for the talk where there is a result. */
export const leadCard = (
  say: Voice,
  { reached, team }: { reached: boolean; team: Card },
  link: Text,
): Card => ({
  title: strong(say(reached ? 'lead.title' : 'lead.title-unreached', { link })),
  nodes: [
    { kind: 'divider' },
    { kind: 'paragraph', text: team.title },
    ...team.nodes,
    ...(reached ? advice(say) : []),
  ],
});

/**
 * A result read again: the same record, and which round it was, with a way to the one before. Whoever leads the team
 * reads the advice for the talk as well.
 */
export const pastResultCard = (say: Voice, { round, result, earlier }: PastResult, leads = false): Card => {
  const { title: first, nodes } = reachedCard(say, round, result);
  const closed = moment(round.closesAt, round.zone, say.language, 'date');
  return {
    title: first,
    nodes: [
      ...nodes,
      { kind: 'footnote', text: say('past.closed', { date: closed }) },
      ...(earlier === undefined
        ? []
        : [
            {
              kind: 'actions' as const,
              buttons: [
                {
                  label: label(say('button.earlier')),
                  intent: { kind: 'past-result' as const, round: earlier },
                },
              ],
            },
          ]),
      ...(leads ? advice(say) : []),
    ],
  };
};
