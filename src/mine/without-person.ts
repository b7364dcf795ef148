import type { Settings } from '../admin/settings.ts';
import { nobodyIn } from '../chat/identity.ts';
import type { PersonRef } from '../chat/identity.ts';
import { spread } from '../shared/hash.ts';
import type { AskBatch } from '../pulse/asks/ask-batch.ts';
import type { Round } from '../pulse/round.ts';
import type { Changed, TeamChange } from '../team/change/team-change.ts';
import type { Team } from '../team/team.ts';
import type { HistoryEntry, OutboxEntry } from '../work/aggregate.ts';
import { makeNames, withoutName } from './names.ts';

/* What is left of things when a person is taken out of them. All that others rely on stays. */

const others = (people: readonly PersonRef[], person: PersonRef): readonly PersonRef[] =>
  people.filter((one) => one !== person);

/** For lists in which places count: messages on their way name people by their place. */
const placesKept = (
  people: readonly PersonRef[],
  person: PersonRef,
  nobody: PersonRef,
): readonly PersonRef[] => people.map((one) => (one === person ? nobody : one));

const historyWithout = (history: readonly HistoryEntry[], person: PersonRef): readonly HistoryEntry[] => {
  const names = makeNames(person);
  // Decisions carry a mark of who made them: short, but whoever has all ids of a workspace could find the right one.
  const mark = String(spread(person, 2 ** 32));
  const isTheirs = ({ command }: HistoryEntry): boolean => names(command) || command.includes(mark);
  return history.map((entry) => (isTheirs(entry) ? { ...entry, command: 'erased' } : entry));
};

/** What still waits for the queue: nothing is sent to them any more, and nobody is told that it was by their hand. */
const outboxWithout = (outbox: readonly OutboxEntry[], person: PersonRef): readonly OutboxEntry[] =>
  outbox
    .filter(({ message }) => !('person' in message && message.person === person))
    .map((entry) =>
      'by' in entry.message && entry.message.by === person
        ? { ...entry, message: { ...entry.message, by: nobodyIn(entry.message.tenant) } }
        : entry,
    );

/** Who is not named any more is counted. */
const changeWithout = (changed: Changed, person: PersonRef): Changed =>
  'people' in changed && changed.people.includes(person)
    ? { ...changed, people: others(changed.people, person), more: (changed.more ?? 0) + 1 }
    : changed;

const logWithout = (log: readonly TeamChange[] | undefined, person: PersonRef): Team['log'] =>
  log?.map(({ by, ...entry }) => ({
    ...entry,
    ...(by === undefined || by === person ? {} : { by }),
    what: entry.what.map((changed) => changeWithout(changed, person)),
  }));

/** Which way was chosen stays. */
const wayWithout = (wayOn: Team['wayOn'], person: PersonRef): Team['wayOn'] =>
  wayOn?.decided?.by === person ? { ...wayOn, decided: { way: wayOn.decided.way } } : wayOn;

const invitedWithout = ({ tenant, invited }: Team, person: PersonRef): Team['invited'] =>
  invited
    ?.filter((invitation) => invitation.person !== person)
    .map((invitation) => (invitation.by === person ? { ...invitation, by: nobodyIn(tenant) } : invitation));

export const teamWithout = (team: Team, person: PersonRef): Team => ({
  ...team,
  history: historyWithout(team.history, person),
  leads: others(team.leads, person),
  promise: team.promise && { ...team.promise, leads: others(team.promise.leads, person) },
  invited: invitedWithout(team, person),
  players: team.players && others(team.players, person),
  leftOut: team.leftOut && others(team.leftOut, person),
  setUpBy: team.setUpBy === person ? nobodyIn(team.tenant) : team.setUpBy,
  came: team.came && others(team.came, person),
  went: team.went && others(team.went, person),
  wayOn: wayWithout(team.wayOn, person),
  log: logWithout(team.log, person),
});

export const roundWithout = (round: Round, person: PersonRef): Round => ({
  ...round,
  history: historyWithout(round.history, person),
  leads: placesKept(round.leads, person, nobodyIn(round.tenant)),
});

/** Somebody was asked in this place; who, nobody can tell (R7). */
export const batchWithout = (batch: AskBatch, person: PersonRef): AskBatch => ({
  ...batch,
  history: historyWithout(batch.history, person),
  people: placesKept(batch.people, person, nobodyIn(batch.tenant)),
});

const releasesWithout = ({ pulse }: Settings['releases'], person: PersonRef): Settings['releases'] => {
  if (pulse === undefined) return {};
  const { by, on } = pulse;
  // In an admin's own words anybody may be named.
  const ground = withoutName(pulse.ground, person);
  return { pulse: { on, ground, ...(by === undefined || by === person ? {} : { by }) } };
};

/** A release stays one: what was released, from when and on what ground; whoever entered it has no name any more. */
export const settingsWithout = (settings: Settings, person: PersonRef): Settings => ({
  ...settings,
  history: historyWithout(settings.history, person),
  outbox: outboxWithout(settings.outbox, person),
  admins: others(settings.admins, person),
  ...(settings.first === person ? { first: undefined, firstErased: true } : {}),
  releases: releasesWithout(settings.releases, person),
});
