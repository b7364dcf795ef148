import type { PersonRef } from '../chat/identity.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Directory } from '../ports/directory.ts';
import type { People } from '../ports/people.ts';
import type { Quiet } from '../ports/quiet.ts';
import type { Tenants } from '../ports/tenants.ts';
import type { Erasure } from './erasure.ts';
import type { Forget } from './forget-person.ts';
import { hasLeft } from './has-left.ts';
import type { Sweep } from './sweep.ts';

interface Deps {
  readonly erasures: AggregateRepository<Erasure>;
  readonly people: People;
  readonly tenants: Tenants;
  readonly directory: Pick<Directory, 'person'>;
  readonly quiet: Quiet;
  readonly forget: Forget;
  readonly sweep: Sweep;
}

/** Does the next part of an erasure whose time has come. Whoever left and came back is not erased. Repeatable. */
export const makeRunErasure = ({ erasures, people, tenants, directory, quiet, forget, sweep }: Deps) => {
  /** News of a return may have been lost: the platform is asked once more. A removed app is told nothing any more. */
  const isBack = async (tenant: Erasure['tenant'], person: PersonRef): Promise<boolean> => {
    if (!(await tenants.isActive(tenant))) return false;
    const profile = await directory.person(person);
    if (profile === undefined || hasLeft(profile)) return false;
    await people.remember([profile]);
    return true;
  };

  return async (erasure: Erasure): Promise<void> => {
    const { tenant, id, person, state } = erasure;
    if (state === 'planned' && (await isBack(tenant, person))) return erasures.remove(tenant, id);
    if (state !== 'sweeping') await forget(tenant, person);
    await quiet.forget(tenant, person);
    return sweep(erasure);
  };
};
