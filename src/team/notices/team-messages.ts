import type { Card } from '../../chat/card.ts';
import { listed } from '../../chat/listed.ts';
import type { ConversationRef } from '../../chat/identity.ts';
import { otherLanguageButton } from '../../chat/other-language.ts';
import { mention, text } from '../../chat/text.ts';
import type { Text } from '../../chat/text.ts';
import type { TeamNotice } from '../../delivery/message.ts';
import { moment } from '../../i18n/dates.ts';
import { label, strong } from '../../i18n/translate.ts';
import type { Voice } from '../../i18n/translate.ts';
import { channelsOf, openingOf } from '../team.ts';
import type { PromiseMade, Team } from '../team.ts';

/** Names one promise of a team: there is another one when it comes from talking to rounds. */
export const promiseId = (team: Team): string => `${team.id}/${openingOf(team).number}`;

/** What a promise that is posted now says. */
export const promiseMade = (team: Team): PromiseMade => ({
  opening: openingOf(team),
  weeks: team.rhythm.weeks,
  leads: team.leads,
  readers: team.readers,
  alsoIn: team.alsoIn,
  way: team.way,
});

/** The team as its promise describes it, for good: also when that is read in the other language years later. */
export const asPromised = (team: Team): Team => {
  if (team.promise === undefined) return team;
  const { opening, weeks, ...said } = team.promise;
  const nothing = { alsoIn: undefined, way: undefined };
  return { ...team, ...nothing, ...said, nextOpening: opening, rhythm: { ...team.rhythm, weeks } };
};

const namesOf = (channels: readonly ConversationRef[]): Text =>
  channels.flatMap((conversation, index) => [
    ...(index === 0 ? [] : [text(', ')]),
    { kind: 'conversation', conversation },
  ]);

/** Named one by one, where they are several. */
export const channelNames = (team: Pick<Team, 'home' | 'alsoIn'>): Text => namesOf(channelsOf(team));

const whoSees = (say: Voice, team: Team): Text =>
  team.alsoIn === undefined
    ? say('promise.who-text', { n: team.readers })
    : say('promise.who-text-several', { n: team.readers, channels: channelNames(team) });

const fromWhen = (say: Voice, team: Team) => ({
  date: moment(openingOf(team).instant, team.zone, say.language, 'date'),
  rhythm: say(`rhythm.${team.rhythm.weeks}`),
});

/** What a team too small for rounds reads before its first questions to talk about. */
const talkPromise = (say: Voice, team: Team): Card => ({
  title: strong(say('promise.talk-title', fromWhen(say, team))),
  nodes: [
    { kind: 'paragraph', text: say('promise.by', { person: mention(team.setUpBy) }) },
    { kind: 'paragraph', text: say('promise.talk-text') },
    { kind: 'actions', buttons: [otherLanguageButton(say, { what: 'promise', id: promiseId(team) })] },
  ],
});

/** The promise (T2): once, in the channel, before anybody is asked. */
export const promiseCard = (say: Voice, team: Team): Card =>
  team.way === 'talk' ? talkPromise(say, team) : roundsPromise(say, team);

const roundsPromise = (say: Voice, team: Team): Card => ({
  title: strong(say('promise.title', fromWhen(say, team))),
  nodes: [
    {
      kind: 'paragraph',
      text: [
        ...say('promise.by', { person: mention(team.setUpBy) }),
        ...say('promise.leads', { people: listed(team.leads) }),
      ],
    },
    {
      kind: 'list',
      items: [
        [...strong(say('promise.who')), ...whoSees(say, team)],
        [...strong(say('promise.when')), ...say('promise.when-text')],
        [...strong(say('promise.choice')), ...say('promise.choice-text')],
      ],
    },
    {
      kind: 'actions',
      buttons: [
        { label: label(say('button.protection')), intent: { kind: 'protection' } },
        { label: label(say('button.my-times')), intent: { kind: 'my-times' } },
        { label: label(say('button.data-sheet')), intent: { kind: 'data-sheet' } },
        otherLanguageButton(say, { what: 'promise', id: promiseId(team) }),
      ],
    },
  ],
});

/** To a lead: why a round did not open, a result was not posted or a channel is left out, and what would help. */
export const teamNoticeCard = (say: Voice, team: Team, notice: TeamNotice): Card => ({
  title: strong(
    say(`notice.${notice}.title`, { team: `#${team.name}`, channels: namesOf(team.unfit ?? []) }),
  ),
  nodes: [
    {
      kind: 'paragraph',
      text: say(`notice.${notice}.text`, {
        date: moment(openingOf(team).instant, team.zone, say.language, 'date-time'),
      }),
    },
  ],
});
