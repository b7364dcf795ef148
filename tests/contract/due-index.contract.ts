import { beforeEach, describe, expect, it } from '@jest/globals';
import type { TenantRef } from '../../src/chat/identity.ts';
import type { AggregateRepository } from '../../src/ports/aggregate-repository.ts';
import { DUE_SHARDS } from '../../src/ports/due-index.ts';
import type { DueIndex } from '../../src/ports/due-index.ts';
import type { AskBatch } from '../../src/pulse/asks/ask-batch.ts';
import type { Round } from '../../src/pulse/round.ts';
import type { Instant } from '../../src/shared/time.ts';
import type { Team } from '../../src/team/team.ts';
import { changed } from '../../src/work/aggregate.ts';
import type { Job } from '../../src/work/job.ts';
import { aRound, aTeam, aTenant, anAskBatch } from './samples.ts';

export interface DueIndexSubject {
  readonly dueIndex: DueIndex;
  readonly teams: AggregateRepository<Team>;
  readonly rounds: AggregateRepository<Round>;
  readonly batches: AggregateRepository<AskBatch>;
}

const pagesOf = async (
  index: DueIndex,
  shard: number,
  until: Instant,
): Promise<readonly (readonly Job[])[]> => {
  const first = await index.due(shard, until);
  const pages = [first.jobs];
  for (let { next } = first; next !== undefined; ) {
    const page = await index.due(shard, until, next);
    pages.push(page.jobs);
    next = page.next;
  }
  return pages;
};

export const dueIndexContract = (implementation: string, setUp: () => DueIndexSubject): void => {
  describe(`due index: ${implementation}`, () => {
    let subject: DueIndexSubject;
    let tenant: TenantRef;

    beforeEach(() => {
      subject = setUp();
      tenant = aTenant();
    });

    const quiet = { outbox: [], redriveAt: undefined } as const;

    /** What is due of this test's tenant, earliest first. */
    const due = async (until: Instant): Promise<readonly Job[]> => {
      const shards = Array.from({ length: DUE_SHARDS }, (_, shard) =>
        pagesOf(subject.dueIndex, shard, until),
      );
      const jobs = (await Promise.all(shards)).flat(2);
      return jobs.filter((job) => job.tenant === tenant).sort((a, b) => a.due - b.due);
    };

    it('names what is due at or before a moment, of every kind', async () => {
      await subject.teams.create(aTeam(tenant, { ...quiet, due: 300 }));
      await subject.rounds.create(aRound(tenant, { ...quiet, due: 200 }));
      await subject.batches.create(anAskBatch(tenant, { ...quiet, due: 100 }));
      expect(await due(200)).toEqual([
        { kind: 'asks', tenant, id: 'C1-3.0', due: 100 },
        { kind: 'round', tenant, id: 'C1-3', due: 200 },
      ]);
    });

    it('gives ids back as they were, whatever signs they hold', async () => {
      await subject.teams.create(aTeam(tenant, { ...quiet, id: '19:a#b%23@thread.v2', due: 5 }));
      expect(await due(5)).toEqual([{ kind: 'team', tenant, id: '19:a#b%23@thread.v2', due: 5 }]);
    });

    it('has nothing for what plans nothing', async () => {
      await subject.teams.create(aTeam(tenant, { ...quiet, due: undefined }));
      expect(await due(Number.MAX_SAFE_INTEGER)).toEqual([]);
    });

    it('follows each save', async () => {
      const team = aTeam(tenant, { ...quiet, due: 100 });
      await subject.teams.create(team);
      const later = changed({ ...team, due: 900 }, { command: 'c2', what: 'moved', now: 0 });
      await subject.teams.save(later);
      expect(await due(899)).toEqual([]);
      expect(await due(900)).toEqual([{ kind: 'team', tenant, id: 'C1', due: 900 }]);
      await subject.teams.save(
        changed({ ...later, due: undefined }, { command: 'c3', what: 'stopped', now: 0 }),
      );
      expect(await due(Number.MAX_SAFE_INTEGER)).toEqual([]);
    });

    it('shows the look at a full outbox first, and the business time once it is cleared', async () => {
      const team = aTeam(tenant, { due: 900, redriveAt: 120 });
      await subject.teams.create(team);
      expect(await due(900)).toEqual([{ kind: 'team', tenant, id: 'C1', due: 120 }]);
      const [first, ...rest] = team.outbox.map(({ id }) => id);
      await subject.teams.clearOutbox(team, rest);
      expect(await due(900)).toEqual([{ kind: 'team', tenant, id: 'C1', due: 120 }]);
      await subject.teams.clearOutbox(team, [first ?? 'none']);
      expect(await due(900)).toEqual([{ kind: 'team', tenant, id: 'C1', due: 900 }]);
    });

    it('has nothing for a cleared outbox without a business time', async () => {
      const team = aTeam(tenant, { due: undefined, redriveAt: 120 });
      await subject.teams.create(team);
      await subject.teams.clearOutbox(
        team,
        team.outbox.map(({ id }) => id),
      );
      expect(await due(Number.MAX_SAFE_INTEGER)).toEqual([]);
    });

    it('has nothing for what was parked', async () => {
      await subject.rounds.create(aRound(tenant, { due: 100 }));
      await subject.rounds.park(tenant, 'C1-3', 'InvariantError');
      expect(await due(Number.MAX_SAFE_INTEGER)).toEqual([]);
    });

    it('gives pages of at most a hundred, earliest first, over all tenants, each once', async () => {
      const ids = Array.from({ length: 250 }, (_, index) => `team-${index}`);
      const teams = ids.map((id, index) => aTeam(tenant, { ...quiet, id, due: 1000 - index }));
      // One id, so one shard, under many tenants.
      const twins = Array.from({ length: 150 }, (_, index) =>
        aTeam(aTenant(), { ...quiet, id: 'twin', due: index }),
      );
      await Promise.all([...teams, ...twins].map((team) => subject.teams.create(team)));
      const shards = Array.from({ length: DUE_SHARDS }, (_, shard) => pagesOf(subject.dueIndex, shard, 1000));
      const pages = await Promise.all(shards);
      expect(pages.flat().every((page) => page.length <= 100)).toBe(true);
      expect(pages.some((shard) => shard.length > 1)).toBe(true);
      const times = pages.map((shard) => shard.flat().map((job) => job.due));
      expect(times).toEqual(times.map((shard) => [...shard].sort((a, b) => a - b)));
      const found = pages.flat(2).filter((job) => job.tenant === tenant);
      expect(found.map(({ id }) => id).sort()).toEqual([...ids].sort());
    });
  });
};
