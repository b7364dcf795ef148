import type { CardNode } from '../../chat/card.ts';
import type { Field, Form, Notice } from '../../chat/form.ts';
import type { PersonRef } from '../../chat/identity.ts';
import { idIn } from '../../chat/identity.ts';
import type { ConversationRef } from '../../chat/identity.ts';
import { listed } from '../../chat/listed.ts';
import type { Text } from '../../chat/text.ts';
import { moment, weekdayName } from '../../i18n/dates.ts';
import { label, strong, voice } from '../../i18n/translate.ts';
import type { Voice } from '../../i18n/translate.ts';
import type { Zone } from '../../shared/time.ts';
import type { Count } from './count-people.ts';
import type { Preview } from './preview-team.ts';
import {
  ASKS,
  CHANNELS_MOST,
  LANGUAGES,
  LEADS_MOST,
  NO_LAND,
  OWN_TIME,
  TEAM_FIELDS,
  TIMES,
  WEEKDAYS,
  WEEKS,
  teamFormValues,
  timeValue,
} from './read-team-form.ts';
import { channelNames, promiseCard } from '../notices/team-messages.ts';
import { landOptions } from '../settings/region.ts';
import { openingOf } from '../team.ts';
import type { Team } from '../team.ts';
import { tooFewText } from './too-few-text.ts';

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
  choice(
    {
      name: TEAM_FIELDS.land,
      label: label(say('setting.land')),
      hint: label(say('team.form-land-hint')),
    },
    landOptions(say),
    NO_LAND,
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

/** When it begins: nobody knows before the release. */
const beginning = (say: Voice, { team, proposal }: Preview, isReleased: boolean): Text => {
  if (!isReleased) return say('preview.waits');
  const date = moment(openingOf(team).instant, team.zone, say.language, 'date-time');
  const isSure = proposal.form.leads.includes(proposal.by.person);
  if (team.way === 'talk') return say(isSure ? 'preview.talk' : 'preview.talk-earliest', { date });
  return say(isSure ? 'preview.first' : 'preview.first-earliest', { date });
};

const facts = (say: Voice, preview: Preview, isReleased: boolean): readonly Text[] => {
  const { team, counts } = preview;
  return [
    counted(say, 'readers', counts.readers),
    ...(team.way === 'talk' ? [] : [counted(say, 'asked', counts.asked)]),
    beginning(say, preview, isReleased),
    ...inviting(say, preview),
  ];
};

/** Too few to stay unknown (T11), and the honest way that is left. */
const tooFewNodes = (say: Voice, n: number): readonly CardNode[] => [
  { kind: 'paragraph', text: strong(tooFewText(say, n)) },
  { kind: 'paragraph', text: say('too-few.text') },
  { kind: 'paragraph', text: say('too-small.text') },
];

const submitOf = (say: Voice, { team, proposal: { form, by } }: Preview): string => {
  if (team.way === 'talk') return label(say('button.talk'));
  return label(say(form.leads.includes(by.person) ? 'button.set-up' : 'button.propose'));
};

/**
 * The second step: what the channel will read and whom it concerns, before anything is made. To a team too small for
 * rounds it offers questions to talk about.
 */
export const previewForm = (say: Voice, seen: Preview, isReleased: boolean): Form => {
  const { proposal, tooFew } = seen;
  const way = tooFew === undefined ? undefined : 'talk';
  const team: Team = { ...seen.team, way };
  const preview = { ...seen, team };
  const heading =
    team.alsoIn === undefined
      ? say('preview.channel')
      : say('preview.channels', { channels: channelNames(team) });
  return {
    intent: {
      kind: 'confirm-team',
      channel: team.id,
      values: teamFormValues(proposal.form),
      ...(way && { way }),
    },
    title: label(say('preview.title')),
    intro: [
      ...(tooFew === undefined ? [] : tooFewNodes(say, tooFew)),
      { kind: 'list', items: facts(say, preview, isReleased) },
      { kind: 'divider' },
      { kind: 'paragraph', text: strong(heading) },
      ...promised(team),
    ],
    fields: [],
    submit: submitOf(say, preview),
    cancel: label(say('button.cancel')),
  };
};

/**
 * The date is not named here: it is planned when the channel is read, and stands in the promise; which waits for the
 * release.
 */
export const teamSavedNotice = (say: Voice, { state }: Team, isReleased: boolean): Notice => {
  const saved = state === 'proposed' ? 'team.proposed' : 'team.saved';
  return {
    title: label(say('team.form-title')),
    nodes: [
      { kind: 'paragraph', text: strong(say(`${saved}-title`)) },
      { kind: 'paragraph', text: say(isReleased ? `${saved}-text` : `${saved}-waits-text`) },
    ],
    close: label(say('button.done')),
  };
};
