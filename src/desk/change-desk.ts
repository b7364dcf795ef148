import type { FormIntent, Intent } from '../chat/actions.ts';
import type { FormValues } from '../chat/form.ts';
import type { ConversationRef } from '../chat/identity.ts';
import type { Text } from '../chat/text.ts';
import { moment } from '../i18n/dates.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import { assertNever } from '../shared/errors.ts';
import type { Result } from '../shared/result.ts';
import { isOfTeam } from '../team/authority.ts';
import type { LeadsOf, MayChange } from '../team/authority.ts';
import { endForm, leadForm, pauseForm, rosterForm, settingsForm } from '../team/change/change-forms.ts';
import type { ChangeRefusal } from '../team/change/change-refusals.ts';
import { ROSTER_FIELDS } from '../team/change/change-roster.ts';
import type { ChangeRoster, makeReadRoster } from '../team/change/change-roster.ts';
import { LEADS_FIELD } from '../team/change/change-settings.ts';
import type { ChangeTeamSettings } from '../team/change/change-settings.ts';
import { logNotice } from '../team/change/change-words.ts';
import type { ClosesAt } from '../team/course/closes-at.ts';
import type { FindChangeable } from '../team/change/find-changeable.ts';
import { PAUSE_FIELD } from '../team/course/pause-team.ts';
import type { EndTeam, PauseTeam, ResumeTeam } from '../team/course/pause-team.ts';
import { LEAD_FIELD } from '../team/leads/propose-lead.ts';
import type { FindLeaderless, ProposeLead } from '../team/leads/propose-lead.ts';
import { otherTeamCard, teamCard } from '../team/change/team-card.ts';
import { comingOpening } from '../team/team-due.ts';
import { isKnown } from '../team/change/tell-change.ts';
import type { Team } from '../team/team.ts';
import { sentence } from './desk-cards.ts';
import { refusalText } from './refusal-text.ts';
import type { Reply } from './reply.ts';
import { asCard, asNotice } from './reply.ts';
import type { Speaker } from './speaker.ts';

export interface ChangeDeskDeps {
  readonly teams: AggregateRepository<Team>;
  readonly mayChange: MayChange;
  readonly leadsOf: LeadsOf;
  readonly closesAt: ClosesAt;
  readonly findChangeable: FindChangeable;
  readonly readRoster: ReturnType<typeof makeReadRoster>;
  readonly changeSettings: ChangeTeamSettings;
  readonly changeRoster: ChangeRoster;
  readonly pauseTeam: PauseTeam;
  readonly resumeTeam: ResumeTeam;
  readonly endTeam: EndTeam;
  readonly findLeaderless: FindLeaderless;
  readonly proposeLead: ProposeLead;
}

/** The field a refusal stands beside; undefined when it is about the whole form. */
const fieldOf = (refusal: ChangeRefusal, people: string): string | undefined => {
  switch (refusal.code) {
    case 'choice-invalid':
    case 'open-beyond-rhythm':
    case 'too-many-people':
      return refusal.field;
    case 'not-on-the-list':
      return ROSTER_FIELDS.takeOff;
    case 'not-taken-off':
      return ROSTER_FIELDS.putBack;
    case 'day-over':
      return PAUSE_FIELD;
    case 'also-channel-unreadable':
    case 'also-channel-archived':
    case 'also-channel-shared':
    case 'also-channel-public':
    case 'also-not-in-channel':
    case 'also-channel-taken':
      return 'channels';
    case 'no-lead':
    case 'last-lead':
    case 'lead-not-in-channel':
    case 'lead-not-a-member':
      return people;
    default:
      return undefined;
  }
};

interface Submitted {
  readonly nonce: string;
  readonly values: FormValues;
}

type Of<All extends { kind: string }, Kind extends All['kind']> = Extract<All, { kind: Kind }>;

const said = ({ say }: Speaker, words: Text): Reply => asNotice(say, sentence(words));

const refused = (speaker: Speaker, refusal: ChangeRefusal, people = LEADS_FIELD): Reply => {
  const words = refusalText(speaker.say, refusal);
  const field = fieldOf(refusal, people);
  return field === undefined ? said(speaker, words) : { kind: 'field-errors', errors: { [field]: words } };
};

/** That it is saved, and whether its team reads of it; nothing where nothing was changed. */
const savedWords = (speaker: Speaker, team: Team | undefined): Reply => {
  if (team === undefined) return said(speaker, speaker.say('change.nothing'));
  return said(speaker, speaker.say(isKnown(team) ? 'change.saved' : 'change.saved-early'));
};

/** What was submitted for a team. */
const makeSubmissions = (deps: ChangeDeskDeps) => {
  const settings = async (
    speaker: Speaker,
    intent: Of<FormIntent, 'team-settings'>,
    { nonce, values }: Submitted,
  ): Promise<Reply> => {
    const { person } = speaker;
    const { team, shown } = intent;
    const done = await deps.changeSettings({ nonce, person, team, shown, values });
    if (!done.ok) return refused(speaker, done.refusal);
    return savedWords(speaker, done.value);
  };

  const form = async (
    speaker: Speaker,
    { form: of, team }: Of<FormIntent, 'team-form'>,
    { nonce, values }: Submitted,
  ): Promise<Reply> => {
    const { person, say } = speaker;
    const command = { nonce, person, team, values };
    switch (of) {
      case 'roster': {
        const done = await deps.changeRoster(command);
        if (!done.ok) return refused(speaker, done.refusal);
        return savedWords(speaker, done.value);
      }
      case 'pause': {
        const done = await deps.pauseTeam(command);
        if (!done.ok) return refused(speaker, done.refusal);
        return said(speaker, say(done.value.changed ? 'pause.saved' : 'change.as-it-is'));
      }
      case 'end': {
        const done = await deps.endTeam(command);
        if (!done.ok) return refused(speaker, done.refusal);
        return said(speaker, say(done.value.tells ? 'end.saved' : 'end.saved-early'));
      }
      case 'lead': {
        const done = await deps.proposeLead(command);
        if (!done.ok) return refused(speaker, done.refusal, LEAD_FIELD);
        return said(speaker, say(done.value ? 'propose-lead.saved' : 'change.as-it-is'));
      }
      default:
        return assertNever(of);
    }
  };

  return { settings, form };
};

const opened = <Value>(
  speaker: Speaker,
  found: Result<Value, ChangeRefusal>,
  form: (value: Value) => Of<Reply, 'form'>['form'],
): Reply =>
  found.ok
    ? { kind: 'form', form: form(found.value) }
    : said(speaker, refusalText(speaker.say, found.refusal));

/** What is done or read at once, without a form. */
const makePresses = (deps: ChangeDeskDeps) => {
  const resume = async (speaker: Speaker, team: string): Promise<Reply> => {
    const { person, say } = speaker;
    const done = await deps.resumeTeam({ person, team });
    if (!done.ok) return said(speaker, refusalText(say, done.refusal));
    const { team: resumed, changed } = done.value;
    if (!changed) return said(speaker, say('change.as-it-is'));
    const coming = comingOpening(resumed);
    if (coming === undefined) return said(speaker, say('resume.deciding'));
    const date = moment(coming.instant, resumed.zone, say.language, 'date-time');
    return said(speaker, say('resume.saved', { date }));
  };

  const log = async (speaker: Speaker, id: string, from: ConversationRef | undefined): Promise<Reply> => {
    const { person, say } = speaker;
    const team = await deps.teams.glance(person.tenant, id);
    if (team === undefined) return said(speaker, refusalText(say, { code: 'team-not-found' }));
    const mayRead = isOfTeam(person, team, from) || (await deps.mayChange(person, team));
    return mayRead
      ? { kind: 'notice', notice: logNotice(say, team) }
      : asNotice(say, otherTeamCard(say, team));
  };

  return { resume, log };
};

/** What the buttons of a team's card open and do. */
const makeButtons = (deps: ChangeDeskDeps) => {
  const { resume, log } = makePresses(deps);

  const settings = async (speaker: Speaker, id: string): Promise<Reply> => {
    const found = await deps.findChangeable(speaker.person, id);
    const leading = found.ok ? (await deps.leadsOf(found.value)).map(({ person }) => person) : [];
    return opened(speaker, found, (team) => settingsForm(speaker.say, team, leading));
  };

  return async (
    speaker: Speaker,
    { act, team }: Of<Intent, 'team'>,
    from: ConversationRef | undefined,
  ): Promise<Reply> => {
    const { person, say } = speaker;
    switch (act) {
      case 'settings':
        return settings(speaker, team);
      case 'roster':
        return opened(speaker, await deps.readRoster(person, team), (view) => rosterForm(say, view));
      case 'log':
        return log(speaker, team, from);
      case 'pause':
        return opened(speaker, await deps.findChangeable(person, team), (found) => pauseForm(say, found));
      case 'resume':
        return resume(speaker, team);
      case 'end':
        return opened(speaker, await deps.findChangeable(person, team), (found) => endForm(say, found));
      case 'lead':
        return opened(speaker, await deps.findLeaderless(person, team), (found) => leadForm(say, found));
      default:
        return assertNever(act);
    }
  };
};

/** A team that exists: what is set, and changing it. */
export const makeChangeDesk = (deps: ChangeDeskDeps) => {
  const card = async (speaker: Speaker, team: Team, from: ConversationRef | undefined): Promise<Reply> => {
    const { person, say } = speaker;
    const mayChange = await deps.mayChange(person, team);
    if (!mayChange && !isOfTeam(person, team, from)) return asCard(otherTeamCard(say, team));
    const [leads, closesAt] = await Promise.all([deps.leadsOf(team), deps.closesAt(team)]);
    return asCard(teamCard(say, { team, leads: leads.map((lead) => lead.person), mayChange, closesAt }));
  };

  return { card, pressed: makeButtons(deps), submitted: makeSubmissions(deps) };
};

export type ChangeDesk = ReturnType<typeof makeChangeDesk>;
