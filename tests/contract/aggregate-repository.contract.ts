import { beforeEach, describe, expect, it } from '@jest/globals';
import { AGGREGATE_MOST_BYTES } from '../../src/ports/aggregate-repository.ts';
import type { AggregateRepository } from '../../src/ports/aggregate-repository.ts';
import { InvariantError } from '../../src/shared/errors.ts';
import { changed } from '../../src/work/aggregate.ts';
import type { Aggregate } from '../../src/work/aggregate.ts';
import type { TenantRef } from '../../src/chat/identity.ts';
import { aTenant, messagesOf } from './samples.ts';

export interface AggregateRepositorySubject<A extends Aggregate> {
  readonly repository: AggregateRepository<A>;
  /** A fresh one of version 1, with messages in its outbox. */
  readonly sample: (tenant: TenantRef) => A;
}

const next = <A extends Aggregate>(aggregate: A, command: string): A =>
  changed(aggregate, { command, what: 'changed', now: 1_700_000_000_000 });

const CONFLICT = { name: 'PortError', fault: 'conflict' } as const;

export const aggregateRepositoryContract = <A extends Aggregate>(
  implementation: string,
  setUp: () => AggregateRepositorySubject<A>,
): void => {
  describe(`aggregate repository: ${implementation}`, () => {
    let repository: AggregateRepository<A>;
    let created: A;

    beforeEach(async () => {
      const subject = setUp();
      repository = subject.repository;
      created = subject.sample(aTenant());
      await repository.create(created);
    });

    const stored = () => repository.find(created.tenant, created.id);

    describe('find', () => {
      it('gives back every field that was stored', async () => {
        expect(await stored()).toEqual(created);
        expect(await repository.glance(created.tenant, created.id)).toEqual(created);
      });

      it('finds nothing under another id', async () => {
        expect(await repository.find(created.tenant, 'other')).toBeUndefined();
      });

      it('finds nothing in another tenant', async () => {
        expect(await repository.find(aTenant(), created.id)).toBeUndefined();
        expect(await repository.glance(aTenant(), created.id)).toBeUndefined();
      });

      it('keeps ids apart that hold the separators of keys', async () => {
        await repository.create({ ...created, id: 'a#b' });
        expect(await repository.find(created.tenant, 'a%23b')).toBeUndefined();
        expect((await repository.find(created.tenant, 'a#b'))?.id).toBe('a#b');
      });

      it('keeps and gives out copies: changing one changes nothing that is stored', async () => {
        const given = { ...created, id: 'copied', history: [{ command: 'c1', what: 'created' }] };
        await repository.create(given);
        Object.assign(given.history[0] ?? {}, { what: 'tampered with' });
        const found = await repository.find(created.tenant, 'copied');
        expect(found?.history).toEqual([{ command: 'c1', what: 'created' }]);
        Object.assign(found?.history[0] ?? {}, { what: 'tampered with' });
        expect((await repository.find(created.tenant, 'copied'))?.history[0]?.what).toBe('created');
      });

      it('keeps nothing for a field that is absent', async () => {
        const bare = next({ ...created, due: undefined, redriveAt: undefined, outbox: [] }, 'command-2');
        await repository.save(bare);
        expect(await stored()).toEqual(bare);
      });
    });

    describe('create', () => {
      it('refuses an id that another command took', async () => {
        const history = [{ command: 'somebody-else', what: 'created' }];
        expect(await repository.create({ ...created, history })).toBe('exists');
        expect(await stored()).toEqual(created);
      });

      it('answers the same command again with created and changes nothing', async () => {
        expect(await repository.create({ ...created, due: 5 })).toBe('created');
        expect(await stored()).toEqual(created);
      });

      it('knows its own command again after later changes', async () => {
        const later = next(next(created, 'command-2'), 'command-3');
        await repository.save(next(created, 'command-2'));
        await repository.save(later);
        expect(await repository.create(created)).toBe('created');
        expect(await stored()).toEqual(later);
      });

      it('lets one of twenty commands win that create the same id at once', async () => {
        const tries = Array.from({ length: 20 }, (_, index) => ({
          ...created,
          id: 'contested',
          history: [{ command: `command-${index}`, what: 'created' }],
        }));
        const outcomes = await Promise.all(tries.map((one) => repository.create(one)));
        expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(1);
        const winner = await repository.find(created.tenant, 'contested');
        expect(winner).toEqual(tries[outcomes.indexOf('created')]);
      });
    });

    describe('save', () => {
      it('replaces the version before', async () => {
        const second = next(created, 'command-2');
        await repository.save(second);
        expect(await stored()).toEqual(second);
      });

      it('refuses a version that somebody else saved first', async () => {
        const theirs = next(created, 'theirs');
        await repository.save(theirs);
        await expect(repository.save(next(created, 'ours'))).rejects.toMatchObject(CONFLICT);
        expect(await stored()).toEqual(theirs);
      });

      it('refuses a version that skips one', async () => {
        const third = next(next(created, 'command-2'), 'command-3');
        await expect(repository.save(third)).rejects.toMatchObject(CONFLICT);
        expect(await stored()).toEqual(created);
      });

      it('refuses what was never created', async () => {
        const lost = next({ ...created, id: 'never' }, 'command-2');
        await expect(repository.save(lost)).rejects.toMatchObject(CONFLICT);
        expect(await repository.find(created.tenant, 'never')).toBeUndefined();
      });

      it('takes the same change again, also after later ones, and keeps those', async () => {
        const second = next(created, 'command-2');
        const third = next(second, 'command-3');
        await repository.save(second);
        await repository.save(second);
        await repository.save(third);
        await repository.save(second);
        expect(await stored()).toEqual(third);
      });

      it('refuses the same command at a version that somebody else took', async () => {
        await repository.save(next(created, 'step'));
        const theirs = next(next(created, 'step'), 'theirs');
        await repository.save(theirs);
        await expect(repository.save(next(next(created, 'step'), 'step'))).rejects.toMatchObject(CONFLICT);
        expect(await stored()).toEqual(theirs);
      });

      it('lets one of twenty writers win that expect the same version', async () => {
        const tries = Array.from({ length: 20 }, (_, index) => next(created, `writer-${index}`));
        const outcomes = await Promise.allSettled(tries.map((one) => repository.save(one)));
        const winners = tries.filter((_, index) => outcomes[index]?.status === 'fulfilled');
        const losers = outcomes.filter((outcome) => outcome.status === 'rejected');
        expect(winners).toHaveLength(1);
        expect(losers).toEqual(
          Array.from({ length: 19 }, () =>
            expect.objectContaining({ reason: expect.objectContaining(CONFLICT) }),
          ),
        );
        expect(await stored()).toEqual(winners[0]);
      });

      it('fits the largest allowed aggregate and refuses a larger one', async () => {
        const room = AGGREGATE_MOST_BYTES - JSON.stringify(next(created, '')).length;
        const largest = next(created, 'x'.repeat(room));
        await repository.save(largest);
        expect(await stored()).toEqual(largest);
        await expect(repository.save(next(largest, 'more'))).rejects.toThrow(InvariantError);
        await expect(repository.create({ ...largest, id: `${created.id}+` })).rejects.toThrow(InvariantError);
      });
    });

    describe('clearOutbox', () => {
      const ids = (aggregate: A, ...places: readonly number[]) =>
        places.map((place) => aggregate.outbox[place]?.id ?? 'none');

      it('removes the entries, leaves the version and the others', async () => {
        await repository.clearOutbox(created, ids(created, 0, 2, 4));
        const outbox = created.outbox.filter((_, place) => ![0, 2, 4].includes(place));
        expect(await stored()).toEqual({ ...created, outbox });
      });

      it('forgets when to look again once the outbox is empty', async () => {
        await repository.clearOutbox(created, ids(created, ...created.outbox.keys()));
        expect(await stored()).toEqual({ ...created, outbox: [], redriveAt: undefined });
      });

      it('does nothing when the entries are gone', async () => {
        await repository.clearOutbox(created, ids(created, 0, 1));
        const before = await stored();
        await repository.clearOutbox(created, ids(created, 0, 1));
        await repository.clearOutbox(created, ['never-there']);
        expect(await stored()).toEqual(before);
      });

      it('keeps what somebody saved in between', async () => {
        const [message] = messagesOf(created.tenant);
        const messages = message === undefined ? [] : [message];
        const theirs = changed(created, { command: 'theirs', what: 'more', now: 5, messages });
        await repository.save(theirs);
        await repository.clearOutbox(created, ids(created, ...created.outbox.keys()));
        expect(await stored()).toEqual({ ...theirs, outbox: theirs.outbox.slice(created.outbox.length) });
      });

      it('clears different entries at once without bringing any back', async () => {
        await Promise.all([0, 1, 2].map((place) => repository.clearOutbox(created, ids(created, place))));
        expect((await stored())?.outbox).toEqual(created.outbox.slice(3));
      });

      it('creates nothing', async () => {
        await repository.clearOutbox({ ...created, id: 'never' }, ids(created, 0));
        expect(await repository.find(created.tenant, 'never')).toBeUndefined();
      });
    });

    describe('park', () => {
      it('notes why, leaves the rest, and can be repeated', async () => {
        await repository.park(created.tenant, created.id, 'InvariantError');
        await repository.park(created.tenant, created.id, 'InvariantError');
        expect(await stored()).toEqual({ ...created, parked: 'InvariantError' });
      });

      it('creates nothing', async () => {
        await repository.park(created.tenant, 'never', 'InvariantError');
        expect(await repository.find(created.tenant, 'never')).toBeUndefined();
      });
    });

    describe('ids', () => {
      const walk = async (tenant: TenantRef): Promise<readonly string[]> => {
        const found: string[] = [];
        let page = await repository.ids(tenant);
        while (page.length > 0) {
          found.push(...page);
          page = await repository.ids(tenant, page.at(-1));
        }
        return found;
      };

      it('names all of a tenant, page by page, each once', async () => {
        const others = Array.from({ length: 120 }, (_, place) => `other#${place}`);
        await Promise.all(others.map((id) => repository.create({ ...created, id })));
        expect([...(await walk(created.tenant))].sort()).toEqual([created.id, ...others].sort());
      });

      it('names nobody of another tenant, and nothing that is gone', async () => {
        await repository.remove(created.tenant, created.id);
        expect(await walk(created.tenant)).toEqual([]);
        expect(await walk(aTenant())).toEqual([]);
      });
    });

    describe('remove', () => {
      it('leaves nothing, and can be repeated', async () => {
        await repository.remove(created.tenant, created.id);
        await repository.remove(created.tenant, created.id);
        expect(await repository.find(created.tenant, created.id)).toBeUndefined();
      });

      it('lets nobody save what is gone', async () => {
        await repository.remove(created.tenant, created.id);
        const late = changed(created, { command: 'late', what: 'late', now: 0 });
        await expect(repository.save(late)).rejects.toMatchObject({ fault: 'conflict' });
      });
    });
  });
};
