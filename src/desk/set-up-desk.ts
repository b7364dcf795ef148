import type { IsReleased } from '../admin/is-released.ts';
import type { FormValues } from '../chat/form.ts';
import { inTenant } from '../chat/identity.ts';
import type { ConversationRef } from '../chat/identity.ts';
import type { AcceptLead } from '../team/leads/accept-lead.ts';
import type { Submission } from '../team/set-up/check-proposal.ts';
import type { DeclineLead } from '../team/leads/decline-lead.ts';
import { leadAcceptedNotice, leadDeclinedNotice } from '../team/leads/lead-messages.ts';
import type { MaySetUp } from '../team/set-up/may-set-up.ts';
import type { PreviewTeam } from '../team/set-up/preview-team.ts';
import { TEAM_FIELDS } from '../team/set-up/read-team-form.ts';
import type { SetUpRefusal } from '../team/refusals.ts';
import { previewForm, teamForm, teamSavedNotice } from '../team/set-up/set-up-messages.ts';
import type { SetUpTeam } from '../team/set-up/set-up-team.ts';
import { sentence } from './desk-cards.ts';
import { refusalText } from './refusal-text.ts';
import type { Reply } from './reply.ts';
import { asCard, asNotice } from './reply.ts';
import type { Speaker } from './speaker.ts';

export interface SetUpDeskDeps {
  readonly maySetUp: MaySetUp;
  readonly previewTeam: PreviewTeam;
  readonly setUpTeam: SetUpTeam;
  readonly acceptLead: AcceptLead;
  readonly declineLead: DeclineLead;
  readonly isReleased: IsReleased;
}

/** The field a refusal stands beside; undefined when it is about the whole form. */
const fieldOf = (refusal: SetUpRefusal): string | undefined => {
  if (refusal.code === 'choice-invalid') return refusal.field;
  if (refusal.code.startsWith('also-')) return TEAM_FIELDS.channels;
  return ['no-lead', 'leads-enough'].includes(refusal.code) || 'people' in refusal
    ? TEAM_FIELDS.leads
    : undefined;
};

interface Submitted {
  readonly nonce: string;
  readonly channel: string;
  readonly values: FormValues;
}

/** Setting a team up: the form, its preview, and who leads. */
export const makeSetUpDesk = (deps: SetUpDeskDeps) => {
  const { maySetUp, previewTeam, setUpTeam, acceptLead, declineLead, isReleased } = deps;

  const start = async (speaker: Speaker, from: ConversationRef): Promise<Reply> => {
    const { person, say, zone } = speaker;
    const allowed = await maySetUp(person, from);
    return allowed.ok
      ? { kind: 'form', form: teamForm(say, from, person.person, zone) }
      : asCard(sentence(refusalText(say, allowed.refusal)));
  };

  /** The first step: what is wrong stands beside its field. */
  const filledIn = async (speaker: Speaker, { channel, values }: Submitted): Promise<Reply> => {
    const { person, say } = speaker;
    const preview = await previewTeam({ person, home: inTenant(person.tenant, channel), values });
    if (preview.ok) {
      return { kind: 'form', form: previewForm(say, preview.value, await isReleased(person.tenant)) };
    }
    const field = fieldOf(preview.refusal);
    const words = refusalText(say, preview.refusal);
    return field === undefined
      ? asNotice(say, sentence(words))
      : { kind: 'field-errors', errors: { [field]: words } };
  };

  /** The second one: it has no fields, and everything may have changed since the first. */
  const confirmed = async (
    { person, say }: Speaker,
    { nonce, channel, values, way }: Submitted & Pick<Submission, 'way'>,
  ): Promise<Reply> => {
    const team = await setUpTeam({ nonce, person, home: inTenant(person.tenant, channel), values, way });
    return team.ok
      ? { kind: 'notice', notice: teamSavedNotice(say, team.value, await isReleased(person.tenant)) }
      : asNotice(say, sentence(refusalText(say, team.refusal)));
  };

  const accept = async ({ person, say }: Speaker, team: string): Promise<Reply> => {
    const accepted = await acceptLead({ person, team });
    return accepted.ok
      ? { kind: 'notice', notice: leadAcceptedNotice(say, accepted.value, await isReleased(person.tenant)) }
      : asNotice(say, sentence(refusalText(say, accepted.refusal)));
  };

  const decline = async ({ person, say }: Speaker, team: string): Promise<Reply> => {
    const declined = await declineLead({ person, team });
    return declined.ok
      ? { kind: 'notice', notice: leadDeclinedNotice(say, declined.value) }
      : asNotice(say, sentence(refusalText(say, declined.refusal)));
  };

  return { start, filledIn, confirmed, accept, decline };
};

export type SetUpDesk = ReturnType<typeof makeSetUpDesk>;
