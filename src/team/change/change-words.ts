import { otherLanguageButton } from '../../chat/other-language.ts';
import type { Card, CardNode } from '../../chat/card.ts';
import type { Notice } from '../../chat/form.ts';
import type { PersonRef } from '../../chat/identity.ts';
import { mention, text } from '../../chat/text.ts';
import type { Text } from '../../chat/text.ts';
import { dayText, moment } from '../../i18n/dates.ts';
import { label, strong } from '../../i18n/translate.ts';
import type { Voice } from '../../i18n/translate.ts';
import { settingOf } from '../settings/settings.ts';
import type { Changed, TeamChange } from './team-change.ts';
import type { Team } from '../team.ts';

/** People side by side; `more` of them have no name any more. */
export const mentions = (say: Voice, people: readonly PersonRef[], more = 0): Text => [
  ...people.flatMap((person, index) => (index === 0 ? [mention(person)] : [text(', '), mention(person)])),
  ...(more === 0 ? [] : say('roster.more', { n: more })),
];

/** One change as a part of a sentence. */
const changedWords = (say: Voice, { zone }: Pick<Team, 'zone'>, changed: Changed): Text => {
  if (changed.kind === 'setting') {
    const { shown } = settingOf(changed.setting);
    return say('changed.instead', { to: shown(say, changed.to), from: shown(say, changed.from) });
  }
  if ('people' in changed) {
    return say(`changed.${changed.kind}`, { people: mentions(say, changed.people, changed.more) });
  }
  if (changed.kind === 'skipped') {
    return say('log.skipped', { date: moment(changed.date, zone, say.language, 'date-time') });
  }
  if (changed.kind !== 'paused') return say(`log.${changed.kind}`);
  return changed.until === undefined
    ? say('log.paused')
    : say('log.paused-until', { day: dayText(changed.until, say.language, 'short') });
};

/** What a change of the team's whole course says; undefined for one of its settings or people. */
const courseTitle = (say: Voice, { zone }: Team, [changed]: readonly Changed[]): Text | undefined => {
  switch (changed?.kind) {
    case 'paused':
      return changed.until === undefined
        ? say('changed.paused')
        : say('changed.paused-until', { day: dayText(changed.until, say.language, 'short') });
    case 'skipped':
      return say('changed.skipped', { date: moment(changed.date, zone, say.language, 'date-time') });
    case 'kept':
    case 'started':
    case 'resumed':
    case 'ended':
    case 'leaderless':
      return say(`changed.${changed.kind}`);
    default:
      return undefined;
  }
};

const byWhom = (say: Voice, { by }: TeamChange): Text =>
  by === undefined ? say('changed.by-nobody') : say('changed.by', { person: mention(by) });

/** Who leads changes at once; all else waits for the next round. */
const isOfLeads = ({ kind }: Changed): boolean =>
  kind === 'invited' || kind === 'lead-joined' || kind === 'lead-removed';

const settingsTitle = (say: Voice, team: Team, { what, from }: TeamChange): Text => {
  const [only, ...others] = what;
  const several = only === undefined || others.length > 0;
  if (what.every(isOfLeads)) {
    return several ? say('changed.leads-title') : say('changed.now', { what: changedWords(say, team, only) });
  }
  if (from === undefined) {
    return several ? say('changed.next-title') : say('changed.next', { what: changedWords(say, team, only) });
  }
  const date = moment(from, team.zone, say.language, 'date-time');
  return several
    ? say('changed.from-title', { date })
    : say('changed.from', { date, what: changedWords(say, team, only) });
};

const courseNodes = (say: Voice, team: Team, change: TeamChange): readonly CardNode[] => {
  const kind = change.what[0]?.kind;
  if (kind === 'leaderless') return [{ kind: 'paragraph', text: say('changed.leaderless-text') }];
  const next =
    kind === 'ended' || kind === 'started' || change.from === undefined
      ? []
      : say('changed.next-round', { date: moment(change.from, team.zone, say.language, 'date-time') });
  const ended = kind === 'ended' ? say('changed.ended-text') : [];
  const lines = [next, ended, byWhom(say, change)].filter((line) => line.length > 0);
  return [
    { kind: 'paragraph', text: lines.flatMap((line, index) => (index === 0 ? line : [text(' '), ...line])) },
  ];
};

const settingsNodes = (say: Voice, team: Team, change: TeamChange): readonly CardNode[] => [
  ...(change.what.length > 1
    ? [{ kind: 'list' as const, items: change.what.map((one) => changedWords(say, team, one)) }]
    : []),
  { kind: 'paragraph', text: byWhom(say, change) },
];

/** What the team's channels read of a change: what, from when, and by whom. */
export const changeCard = (say: Voice, team: Team, change: TeamChange): Card => {
  const course = courseTitle(say, team, change.what);
  const nodes = course === undefined ? settingsNodes(say, team, change) : courseNodes(say, team, change);
  const leaderless = change.what[0]?.kind === 'leaderless';
  return {
    title: strong(course ?? settingsTitle(say, team, change)),
    nodes: [
      ...nodes,
      {
        kind: 'actions',
        buttons: [
          leaderless
            ? {
                label: label(say('button.propose-lead')),
                intent: { kind: 'team', act: 'lead', team: team.id },
              }
            : { label: label(say('button.log')), intent: { kind: 'team', act: 'log', team: team.id } },
          otherLanguageButton(say, { what: 'team-changed', id: `${team.id}/${change.id}` }),
        ],
      },
    ],
  };
};

/** The log, newest first. */
export const logNotice = (say: Voice, { log = [], zone }: Team): Notice => ({
  title: label(say('log.title')),
  nodes: [
    log.length === 0
      ? { kind: 'paragraph', text: say('log.none') }
      : {
          kind: 'list',
          items: [...log].reverse().map(({ on, by, what }) =>
            say('log.entry', {
              day: dayText(on, say.language, 'with-year'),
              person: by === undefined ? say('log.somebody') : mention(by),
              what: what.flatMap((one, index) => [
                ...(index === 0 ? [] : [text(', ')]),
                ...changedWords(say, { zone }, one),
              ]),
            }),
          ),
        },
  ],
  close: label(say('button.close')),
});
