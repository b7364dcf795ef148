import type { FormValues } from '../../chat/form.ts';
import type { ConversationRef, PersonRef } from '../../chat/identity.ts';
import type { Person, Profile } from '../../people/person.ts';
import type { Directory } from '../../ports/directory.ts';
import type { People } from '../../ports/people.ts';
import type { Result } from '../../shared/result.ts';
import { ok, refuse } from '../../shared/result.ts';
import { unfitness } from '../audience.ts';
import { makeLeadProfiles } from '../leads/check-leads.ts';
import type { MaySetUp } from './may-set-up.ts';
import { readTeamForm } from './read-team-form.ts';
import type { TeamForm } from './read-team-form.ts';
import type { AlsoRefusal, SetUpRefusal } from '../refusals.ts';
import type { TeamIn } from '../team-in.ts';
import { isOver } from '../team.ts';

export interface CheckDeps {
  readonly maySetUp: MaySetUp;
  readonly teamIn: TeamIn;
  readonly directory: Pick<Directory, 'channel' | 'members' | 'person'>;
  readonly people: People;
  readonly allowPublicChannels: boolean;
}

/** What the form and the channel say; never what a button carries. */
export interface Submission {
  readonly person: Person;
  readonly home: ConversationRef;
  readonly values: FormValues;
  /** Questions to talk about, in the place of rounds: for a team that is too small for them (T11). */
  readonly way?: 'talk' | undefined;
}

/** A team that may be set up as it stands, seen at this moment. */
export interface Proposal {
  readonly by: Person;
  readonly home: ConversationRef;
  readonly name: string;
  readonly form: TeamForm;
  /** The further channels. */
  readonly alsoIn: readonly ConversationRef[];
  readonly way?: 'talk' | undefined;
  /** Everybody in any of its channels, bots and outsiders included. */
  readonly members: readonly PersonRef[];
  readonly leads: readonly Profile[];
}

/** Who is in a further channel; refused where it cannot be one of the team's, or whoever wants it is not in it. */
export const makeCheckFurther =
  ({
    teamIn,
    directory,
    allowPublicChannels,
  }: Pick<CheckDeps, 'teamIn' | 'directory' | 'allowPublicChannels'>) =>
  async (by: Person, channel: ConversationRef): Promise<Result<readonly PersonRef[], AlsoRefusal>> => {
    const [found, members, team] = await Promise.all([
      directory.channel(channel),
      directory.members(channel),
      teamIn(by.tenant, channel),
    ]);
    const unfit = members === undefined ? 'channel-unreadable' : unfitness(found, allowPublicChannels);
    if (members === undefined || unfit !== undefined) {
      return refuse({ code: `also-${unfit ?? 'channel-unreadable'}` });
    }
    if (!members.includes(by.person)) return refuse({ code: 'also-not-in-channel' });
    if (team !== undefined && !isOver(team)) return refuse({ code: 'also-channel-taken' });
    return ok(members);
  };

export type CheckFurther = ReturnType<typeof makeCheckFurther>;

/**
 * Whether this team may be set up by this person: refused is everything that {@link MaySetUp} refuses, somebody who is
 * not in all of its channels, a channel that is unfit or another team's, and a lead who is not a full member in one of
 * them (DESIGN 5.1). Writes nothing; asked at the preview and again before the team is made.
 */
export const makeCheckProposal = (deps: CheckDeps) => {
  const { maySetUp, directory } = deps;
  const further = makeCheckFurther(deps);
  const leadProfiles = makeLeadProfiles(deps);
  return async ({ person, home, values, way }: Submission): Promise<Result<Proposal, SetUpRefusal>> => {
    const form = readTeamForm(values);
    if (!form.ok) return form;
    const allowed = await maySetUp(person, home);
    if (!allowed.ok) return allowed;
    const here = await directory.members(home);
    if (here === undefined) return refuse({ code: 'channel-unreadable' });
    if (!here.includes(person.person)) return refuse({ code: 'not-in-channel' });

    const alsoIn = form.value.channels.filter((channel) => channel !== home);
    const members = new Set(here);
    for (const channel of alsoIn) {
      const more = await further(person, channel);
      if (!more.ok) return more;
      for (const member of more.value) members.add(member);
    }
    const leads = await leadProfiles(form.value.leads, members);
    if (!leads.ok) return leads;
    return ok({
      by: person,
      home,
      name: allowed.value.name,
      form: form.value,
      alsoIn,
      way,
      members: [...members],
      leads: leads.value,
    });
  };
};

export type CheckProposal = ReturnType<typeof makeCheckProposal>;
