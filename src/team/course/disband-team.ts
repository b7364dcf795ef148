import type { Directory } from '../../ports/directory.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Channels } from '../../ports/channels.ts';
import type { Clock } from '../../ports/clock.ts';
import type { People } from '../../ports/people.ts';
import type { Tenants } from '../../ports/tenants.ts';
import type { AskBatch } from '../../pulse/asks/ask-batch.ts';
import type { FreePeople } from '../../pulse/roster/free-people.ts';
import { storedRoster } from '../../pulse/roster/stored-roster.ts';
import { forgottenAt } from '../../retention/retention.ts';
import { minutes } from '../../shared/time.ts';
import { changed } from '../../work/aggregate.ts';
import type { ClosesAt } from './closes-at.ts';
import { makeLetGoChannels } from '../set-up/let-go-channels.ts';
import { channelsOf } from '../team.ts';
import type { Team } from '../team.ts';

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly batches: AggregateRepository<AskBatch>;
  readonly people: Pick<People, 'findMany' | 'unlead'>;
  readonly tenants: Pick<Tenants, 'isActive'>;
  readonly directory: Pick<Directory, 'members'>;
  readonly channels: Pick<Channels, 'find' | 'expire'>;
  readonly freePeople: FreePeople;
  readonly closesAt: ClosesAt;
  readonly clock: Clock;
}

/** Closing a round takes a moment. */
const SOON = minutes(5);

/**
 * Frees everybody of a team that ended, its leads too: at once, or when its open round is over, so that nothing changes
 * during it. Its channels are free by that alone. Idempotent.
 */
export const makeDisbandTeam = (deps: Deps) => {
  const { teams, batches, people, tenants, directory, freePeople, closesAt, clock } = deps;
  const letGoChannels = makeLetGoChannels(deps);

  /** Whom the last round asked, and whoever is in the channels: people who are not asked belong to the team too. */
  const everybody = async (team: Team) => {
    // A removed app reads nothing; its tenant is deleted as a whole.
    const readable = (await tenants.isActive(team.tenant)) ? channelsOf(team) : [];
    const members = await Promise.all(readable.map((channel) => directory.members(channel)));
    const asked =
      team.currentRound === undefined ? [] : await storedRoster(batches, team.tenant, team.currentRound);
    const all = new Set([...members.flatMap((page) => page ?? []), ...(asked ?? []), ...team.leads]);
    return people.findMany([...all]);
  };

  return async (team: Team): Promise<void> => {
    const now = clock.now();
    const closes = await closesAt(team);
    const waits = closes !== undefined;
    if (!waits) {
      const known = await everybody(team);
      const theirs = known.filter((person) => person.team === team.id);
      await freePeople(
        team,
        theirs.map(({ person }) => person),
      );
      for (const { person, leads } of known) {
        if (leads.includes(team.id)) await people.unlead(person, team.id);
      }
    }
    const due = waits ? Math.max(closes, now + SOON) : undefined;
    const command = `disband/${team.id}/${team.version}`;
    // Nothing more happens to it: from now on it is kept for its results alone.
    const forgetAt = waits ? undefined : forgottenAt('ended-team', now);
    const letGo = await letGoChannels(team);
    // Before others may have them: a run that comes again finds the same.
    await letGo(forgetAt);
    await teams.save(changed<Team>({ ...team, due, forgetAt }, { command, what: 'people freed', now }));
  };
};

export type DisbandTeam = ReturnType<typeof makeDisbandTeam>;
