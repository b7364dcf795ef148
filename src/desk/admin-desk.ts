import type { FormIntent, Intent } from '../chat/actions.ts';
import type { Card } from '../chat/card.ts';
import type { FormValues } from '../chat/form.ts';
import type { AppointAdmins } from '../admin/appoint-admins.ts';
import { ADMINS_FIELD, adminsForm } from '../admin/admins-form.ts';
import type { Admit } from '../admin/admit.ts';
import { dataSheetCard } from '../admin/data-sheet.ts';
import type { AdminRefusal } from '../admin/refusals.ts';
import { RELEASE_FIELDS, releaseForm, withdrawForm } from '../admin/release-form.ts';
import type { makeReleasePulse } from '../admin/release-pulse.ts';
import { firstTeamCard, openSteps, setUpCard } from '../admin/set-up-card.ts';
import type { Settings } from '../admin/settings.ts';
import type { StartTrial } from '../admin/start-trial.ts';
import { PLAYERS_FIELD, trialForm, trialStartedCard } from '../admin/trial-cards.ts';
import type { makeWithdrawRelease } from '../admin/withdraw-release.ts';
import { strong } from '../i18n/translate.ts';
import type { Calendar } from '../ports/calendar.ts';
import type { Clock } from '../ports/clock.ts';
import { assertNever } from '../shared/errors.ts';
import type { Result } from '../shared/result.ts';
import { sentence } from './desk-cards.ts';
import { platformName } from './platform-name.ts';
import { refusalText } from './refusal-text.ts';
import type { Reply } from './reply.ts';
import { asCard, asNotice } from './reply.ts';
import type { Speaker } from './speaker.ts';

export interface AdminDeskDeps {
  readonly admit: Admit;
  readonly appointAdmins: (command: AppointAdmins) => Promise<Result<Settings, AdminRefusal>>;
  readonly releasePulse: ReturnType<typeof makeReleasePulse>;
  readonly withdrawRelease: ReturnType<typeof makeWithdrawRelease>;
  readonly startTrial: StartTrial;
  readonly calendar: Pick<Calendar, 'localOf'>;
  readonly clock: Clock;
  readonly policy: { readonly door: string; readonly dataSheetUrl?: string | undefined };
}

type Open = Extract<Intent, { kind: 'setup' }>['open'];

export type AdminForm = Extract<
  FormIntent,
  { kind: 'admins' } | { kind: 'release-pulse' } | { kind: 'withdraw-release' } | { kind: 'start-trial' }
>;

/** The field that a refusal stands beside; undefined when it is about the whole form. */
const fieldOf = (code: AdminRefusal['code']): string | undefined => {
  switch (code) {
    case 'admin-needed':
    case 'admins-too-many':
    case 'admin-not-a-member':
      return ADMINS_FIELD;
    case 'release-date-missing':
    case 'release-date-ahead':
      return RELEASE_FIELDS.date;
    case 'release-ground-missing':
    case 'release-ground-too-long':
      return RELEASE_FIELDS.ground;
    case 'trial-for-admins':
      return PLAYERS_FIELD;
    default:
      return undefined;
  }
};

const refused = (speaker: Speaker, refusal: AdminRefusal): Reply => {
  const { say } = speaker;
  const words = refusalText(say, refusal);
  const field = fieldOf(refusal.code);
  return field === undefined
    ? asNotice(say, sentence(words))
    : { kind: 'field-errors', errors: { [field]: words } };
};

/** What was done, and under it the five ticks as they are now: the way to the next one. */
const done = ({ say }: Speaker, what: Card['title'], settings: Settings): Reply => {
  const card = setUpCard(say, settings);
  return asNotice(say, {
    title: strong(what),
    nodes: [{ kind: 'divider' }, { kind: 'paragraph', text: card.title }, ...card.nodes],
  });
};

/** What an admin presses on the set-up card. Who presses is looked up at every click. */
const makeOpening =
  ({ admit, calendar, clock, policy }: AdminDeskDeps) =>
  async (speaker: Speaker, open: Open): Promise<Reply> => {
    const { person, say } = speaker;
    const admitted = await admit(person);
    if (!admitted.ok) return refused(speaker, admitted.refusal);
    const settings = admitted.value;
    const step = open === 'next' ? openSteps(settings)[0] : open;
    switch (step) {
      case undefined:
        return asNotice(say, setUpCard(say, settings));
      case 'admins':
        return { kind: 'form', form: adminsForm(say, settings) };
      case 'release':
        return { kind: 'form', form: releaseForm(say, calendar.localOf(clock.now(), speaker.zone)) };
      case 'team':
        return asNotice(say, firstTeamCard(say, policy.door));
      case 'withdraw':
        return { kind: 'form', form: withdrawForm(say) };
      case 'trial':
        return { kind: 'form', form: trialForm(say, settings) };
      default:
        return assertNever(step);
    }
  };

/** Setting the product up in a tenant: five ticks, the release, a trial, the data sheet. */
export const makeAdminDesk = (deps: AdminDeskDeps) => {
  const { admit, appointAdmins, releasePulse, withdrawRelease, startTrial, policy } = deps;

  const word = async (speaker: Speaker): Promise<Reply> => {
    const { person, say } = speaker;
    const admitted = await admit(person);
    return asCard(
      admitted.ok ? setUpCard(say, admitted.value) : sentence(refusalText(say, admitted.refusal)),
    );
  };

  const submitted = async (
    speaker: Speaker,
    intent: AdminForm,
    { nonce, values }: { readonly nonce: string; readonly values: FormValues },
  ): Promise<Reply> => {
    const { person, say, zone } = speaker;
    switch (intent.kind) {
      case 'admins': {
        const saved = await appointAdmins({ nonce, person, shown: intent.shown, values });
        return saved.ok ? done(speaker, say('admins.saved'), saved.value) : refused(speaker, saved.refusal);
      }
      case 'release-pulse': {
        const released = await releasePulse({ nonce, person, zone, values });
        return released.ok
          ? done(speaker, say('release.saved'), released.value)
          : refused(speaker, released.refusal);
      }
      case 'withdraw-release': {
        const withdrawn = await withdrawRelease({ nonce, person });
        return withdrawn.ok
          ? done(speaker, say('withdraw.saved'), withdrawn.value)
          : refused(speaker, withdrawn.refusal);
      }
      case 'start-trial': {
        const started = await startTrial({ nonce, person, zone, language: say.language, values });
        return started.ok ? asNotice(say, trialStartedCard(say)) : refused(speaker, started.refusal);
      }
      default:
        return assertNever(intent);
    }
  };

  const dataSheet = ({ say, person }: Speaker): Card =>
    dataSheetCard(say, platformName(person.tenant), policy.dataSheetUrl);

  return { word, press: makeOpening(deps), submitted, dataSheet };
};
