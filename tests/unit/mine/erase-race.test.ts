import { describe, expect, test } from '@jest/globals';
import { assert, asyncProperty, nat } from 'fast-check';
import { makeErasePerson } from '../../../src/mine/erase-person.ts';
import { makeForget } from '../../../src/mine/forget-person.ts';
import { makeWithdraw } from '../../../src/mine/withdraw.ts';
import { idIn } from '../../../src/chat/identity.ts';
import { aTeam, CLOSES, NEXT, OPENS, TENANT } from '../../support/builders.ts';
import { haveTeam, makeMemoryPorts, makeProduct, populate, workMinutes } from '../../support/memory-world.ts';
import type { Product } from '../../support/memory-world.ts';
import { present } from '../../support/scenes.ts';

const REF = { tenant: TENANT, round: 'C1-1' };

/** An open round in which all of seven people answered the same. */
const makeWorld = async () => {
  const ports = makeMemoryPorts(OPENS);
  const people = populate(ports, 7);
  await haveTeam(ports, aTeam());
  const product = makeProduct(ports);
  await workMinutes(product, 3);
  const { head, key } = present(await ports.vault.head(REF), 'round');
  const marks = Object.fromEntries(head.items.map(({ id }) => [id, 4 as const]));
  for (const person of people) await ports.vault.answer(REF, ports.keys.slotOf(key, person), { marks });
  return { ports, product, people };
};

const eraserOf = ({ ports }: Product) =>
  makeErasePerson({ ...ports, forget: makeForget({ ...ports, withdraw: makeWithdraw(ports) }) });

const countOf = async ({ ports }: Product): Promise<number | undefined> => {
  const round = await ports.rounds.find(TENANT, REF.round);
  return round?.result?.reached === true ? round.result.answers : undefined;
};

describe('an erasure', () => {
  test('that comes before the seal is not counted, one that comes after is told so, at every moment', async () => {
    const met = new Set<string>();
    for (let calls = 0; calls < 48; calls += 1) {
      const { ports, people } = await makeWorld();
      ports.clock.set(CLOSES);
      let left = calls;
      let outcome = '';
      // The closing of the round, with an erasure before one of its calls.
      const product = makeProduct(ports, async (_name, call) => {
        left -= 1;
        if (left === -1) {
          const [person] = await ports.people.findMany(people.slice(0, 1));
          outcome = await eraserOf(makeProduct(ports))(present(person, 'person'));
        }
        return call();
      });
      await workMinutes(product, 8);
      met.add(outcome);
      expect([calls, await countOf(product)]).toEqual([calls, outcome === 'open' ? 6 : 7]);
    }
    expect([...met].sort()).toEqual(['none', 'open', 'sealed']);
  });

  test('is finished by the next run, wherever it dies', async () => {
    await assert(
      asyncProperty(nat({ max: 25 }), async (calls) => {
        const { ports, product, people } = await makeWorld();
        const [first] = people;
        const id = idIn(first ?? 'slack:T1:-');
        let left = calls;
        const dying = makeProduct(ports, async (_name, call) => {
          left -= 1;
          if (left === 0) throw new Error('died');
          return call();
        });
        const [person] = await ports.people.findMany(people.slice(0, 1));
        if (person !== undefined) await eraserOf(dying)(person).catch(() => undefined);
        await workMinutes(dying, 2);
        await workMinutes(product, 30);
        expect(await ports.erasures.find(TENANT, id)).toBeUndefined();
        const batch = await ports.batches.find(TENANT, `${REF.round}.0`);
        expect(JSON.stringify(batch)).not.toContain(`:${id}"`);
        ports.clock.set(NEXT - 3_600_000);
        expect(await ports.people.find(person?.person ?? 'slack:T1:-')).toBeUndefined();
      }),
      { numRuns: 25 },
    );
  });
});
