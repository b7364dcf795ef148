import type { Button, Card, Fact } from '../../chat/card.ts';
import type { TeamAct } from '../../chat/actions.ts';
import { text } from '../../chat/text.ts';
import type { Text } from '../../chat/text.ts';
import { dayText, moment } from '../../i18n/dates.ts';
import { label, strong } from '../../i18n/translate.ts';
import type { PlainKey } from '../../i18n/catalogue.ts';
import type { Voice } from '../../i18n/translate.ts';
import type { Instant } from '../../shared/time.ts';
import { mentions } from './change-words.ts';
import { SETTINGS, settingOf } from '../settings/settings.ts';
import { comingOpening, isResting } from '../team-due.ts';
import { channelsOf, stands } from '../team.ts';
import type { Team } from '../team.ts';

export interface TeamView {
  readonly team: Team;
  /** Who leads it at this moment. */
  readonly leads: Team['leads'];
  /** Whoever reads it may change it. */
  readonly mayChange: boolean;
  /** When the open round closes. */
  readonly closesAt?: Instant | undefined;
}

const joined = (parts: readonly Text[]): Text =>
  parts.flatMap((part, index) => (index === 0 ? part : [text(', '), ...part]));

/** When the next round opens, or why none does. */
export const nextText = (say: Voice, team: Team): Text => {
  if (team.state === 'ended') return say('team-card.ended');
  const opening = comingOpening(team);
  if (opening === undefined) return say(isResting(team) ? 'team-card.paused' : 'team-card.deciding');
  if (team.waits === true) return say('team-card.waits');
  const date = moment(opening.instant, team.zone, say.language, 'date-time');
  return team.state === 'paused' && team.pausedUntil !== undefined
    ? say('team-card.paused-until', { date, day: dayText(team.pausedUntil, say.language, 'short') })
    : [date];
};

const leadsText = (say: Voice, { team, leads }: TeamView): Text => {
  const { invited = [] } = team;
  const present = leads.length === 0 ? say('team-card.nobody') : mentions(say, leads);
  return invited.length === 0
    ? present
    : joined([
        present,
        say('team-card.invited', {
          people: mentions(
            say,
            invited.map(({ person }) => person),
          ),
        }),
      ]);
};

const RHYTHM = ['weeks', 'weekday', 'time'] as const;

/** As every new team has it, and then not worth a line. */
const usual = (team: Team): Team => ({
  ...team,
  packs: undefined,
  land: undefined,
  daysOpen: undefined,
  way: undefined,
});

/**
 * What is set, line by line; the rhythm is one line. What only some teams change stands here if this one did, and what
 * belongs to asking people does not where questions are only talked about.
 */
const settingFacts = (say: Voice, team: Team): readonly Fact[] => {
  const shownOf = (name: (typeof RHYTHM)[number]): Text => {
    const { shown, of } = settingOf(name);
    return shown(say, of(team));
  };
  const hidden = [
    'channels',
    'weeks',
    'weekday',
    'time',
    ...(team.way === 'talk' ? ['asks', 'pinned', 'days'] : []),
  ];
  const mayBeUsual = ['packs', 'land', 'days', 'way'];
  const others = SETTINGS.filter(
    ({ name, of }) => !hidden.includes(name) && !(mayBeUsual.includes(name) && of(team) === of(usual(team))),
  );
  return [
    { label: say('team-card.rhythm'), value: joined(RHYTHM.map(shownOf)) },
    ...others.map(({ name, of, shown, beside = shown }) => ({
      label: say(`setting.${name}`),
      value: beside(say, of(team)),
    })),
  ];
};

const facts = (say: Voice, view: TeamView): readonly Fact[] => {
  const { team, closesAt } = view;
  const open =
    closesAt === undefined
      ? []
      : [
          {
            label: say('team-card.open'),
            value: [moment(closesAt, team.zone, say.language, 'date-time')],
          },
        ];
  return [
    ...open,
    { label: say('team-card.next'), value: nextText(say, team) },
    { label: say('team-card.leads'), value: leadsText(say, view) },
    {
      label: say('team-card.channels'),
      value: joined(channelsOf(team).map((conversation) => [{ kind: 'conversation', conversation }])),
    },
    ...settingFacts(say, team),
  ];
};

const button = (say: Voice, key: PlainKey, act: TeamAct, team: Team): Button => ({
  label: label(say(key)),
  intent: { kind: 'team', act, team: team.id },
});

const buttonsOf = (say: Voice, { team, leads, mayChange }: TeamView): readonly Button[] => {
  const log = button(say, 'button.log', 'log', team);
  const propose = leads.length > 0 ? [] : [button(say, 'button.propose-lead', 'lead', team)];
  if (!stands(team)) return [log];
  if (!mayChange) return [log, ...propose];
  const resting =
    team.state === 'paused'
      ? button(say, 'button.resume', 'resume', team)
      : button(say, 'button.pause', 'pause', team);
  return [
    button(say, 'button.settings', 'settings', team),
    button(say, 'button.roster', 'roster', team),
    log,
    // Before the release nothing opens that could be paused.
    ...(team.state === 'settling' ? [] : [resting]),
    button(say, 'button.end-team', 'end', team),
  ];
};

/** A team as it is set: with buttons for whoever may change it, the same facts without them for its people. */
export const teamCard = (say: Voice, view: TeamView): Card => ({
  title: strong(say('team-card.title', { team: `#${view.team.name}` })),
  nodes: [
    { kind: 'facts', facts: facts(say, view) },
    { kind: 'actions', buttons: buttonsOf(say, view) },
  ],
});

/** To whoever belongs to another team: that there is one, and when it is next. */
export const otherTeamCard = (say: Voice, team: Team): Card => ({
  title: say('team-card.not-yours', { team: `#${team.name}`, next: nextText(say, team) }),
  nodes: [],
});
