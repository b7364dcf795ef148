import type { FormValues } from '../chat/form.ts';
import type { ConversationRef, PersonRef } from '../chat/identity.ts';
import { idIn } from '../chat/identity.ts';
import type { Person, Profile } from '../people/person.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Clock } from '../ports/clock.ts';
import type { Channel, Directory } from '../ports/directory.ts';
import type { People } from '../ports/people.ts';
import type { Queue } from '../ports/queue.ts';
import type { Result } from '../shared/result.ts';
import { ok, refuse } from '../shared/result.ts';
import { isFullMember } from '../people/person.ts';
import { unfitness } from './audience.ts';
import { readTeamForm } from './read-team-form.ts';
import type { TeamForm } from './read-team-form.ts';
import type { SetUpRefusal } from './refusals.ts';
import { ownMinute } from './schedule.ts';
import type { Instant } from '../shared/time.ts';
import type { Rhythm, Team } from './team.ts';

export interface SetUpDeps {
  readonly teams: AggregateRepository<Team>;
  readonly directory: Directory;
  readonly people: People;
  readonly queue: Queue;
  readonly clock: Clock;
  readonly allowPublicChannels: boolean;
}

type Deps = SetUpDeps;

const teamExists = ({ nextOpening, zone }: Team): Result<never, SetUpRefusal> =>
  nextOpening === undefined
    ? refuse({ code: 'team-settling' })
    : refuse({ code: 'team-exists', next: nextOpening.instant, zone });

/** Whether this person may set a team up in this channel, seen at this moment. Asked before the form and again at its submission. */
export const makeMaySetUp =
  ({ teams, directory, allowPublicChannels }: Pick<Deps, 'teams' | 'directory' | 'allowPublicChannels'>) =>
  async (person: Person, home: ConversationRef): Promise<Result<Channel, SetUpRefusal>> => {
    if (!isFullMember(person)) return refuse({ code: 'not-a-member' });
    const [channel, team] = await Promise.all([
      directory.channel(home),
      teams.glance(person.tenant, idIn(home)),
    ]);
    if (team !== undefined) return teamExists(team);
    const unfit = unfitness(channel, allowPublicChannels);
    if (channel === undefined || unfit !== undefined) return refuse({ code: unfit ?? 'channel-unreadable' });
    return ok(channel);
  };

/**
 * Whoever sets up must be in the channel, whatever the form says it was opened for; leads must be full members who are
 * in it (DESIGN 5.1).
 */
const checkPeople =
  ({ directory, people }: Pick<Deps, 'directory' | 'people'>) =>
  async (
    home: ConversationRef,
    leads: readonly PersonRef[],
    { person }: Person,
  ): Promise<Result<readonly Profile[], SetUpRefusal>> => {
    if (leads.length === 0) return refuse({ code: 'no-lead' });
    const members = await directory.members(home);
    if (members === undefined) return refuse({ code: 'channel-unreadable' });
    if (!members.includes(person)) return refuse({ code: 'not-in-channel' });
    const absent = leads.filter((lead) => !members.includes(lead));
    if (absent.length > 0) return refuse({ code: 'lead-not-in-channel', people: absent });
    const known = await people.findMany(leads);
    // They are few: reading a big workspace page by page would take longer than anybody waits.
    const profiles = await Promise.all(
      leads.map(async (lead) => known.find((one) => one.person === lead) ?? directory.person(lead)),
    );
    const full = profiles.flatMap((one) => (one !== undefined && isFullMember(one) ? [one] : []));
    const strangers = leads.filter((lead) => !full.some((one) => one.person === lead));
    return strangers.length > 0 ? refuse({ code: 'lead-not-a-member', people: strangers }) : ok(full);
  };

interface Founding {
  readonly nonce: string;
  readonly person: Person;
  readonly home: ConversationRef;
  readonly name: string;
  readonly form: TeamForm;
}

const newTeam = (founding: Founding, now: Instant): Team => {
  const { nonce, person, home, name, form } = founding;
  const id = idIn(home);
  const time = form.time ?? { hour: 12, minute: ownMinute(id) };
  const rhythm: Rhythm = { weeks: form.weeks, weekday: form.weekday, ...time };
  return {
    tenant: person.tenant,
    id,
    version: 1,
    history: [{ command: nonce, what: 'set up' }],
    outbox: [],
    due: now,
    name,
    home,
    language: form.language,
    zone: person.zone ?? 'UTC',
    leads: form.leads,
    setUpBy: person.person,
    rhythm,
    state: 'settling',
    readers: 0,
    asked: {},
  };
};

/**
 * Sets a team up in its channel. The promise follows within a minute, the first round at least a day later.
 * The same submission again ends the same; a second team in the channel is refused, as is everything
 * {@link makeMaySetUp} refuses, somebody who is not in the channel, and a lead who is not a full member in it.
 * A refusal changes nothing.
 */
export const makeSetUpTeam = (deps: Deps) => {
  const maySetUp = makeMaySetUp(deps);
  const peopleAreFine = checkPeople(deps);
  return async (command: {
    readonly nonce: string;
    readonly person: Person;
    readonly home: ConversationRef;
    readonly values: FormValues;
  }): Promise<Result<Team, SetUpRefusal>> => {
    const { nonce, person, home, values } = command;
    const { teams, queue } = deps;
    const id = idIn(home);
    const form = readTeamForm(values);
    if (!form.ok) return form;

    const existing = await teams.find(person.tenant, id);
    if (existing?.history.some((entry) => entry.command === nonce)) return ok(existing);

    const allowed = await maySetUp(person, home);
    if (!allowed.ok) return allowed;
    const leads = await peopleAreFine(home, form.value.leads, person);
    if (!leads.ok) return leads;

    const name = allowed.value.name;
    const team = newTeam({ nonce, person, home, name, form: form.value }, deps.clock.now());
    // Known from now on, so that they can be told if the channel cannot be read.
    await deps.people.remember(leads.value);
    const outcome = await teams.create(team);
    if (outcome === 'exists') return teamExists((await teams.find(person.tenant, id)) ?? team);
    await queue.enqueueJobs([{ kind: 'team', tenant: team.tenant, id, due: deps.clock.now() }]);
    return ok(team);
  };
};

export type SetUpTeam = ReturnType<typeof makeSetUpTeam>;
