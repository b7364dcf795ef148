import type { Person } from '../people/person.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Clock } from '../ports/clock.ts';
import type { Queue } from '../ports/queue.ts';
import { changed } from '../work/aggregate.ts';
import { withFreshState } from '../work/with-fresh-state.ts';
import { anErasure, erasureId } from './erasure.ts';
import type { Erasure } from './erasure.ts';
import type { Forget } from './forget-person.ts';
import type { Withdrawn } from './withdraw.ts';
import { minutes } from '../shared/time.ts';

interface Deps {
  readonly erasures: AggregateRepository<Erasure>;
  readonly forget: Forget;
  readonly queue: Queue;
  readonly clock: Clock;
}

/** If whoever began it dies, a job goes on: not before they are surely dead, since it forgets what was set since. */
const TAKEN_OVER_AFTER = minutes(2);

/**
 * Erases what is stored of whoever asks for it. Their own row and what they said in an open round are gone
 * when this answers; what names them elsewhere follows within minutes, by a job. Answers with what became of the
 * open round. Repeatable at every step and at any later time.
 */
export const makeErasePerson = ({ erasures, forget, queue, clock }: Deps) => {
  /** Noted first, so that nothing is left half done. */
  const begin = (tenant: Person['tenant'], person: Person['person']): Promise<Erasure> =>
    withFreshState(async () => {
      const due = clock.now() + TAKEN_OVER_AFTER;
      const fresh = anErasure(tenant, person, { state: 'begun', due });
      await erasures.create(fresh);
      const stored = (await erasures.find(tenant, fresh.id)) ?? fresh;
      // One that was given up begins anew.
      if (stored.state !== 'planned' && stored.parked === undefined) return stored;
      const begun = changed<Erasure>(
        { ...stored, state: 'begun', due, place: undefined, parked: undefined },
        { command: `begin/${stored.version}`, what: 'begun', now: clock.now() },
      );
      await erasures.save(begun);
      return begun;
    });

  const handOver = (tenant: Person['tenant'], id: string): Promise<void> =>
    withFreshState(async () => {
      const stored = await erasures.find(tenant, id);
      if (stored?.state !== 'begun') return;
      const now = clock.now();
      const change = { command: `sweep/${stored.version}`, what: 'own row gone', now };
      await erasures.save(changed<Erasure>({ ...stored, state: 'sweeping', due: now }, change));
      await queue.enqueueJobs([{ kind: 'erasure', tenant, id, due: now }]);
    });

  return async ({ tenant, person }: Person): Promise<Withdrawn> => {
    await begin(tenant, person);
    const withdrawn = await forget(tenant, person);
    await handOver(tenant, erasureId(person));
    return withdrawn;
  };
};

export type ErasePerson = ReturnType<typeof makeErasePerson>;
