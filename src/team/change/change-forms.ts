import type { TEAM_FORMS } from '../../chat/actions.ts';
import type { CardNode } from '../../chat/card.ts';
import type { Field, Form } from '../../chat/form.ts';
import { label } from '../../i18n/translate.ts';
import type { PlainKey } from '../../i18n/catalogue.ts';
import type { Voice } from '../../i18n/translate.ts';
import { WORDS_FROM } from '../../pulse/results/gates.ts';
import { LEADS_FIELD } from './change-settings.ts';
import { ROSTER_FIELDS } from './change-roster.ts';
import type { RosterView } from './change-roster.ts';
import { mentions } from './change-words.ts';
import { PAUSE_FIELD } from '../course/pause-team.ts';
import { LEAD_FIELD } from '../leads/propose-lead.ts';
import { LEADS_MOST } from '../set-up/read-team-form.ts';
import { SETTINGS } from '../settings/settings.ts';
import { NAMED_MOST } from './team-change.ts';
import { isKnown } from './tell-change.ts';
import type { Team } from '../team.ts';

/** Everything that is set, with its present value; the form remembers what it showed. */
export const settingsForm = (say: Voice, team: Team, leading: Team['leads']): Form => {
  const leads = [...leading, ...(team.invited ?? []).map(({ person }) => person)];
  return {
    intent: {
      kind: 'team-settings',
      team: team.id,
      shown: { settings: Object.fromEntries(SETTINGS.map(({ name, of }) => [name, of(team)])), leads },
    },
    title: label(say('change.title')),
    intro: [{ kind: 'paragraph', text: say(isKnown(team) ? 'change.intro' : 'change.intro-early') }],
    fields: [
      ...SETTINGS.map(({ field }) => field(say, team)),
      {
        kind: 'people',
        name: LEADS_FIELD,
        label: label(say('change.leads')),
        hint: label(say('change.leads-hint')),
        max: LEADS_MOST,
        value: leads,
      },
    ],
    submit: label(say('button.save')),
    cancel: label(say('button.cancel')),
  };
};

const formOf = (
  say: Voice,
  { id }: Pick<Team, 'id'>,
  form: (typeof TEAM_FORMS)[number],
  content: { readonly title: PlainKey; readonly submit: PlainKey } & Pick<Form, 'intro' | 'fields'>,
): Form => ({
  intent: { kind: 'team-form', form, team: id },
  title: label(say(content.title)),
  intro: content.intro,
  fields: content.fields,
  submit: label(say(content.submit)),
  cancel: label(say('button.cancel')),
});

/** So many people are named in the form; the people field finds all others. */
const SHOWN_MOST = 40;

const people = (say: Voice, name: string, key: 'roster.take-off' | 'roster.put-back'): Field => ({
  kind: 'people',
  name,
  label: label(say(key)),
  hint: label(say('roster.hint', { n: NAMED_MOST })),
  max: NAMED_MOST,
  optional: true,
  value: [],
});

const rosterIntro = (say: Voice, { team, people: list }: RosterView): readonly CardNode[] => {
  const shown = mentions(say, list.slice(0, SHOWN_MOST), Math.max(0, list.length - SHOWN_MOST));
  const { leftOut = [] } = team;
  const lines = [
    list.length === 0 ? say('roster.nobody') : say('roster.count', { n: list.length, people: shown }),
    ...(list.length < WORDS_FROM ? [say('roster.too-few')] : []),
    ...(leftOut.length === 0
      ? []
      : [
          say('roster.left-out', {
            people: mentions(say, leftOut.slice(0, SHOWN_MOST), Math.max(0, leftOut.length - SHOWN_MOST)),
          }),
        ]),
    say('roster.rule'),
  ];
  return lines.map((text) => ({ kind: 'paragraph', text }));
};

export const rosterForm = (say: Voice, view: RosterView): Form =>
  formOf(say, view.team, 'roster', {
    title: 'roster.title',
    submit: 'button.save',
    intro: rosterIntro(say, view),
    fields: [
      people(say, ROSTER_FIELDS.takeOff, 'roster.take-off'),
      ...((view.team.leftOut ?? []).length === 0
        ? []
        : [people(say, ROSTER_FIELDS.putBack, 'roster.put-back')]),
    ],
  });

export const pauseForm = (say: Voice, team: Team): Form =>
  formOf(say, team, 'pause', {
    title: 'pause.title',
    submit: 'button.pause',
    intro: [{ kind: 'paragraph', text: say('pause.intro') }],
    fields: [
      {
        kind: 'date',
        name: PAUSE_FIELD,
        label: label(say('pause.until')),
        hint: label(say('pause.until-hint')),
        optional: true,
      },
    ],
  });

/** Nothing to fill in: a second press, since it cannot be taken back. */
export const endForm = (say: Voice, team: Team): Form =>
  formOf(say, team, 'end', {
    title: 'end.title',
    submit: 'button.end-team',
    intro: [{ kind: 'paragraph', text: say('end.intro') }],
    fields: [],
  });

export const leadForm = (say: Voice, team: Team): Form =>
  formOf(say, team, 'lead', {
    title: 'propose-lead.title',
    submit: 'button.propose-lead',
    intro: [{ kind: 'paragraph', text: say('propose-lead.intro') }],
    fields: [
      {
        kind: 'people',
        name: LEAD_FIELD,
        label: label(say('propose-lead.who')),
        max: 1,
        value: [],
      },
    ],
  });
