import { describe, expect, test } from '@jest/globals';
import type { PersonRef } from '../../../src/chat/identity.ts';
import { makeFreezeRoster } from '../../../src/pulse/roster/freeze-roster.ts';
import { ok, refuse } from '../../../src/shared/result.ts';
import { aRound, CLOSES, OPENS, personRef, TENANT, utc } from '../../support/builders.ts';
import { crashEverywhere } from '../../support/intercept.ts';
import { led, makeMemoryPorts } from '../../support/memory-world.ts';
import type { Around } from '../../support/intercept.ts';

const people = (count: number, from = 0): readonly PersonRef[] =>
  Array.from({ length: count }, (_, index) => personRef(`P${String(from + index).padStart(5, '0')}`));

const makeWorld = (around?: Around) => {
  const ports = makeMemoryPorts(OPENS);
  const freeze = makeFreezeRoster(around === undefined ? ports : led(ports, around));
  const stored = async (): Promise<readonly (readonly PersonRef[])[]> => {
    const pages: (readonly PersonRef[])[] = [];
    for (let page = 0; ; page += 1) {
      const batch = await ports.batches.find(TENANT, `C1-1.${page}`);
      if (batch === undefined) return pages;
      pages.push(batch.people);
    }
  };
  return {
    ports,
    stored,
    freeze: (roster: readonly PersonRef[]) => freeze(aRound(), undefined, async () => ok(roster)),
    freezeRefused: () => freeze(aRound(), undefined, async () => refuse({ code: 'too-small', size: 4 })),
  };
};

const twice = (roster: readonly PersonRef[]): number => roster.length - new Set(roster).size;

describe('freezing the roster', () => {
  test('stores it once, due when the round opens', async () => {
    const { ports, freeze } = makeWorld();
    expect(await freeze(people(6))).toEqual({ ok: true, value: people(6) });
    expect(await ports.batches.find(TENANT, 'C1-1.0')).toEqual({
      tenant: TENANT,
      id: 'C1-1.0',
      version: 1,
      history: [{ command: 'open/C1-1.0', what: 'frozen' }],
      outbox: [],
      due: OPENS,
      round: 'C1-1',
      people: people(6),
      last: true,
      closesAt: CLOSES,
      forgetAt: utc('2027-03-20T11:07:00Z'),
    });
  });

  test.each([
    [5, [5]],
    [250, [250]],
    [251, [250, 1]],
    [600, [250, 250, 100]],
  ])('of %i people makes pages of %p', async (count, sizes) => {
    const { freeze, stored } = makeWorld();
    await freeze(people(count));
    expect((await stored()).map(({ length }) => length)).toEqual(sizes);
  });

  test('keeps what was frozen, whoever joins or leaves', async () => {
    const { freeze, freezeRefused } = makeWorld();
    await freeze(people(6));
    expect(await freeze(people(9, 3))).toEqual({ ok: true, value: people(6) });
    expect(await freezeRefused()).toEqual({ ok: true, value: people(6) });
  });

  test('stores nothing when there is no roster', async () => {
    const { freezeRefused, stored } = makeWorld();
    expect(await freezeRefused()).toEqual({ ok: false, refusal: { code: 'too-small', size: 4 } });
    expect(await stored()).toEqual([]);
  });

  test.each([
    ['somebody joined in front', people(600, -1)],
    ['somebody left', people(598, 2)],
    ['nobody else is left', people(250)],
    ['all but the last page left', people(5, 594)],
  ])('goes on after a crash at any call when %s', async (_, now) => {
    const crashes = await crashEverywhere(async (crash) => {
      const { freeze, stored } = makeWorld(crash.around);
      await freeze(people(600)).catch(() => undefined);
      crash.restart();
      const before = (await stored()).flat();

      const frozen = await freeze(now);
      const kept = (await stored()).flat();
      expect(frozen).toEqual({ ok: true, value: kept });
      expect(twice(kept)).toBe(0);
      expect(kept.slice(0, before.length)).toEqual(before);
      expect(new Set(kept)).toEqual(new Set(before.length === 600 ? before : [...before, ...now]));
      expect(await freeze(people(3))).toEqual(frozen);
    });
    expect(crashes).toBe(20);
  });

  test('by two openers who see different people ends as one roster for both', async () => {
    const { freeze, stored } = makeWorld();
    const [one, other] = await Promise.all([freeze(people(300)), freeze(people(300, 1))]);
    expect(one).toEqual(other);
    expect(one).toEqual({ ok: true, value: (await stored()).flat() });
    expect(twice((await stored()).flat())).toBe(0);
  });
});
