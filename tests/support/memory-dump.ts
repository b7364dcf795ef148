import type { PersonRef } from '../../src/chat/identity.ts';
import type { Aggregate } from '../../src/work/aggregate.ts';
import { TENANT } from './builders.ts';
import type { MemoryPorts } from './memory-world.ts';

/** Everything in the vault about one round, in the order of names: what a dump of that table would show. */
export const dumpVault = async ({ vault, askDeliveries }: MemoryPorts, round: string): Promise<unknown> => {
  const ref = { tenant: TENANT, round };
  const slots: unknown[] = [];
  let next: string | undefined;
  do {
    const page = await vault.slots(ref, next);
    slots.push(...page.slots);
    next = page.next;
  } while (next !== undefined);
  return {
    head: await vault.head(ref),
    slots,
    asks: askDeliveries.count(TENANT, round),
    isEmpty: await vault.isEmpty(ref),
  };
};

/** What matters of an aggregate: not how many steps it took, and not when a repair would have come. */
const business = <A extends Aggregate>(aggregate: A | undefined) => {
  if (aggregate === undefined) return undefined;
  const { version: _, history: __, redriveAt: ___, ...rest } = aggregate;
  return rest;
};

interface What {
  readonly rounds: readonly string[];
  readonly people: readonly PersonRef[];
}

/** All that is stored of one team, its rounds and its people. */
export const dumpState = async (ports: MemoryPorts, { rounds, people }: What): Promise<unknown> => ({
  team: business(await ports.teams.find(TENANT, 'C1')),
  people: await ports.people.findMany(people),
  rounds: await Promise.all(
    rounds.map(async (round) => ({
      round: business(await ports.rounds.find(TENANT, round)),
      batches: [
        business(await ports.batches.find(TENANT, `${round}.0`)),
        business(await ports.batches.find(TENANT, `${round}.1`)),
      ],
      comments: await ports.comments.page({ tenant: TENANT, round }, 0),
      posted: (await ports.deliveries.posted({ tenant: TENANT, aggregate: round, key: `result/${round}` }))
        ?.conversation,
      vault: await dumpVault(ports, round),
    })),
  ),
});
