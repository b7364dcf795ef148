import type { Card } from '../chat/card.ts';
import { otherLanguageButton } from '../chat/other-language.ts';
import type { Field, Form, Notice } from '../chat/form.ts';
import { mention, text } from '../chat/text.ts';
import type { Text } from '../chat/text.ts';
import type { PersonRef } from '../chat/identity.ts';
import { idIn } from '../chat/identity.ts';
import type { ConversationRef } from '../chat/identity.ts';
import type { TeamNotice } from '../delivery/message.ts';
import { moment, weekdayName } from '../i18n/dates.ts';
import { label, strong } from '../i18n/translate.ts';
import type { Voice } from '../i18n/translate.ts';
import type { Instant, Zone } from '../shared/time.ts';
import {
  LANGUAGES,
  LEADS_MOST,
  OWN_TIME,
  TEAM_FIELDS,
  TIMES,
  WEEKDAYS,
  WEEKS,
  timeValue,
} from './read-team-form.ts';
import { openingOf } from './team.ts';
import type { Team } from './team.ts';

const listed = (people: Team['leads']): Text =>
  people.flatMap((person, index) => (index === 0 ? [mention(person)] : [text(', '), mention(person)]));

/** What stands in the channel names its first date for good, also when it is read in the other language years later. */
const promisedDate = ({ promised, promisedFrom, ...team }: Team): Instant =>
  (promised === true ? promisedFrom : undefined) ?? openingOf(team).instant;

/** The promise (T2): once, in the channel, before anybody is asked. */
export const promiseCard = (say: Voice, team: Team): Card => ({
  title: strong(
    say('promise.title', {
      date: moment(promisedDate(team), team.zone, say.language, 'date'),
      rhythm: say(`rhythm.${team.rhythm.weeks}`),
    }),
  ),
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
        [...strong(say('promise.who')), ...say('promise.who-text', { n: team.readers })],
        [...strong(say('promise.when')), ...say('promise.when-text')],
        [...strong(say('promise.choice')), ...say('promise.choice-text')],
      ],
    },
    {
      kind: 'actions',
      buttons: [
        { label: label(say('button.protection')), intent: { kind: 'protection' } },
        { label: label(say('button.my-times')), intent: { kind: 'my-times' } },
        otherLanguageButton(say, { what: 'promise', id: team.id }),
      ],
    },
  ],
});

/** To a lead: why a round did not open or a result was not posted, and what would help. */
export const teamNoticeCard = (say: Voice, team: Team, notice: TeamNotice): Card => ({
  title: strong(
    notice === 'too-small'
      ? say('notice.too-small.title')
      : say(`notice.${notice}.title`, { team: `#${team.name}` }),
  ),
  nodes: [
    {
      kind: 'paragraph',
      text: noticeText(say, team, notice),
    },
  ],
});

const noticeText = (say: Voice, team: Team, notice: TeamNotice): Card['title'] => {
  const date = moment(openingOf(team).instant, team.zone, say.language, 'date-time');
  return notice === 'too-small'
    ? say('notice.too-small.text', { team: `#${team.name}`, date })
    : say(`notice.${notice}.text`, { date });
};

const choice = (
  field: { readonly name: string; readonly label: string; readonly hint?: string },
  options: readonly { readonly value: string; readonly label: string }[],
  value: string,
): Field => ({ kind: 'choice', shown: 'menu', ...field, options, value });

/** The set-up form: every field has a default, so that *Set up* at once is a good answer. */
export const teamForm = (say: Voice, home: ConversationRef, lead: PersonRef, zone: Zone): Form => ({
  intent: { kind: 'set-up-team', channel: idIn(home) },
  title: label(say('team.form-title')),
  intro: [{ kind: 'paragraph', text: say('team.form-intro') }],
  fields: [
    {
      kind: 'people',
      name: TEAM_FIELDS.leads,
      label: label(say('team.form-leads')),
      max: LEADS_MOST,
      value: [lead],
    },
    choice(
      { name: TEAM_FIELDS.weeks, label: label(say('team.form-rhythm')) },
      WEEKS.map((weeks) => ({ value: String(weeks), label: label(say(`rhythm.${weeks}`)) })),
      '2',
    ),
    choice(
      { name: TEAM_FIELDS.weekday, label: label(say('team.form-weekday')) },
      WEEKDAYS.map((day) => ({ value: String(day), label: weekdayName(day, say.language) })),
      '4',
    ),
    choice(
      {
        name: TEAM_FIELDS.time,
        label: label(say('team.form-time')),
        hint: label(say('team.form-zone-hint', { zone })),
      },
      [
        { value: OWN_TIME, label: label(say('team.form-time-default')) },
        ...TIMES.map((time) => ({ value: timeValue(time), label: timeValue(time) })),
      ],
      OWN_TIME,
    ),
    choice(
      { name: TEAM_FIELDS.language, label: label(say('team.form-language')) },
      LANGUAGES.map((language) => ({ value: language, label: label(say(`language.${language}`)) })),
      say.language,
    ),
  ],
  submit: label(say('button.set-up')),
  cancel: label(say('button.cancel')),
});

/** The date is not named here: it is planned when the channel is read, and stands in the promise. */
export const teamSavedNotice = (say: Voice): Notice => ({
  title: label(say('team.form-title')),
  nodes: [
    { kind: 'paragraph', text: strong(say('team.saved-title')) },
    { kind: 'paragraph', text: say('team.saved-text') },
  ],
  close: label(say('button.done')),
});
