import type { FormValues } from '../chat/form.ts';
import { inTenant } from '../chat/identity.ts';
import type { ConversationRef } from '../chat/identity.ts';
import { TEAM_FIELDS } from '../team/read-team-form.ts';
import type { SetUpRefusal } from '../team/refusals.ts';
import type { makeMaySetUp, SetUpTeam } from '../team/set-up-team.ts';
import { teamForm, teamSavedNotice } from '../team/team-messages.ts';
import { sentence } from './desk-cards.ts';
import { refusalText } from './refusal-text.ts';
import type { Reply } from './reply.ts';
import { asCard, asNotice } from './reply.ts';
import type { Speaker } from './speaker.ts';

export interface TeamDeskDeps {
  readonly maySetUp: ReturnType<typeof makeMaySetUp>;
  readonly setUpTeam: SetUpTeam;
}

/** The field a refusal stands beside; undefined when it is about the whole form. */
const fieldOf = (refusal: SetUpRefusal): string | undefined => {
  if (refusal.code === 'choice-invalid') return refusal.field;
  return refusal.code === 'no-lead' || 'people' in refusal ? TEAM_FIELDS.leads : undefined;
};

/** Setting a team up: the word in its channel, and the form. */
export const makeTeamDesk = ({ maySetUp, setUpTeam }: TeamDeskDeps) => {
  const word = async (speaker: Speaker, from: ConversationRef): Promise<Reply> => {
    const { person, say, zone } = speaker;
    const allowed = await maySetUp(person, from);
    return allowed.ok
      ? { kind: 'form', form: teamForm(say, from, person.person, zone) }
      : asCard(sentence(refusalText(say, allowed.refusal)));
  };

  const submitted = async (
    speaker: Speaker,
    command: { readonly nonce: string; readonly channel: string; readonly values: FormValues },
  ): Promise<Reply> => {
    const { person, say } = speaker;
    const home = inTenant(person.tenant, command.channel);
    const team = await setUpTeam({ nonce: command.nonce, person, home, values: command.values });
    if (team.ok) return { kind: 'notice', notice: teamSavedNotice(say) };
    const words = refusalText(say, team.refusal);
    const field = fieldOf(team.refusal);
    return field === undefined
      ? asNotice(say, sentence(words))
      : { kind: 'field-errors', errors: { [field]: words } };
  };

  return { word, submitted };
};

export type TeamDesk = ReturnType<typeof makeTeamDesk>;
