import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Clock } from '../ports/clock.ts';
import type { Holdings } from '../ports/holdings.ts';
import type { Tenants } from '../ports/tenants.ts';
import { changed } from '../work/aggregate.ts';
import type { Removal } from './removal.ts';
import { forgottenAt } from './retention.ts';

interface Deps {
  readonly removals: AggregateRepository<Removal>;
  readonly tenants: Tenants;
  readonly holdings: Holdings;
  readonly clock: Clock;
}

/** Pages of a hundred rows that one run deletes; the tick lets the next one go on. */
const PAGES_A_RUN = 20;

/**
 * Deletes everything of a tenant that removed the app and did not come back, a few pages a run. What stays is that there
 * was such a tenant, without a person, and that for a while only. Comes it back before the first page goes, nothing is
 * deleted. Repeatable at every step.
 */
export const makeRemoveTenant = ({ removals, tenants, holdings, clock }: Deps) => {
  const begin = async (removal: Removal): Promise<Removal> => {
    if (removal.begun === true) return removal;
    const change = { command: 'begin', what: 'begun', now: clock.now() };
    const begun = changed<Removal>({ ...removal, begun: true }, change);
    await removals.save(begun);
    return begun;
  };

  const goOn = async (removal: Removal): Promise<void> => {
    // A moment later each time: the queue drops a job that is due at the same one.
    const due = (removal.due ?? 0) + 1;
    const change = { command: `page/${removal.version}`, what: 'deleted', now: clock.now() };
    await removals.save(changed<Removal>({ ...removal, due }, change));
  };

  return async (planned: Removal): Promise<void> => {
    const { tenant, id } = planned;
    if (planned.begun !== true && (await tenants.isActive(tenant))) return removals.remove(tenant, id);
    const removal = await begin(planned);
    for (let page = 0; page < PAGES_A_RUN; page += 1) {
      if ((await holdings.removePage(tenant)) === 'more') continue;
      await tenants.deleted(tenant, forgottenAt('tenant-name', clock.now()));
      return removals.remove(tenant, id);
    }
    return goOn(removal);
  };
};
