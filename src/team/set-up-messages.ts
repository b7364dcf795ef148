import type { CardNode } from '../chat/card.ts';
import type { Field, Form, Notice } from '../chat/form.ts';
import type { PersonRef } from '../chat/identity.ts';
import { idIn } from '../chat/identity.ts';
import type { ConversationRef } from '../chat/identity.ts';
import type { Text } from '../chat/text.ts';
import { moment, weekdayName } from '../i18n/dates.ts';
import { label, strong, voice } from '../i18n/translate.ts';
import type { Voice } from '../i18n/translate.ts';
import type { Zone } from '../shared/time.ts';
import type { Count } from './count-people.ts';
import type { Preview } from './preview-team.ts';
import {
  ASKS,
  CHANNELS_MOST,
  LANGUAGES,
  LEADS_MOST,
  OWN_TIME,
  TEAM_FIELDS,
  TIMES,
  WEEKDAYS,
  WEEKS,
  teamFormValues,
  timeValue,
} from './read-team-form.ts';
import { channelNames, listed, promiseCard } from './team-messages.ts';
import { openingOf } from './team.ts';
import type { Team } from './team.ts';

const choice = (
  field: { readonly name: string; readonly label: string; readonly hint?: string },
  options: readonly { readonly value: string; readonly label: string }[],
  value: string,
): Field => ({ kind: 'choice', shown: 'menu', ...field, options, value });

const whoAndWhere = (say: Voice, lead: PersonRef): readonly Field[] => [
  {
    kind: 'people',
    name: TEAM_FIELDS.leads,
    label: label(say('team.form-leads')),
    hint: label(say('team.form-leads-hint')),
    max: LEADS_MOST,
    value: [lead],
  },
  {
    kind: 'channels',
    name: TEAM_FIELDS.channels,
    label: label(say('team.form-channels')),
    hint: label(say('team.form-channels-hint')),
    max: CHANNELS_MOST,
    optional: true,
    value: [],
  },
];

const whenAndHow = (say: Voice, zone: Zone): readonly Field[] => [
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
  choice(
    { name: TEAM_FIELDS.asks, label: label(say('team.form-asks')) },
    ASKS.map((asks) => ({ value: asks, label: label(say(`team.form-asks-${asks}`)) })),
    'direct',
  ),
];

/** The set-up form: every field has a default, so that going on at once is a good answer. */
export const teamForm = (say: Voice, home: ConversationRef, lead: PersonRef, zone: Zone): Form => ({
  intent: { kind: 'set-up-team', channel: idIn(home) },
  title: label(say('team.form-title')),
  intro: [{ kind: 'paragraph', text: say('team.form-intro') }],
  fields: [...whoAndWhere(say, lead), ...whenAndHow(say, zone)],
  submit: label(say('button.preview')),
  cancel: label(say('button.cancel')),
});

/** The promise as it will read; its buttons come with the message. */
const promised = (team: Team): readonly CardNode[] => {
  const { title, nodes } = promiseCard(voice(team.language), team);
  return [{ kind: 'paragraph', text: title }, ...nodes.filter(({ kind }) => kind !== 'actions')];
};

const counted = (say: Voice, what: 'readers' | 'asked', { n, exact }: Count): Text =>
  say(exact ? `preview.${what}` : `preview.${what}-most`, { n });

/** Who is asked to lead, where somebody else than the proposer was named. */
const inviting = (say: Voice, { proposal: { by, form } }: Preview): readonly Text[] => {
  const invited = form.leads.filter((lead) => lead !== by.person);
  if (invited.length === 0) return [];
  const key = form.leads.includes(by.person) ? 'preview.invited-too' : 'preview.invited';
  return [say(key, { people: listed(invited) })];
};

/** The second step: what the channel will read and whom it concerns, before anything is made. */
export const previewForm = (say: Voice, preview: Preview): Form => {
  const { team, counts, proposal } = preview;
  const leads = proposal.form.leads.includes(proposal.by.person);
  const date = moment(openingOf(team).instant, team.zone, say.language, 'date-time');
  const facts = [
    counted(say, 'readers', counts.readers),
    counted(say, 'asked', counts.asked),
    leads ? say('preview.first', { date }) : say('preview.first-earliest', { date }),
    ...inviting(say, preview),
  ];
  const heading =
    team.alsoIn === undefined
      ? say('preview.channel')
      : say('preview.channels', { channels: channelNames(team) });
  return {
    intent: { kind: 'confirm-team', channel: team.id, values: teamFormValues(proposal.form) },
    title: label(say('preview.title')),
    intro: [
      { kind: 'list', items: facts },
      { kind: 'divider' },
      { kind: 'paragraph', text: strong(heading) },
      ...promised(team),
    ],
    fields: [],
    submit: label(say(leads ? 'button.set-up' : 'button.propose')),
    cancel: label(say('button.cancel')),
  };
};

/** Too few to stay unknown (T11), said before anything is made. */
export const tooFewNotice = (say: Voice, words: Text): Notice => ({
  title: label(say('team.form-title')),
  nodes: [
    { kind: 'paragraph', text: strong(words) },
    { kind: 'paragraph', text: say('too-few.text') },
  ],
  close: label(say('button.close')),
});

/** The date is not named here: it is planned when the channel is read, and stands in the promise. */
export const teamSavedNotice = (say: Voice, { state }: Team): Notice => {
  const saved = state === 'proposed' ? 'team.proposed' : 'team.saved';
  return {
    title: label(say('team.form-title')),
    nodes: [
      { kind: 'paragraph', text: strong(say(`${saved}-title`)) },
      { kind: 'paragraph', text: say(`${saved}-text`) },
    ],
    close: label(say('button.done')),
  };
};
