import { describe, expect, test } from '@jest/globals';
import { plain } from '../../../src/chat/text.ts';
import type { Mark } from '../../../src/pulse/answers/answer.ts';
import { textsOf } from '../../support/comment-texts.ts';
import { CLOSES, EXTENDED, HOME, OPENS, personRef, TENANT, utc } from '../../support/builders.ts';
import { crashEverywhere, makeRecorder } from '../../support/intercept.ts';
import type { Around } from '../../support/intercept.ts';
import { dumpState, dumpVault } from '../../support/memory-dump.ts';
import { makeProduct, workMinutes, workUntilQuiet } from '../../support/memory-world.ts';
import { formOf, openRound, playOut } from '../../support/open-round.ts';
import type { OpenRound } from '../../support/open-round.ts';

/** What six people say; two of them write. */
const SAID: readonly (readonly [readonly [Mark, Mark, Mark], string?])[] = [
  [[1, 4, 5], 'Weniger Tickets'],
  [[2, 4, 5], 'Mehr Pausen'],
  [[4, 4, 'cannot-say']],
  [[4, 5, 'cannot-say']],
  [[5, 5, 3]],
  [[5, 5, 2]],
];

const answerAll = async ({ answer, asked }: OpenRound, said = SAID): Promise<void> => {
  for (const [index, [marks, comment]] of said.entries()) {
    await answer(asked[index] ?? personRef('P1'), formOf(marks, comment));
  }
};

/** The closed round and what was said in the chat after the asks. */
const published = ({ ports }: OpenRound) =>
  ports.gateway
    .posted()
    .map(({ to, card }) => [to, plain(card.title)])
    .filter(([, title]) => title?.startsWith('Drei Fragen') === false);

const EMPTIED = { head: undefined, asks: 0, isEmpty: true };

describe('closing a round', () => {
  test('counts, publishes to the team, and then to its leads', async () => {
    const world = await openRound(6);
    await answerAll(world);
    world.ports.clock.set(CLOSES);
    await workUntilQuiet(world.product);
    expect(await world.round()).toMatchObject({
      state: 'closed',
      result: {
        reached: true,
        answers: 6,
        items: [
          { item: 'decide', enough: true, wording: 'most' },
          { item: 'learn', enough: true, wording: 'alike' },
          { item: 'useful', enough: false },
        ],
        commentPages: 1,
      },
    });
    expect(published(world)).toEqual([
      [
        HOME,
        '6 Antworten. Redet zuerst hierüber: „In meinen letzten Schichten konnte ich selbst entscheiden, wie ich Kundinnen und Kunden helfe.“',
      ],
      [
        personRef('LEAD'),
        'Dein Team hat gerade das Ergebnis bekommen: zum Ergebnis. Du siehst genau dasselbe.',
      ],
    ]);
    const page = textsOf(await world.ports.comments.page(world.ref, 0));
    expect([...page].sort()).toEqual(['Mehr Pausen', 'Weniger Tickets']);
  });

  test('destroys the key and every answer, and is not due again', async () => {
    const world = await openRound(6);
    await answerAll(world);
    world.ports.clock.set(CLOSES);
    await workUntilQuiet(world.product);
    expect(await dumpVault(world.ports, 'C1-1')).toMatchObject(EMPTIED);
    const { slots } = await world.ports.vault.slots(world.ref);
    expect(slots.filter(({ answer }) => answer !== undefined)).toEqual([]);
    expect((await world.round())?.due).toBeUndefined();
    expect(await world.answer(personRef('P1'), formOf([1, 1, 1]))).toMatchObject({
      refusal: { code: 'round-closed-next' },
    });
  });

  test('below five answers keeps no number and no comment, and tells the team', async () => {
    const world = await openRound(6);
    await answerAll(world, SAID.slice(0, 4));
    await playOut(world);
    expect(await world.round()).toMatchObject({ state: 'closed', result: { reached: false } });
    expect(Object.keys((await world.round())?.result ?? {})).toEqual(['reached']);
    expect(await world.ports.comments.page(world.ref, 0)).toBeUndefined();
    expect(published(world)[1]).toEqual([
      HOME,
      'Diesmal waren es weniger als 5 Antworten. Damit kann ich euch nicht schützen, also habe ich sie ungelesen gelöscht.',
    ]);
    expect(await dumpVault(world.ports, 'C1-1')).toMatchObject(EMPTIED);
  });

  test('is the same round for four answers and for none', async () => {
    const closed = async (count: number): Promise<unknown> => {
      const world = await openRound(6);
      await answerAll(world, SAID.slice(0, count));
      await playOut(world);
      return [
        await dumpState(world.ports, { rounds: ['C1-1'], people: world.asked }),
        world.ports.gateway.posted(),
        world.ports.logger.lines(),
      ];
    };
    expect(await closed(4)).toEqual(await closed(0));
  });

  test('happens hours late when the clock is late', async () => {
    const world = await openRound(6);
    await answerAll(world);
    world.ports.clock.set(utc('2026-12-10T19:00:00Z'));
    await workUntilQuiet(world.product);
    expect(await world.round()).toMatchObject({ state: 'closed', closesAt: CLOSES });
  });

  test('does nothing before its time', async () => {
    const world = await openRound(6);
    const { due } = (await world.round()) ?? {};
    world.ports.clock.set((due ?? 0) - 1);
    await world.product.runJob(world.job);
    expect(await world.round()).toMatchObject({ state: 'open', version: 1 });
  });

  test('of hundreds of people counts every page of slots, and pages the comments', async () => {
    const world = await openRound(450);
    for (const [index, person] of world.asked.entries()) {
      await world.answer(
        person,
        formOf([index < 200 ? 1 : 5, 1, 5], index < 120 ? `text ${index}` : undefined),
      );
    }
    world.ports.clock.set(CLOSES);
    await workUntilQuiet(world.product);
    expect(await world.round()).toMatchObject({
      state: 'closed',
      result: { answers: 450, items: [{ counts: [200, 0, 0, 0, 250] }, {}, {}], commentPages: 3 },
    });
    const pages = await Promise.all([0, 1, 2, 3].map((page) => world.ports.comments.page(world.ref, page)));
    expect(pages.map((page) => page?.length)).toEqual([50, 50, 20, undefined]);
    expect(new Set(pages.flatMap(textsOf)).size).toBe(120);
    expect(new Set(pages.flatMap((page) => page ?? []).map(({ id }) => id)).size).toBe(120);
    expect(await dumpVault(world.ports, 'C1-1')).toMatchObject(EMPTIED);
  });

  test('names the comments the same in every run of a closer, whatever chance does', async () => {
    const pageOf = async (filler: number) => {
      const world = await openRound(6);
      await answerAll(world);
      const keys = { ...world.ports.keys, newKey: () => new Uint8Array(32).fill(filler) };
      world.ports.clock.set(CLOSES);
      await workUntilQuiet(makeProduct({ ...world.ports, keys }));
      return world.ports.comments.page(world.ref, 0);
    };
    const page = await pageOf(1);
    expect(page).toHaveLength(2);
    expect(await pageOf(2)).toEqual(page);
  });

  test('shuffles the comments: neither in the order of the roster nor of the slots', async () => {
    const world = await openRound(30);
    for (const [index, person] of world.asked.entries()) {
      await world.answer(person, formOf([3, 3, 3], `text ${index}`));
    }
    const key = new Uint8Array(32).fill(7);
    const bySlot = world.asked
      .map((person, index) => ({ slot: world.ports.keys.slotOf(key, person), text: `text ${index}` }))
      .sort((a, b) => (a.slot < b.slot ? -1 : 1))
      .map(({ text }) => text);
    world.ports.clock.set(CLOSES);
    await workUntilQuiet(world.product);
    const page = textsOf(await world.ports.comments.page(world.ref, 0));
    expect([...page].sort()).toEqual([...bySlot].sort());
    expect(page).not.toEqual(bySlot);
    expect(page).not.toEqual(world.asked.map((_, index) => `text ${index}`));
  });
});

describe('a removed app', () => {
  test('destroys the answers unread and publishes nothing', async () => {
    const { around, calls } = makeRecorder();
    const world = await openRound(6, { around });
    await answerAll(world);
    await world.ports.tenants.removed(TENANT, OPENS + 1000);
    world.ports.clock.set(CLOSES);
    await workUntilQuiet(world.product);
    expect(await world.round()).toMatchObject({ state: 'closed', result: { reached: false } });
    expect(published(world)).toEqual([]);
    expect(await world.ports.comments.page(world.ref, 0)).toBeUndefined();
    expect(calls).not.toContain('vault.slots');
    expect(await dumpVault(world.ports, 'C1-1')).toMatchObject(EMPTIED);
  });

  test('that comes back is told nothing of what it missed', async () => {
    const world = await openRound(6);
    await answerAll(world);
    await world.ports.tenants.removed(TENANT, OPENS + 1000);
    world.ports.clock.set(CLOSES);
    await workUntilQuiet(world.product);
    expect(await world.round()).toMatchObject({ withheld: true });
    await world.ports.tenants.installed(TENANT, CLOSES + 1000);
    await workMinutes(world.product, 5);
    expect(published(world)).toEqual([]);
  });

  test('publishes nothing when it comes back between counting and closing', async () => {
    const world = await openRound(6, {
      around: async (name, apply) => {
        if (name === 'vault.destroyKey') await world.ports.tenants.installed(TENANT, CLOSES);
        return apply();
      },
    });
    await answerAll(world);
    await world.ports.tenants.removed(TENANT, OPENS + 1000);
    world.ports.clock.set(CLOSES);
    await workUntilQuiet(world.product);
    expect(await world.ports.tenants.isActive(TENANT)).toBe(true);
    expect(await world.round()).toMatchObject({ state: 'closed', withheld: true });
    expect(published(world)).toEqual([]);
  });

  test('publishes nothing when it is removed after counting', async () => {
    const world = await openRound(6, {
      around: async (name, apply) => {
        if (name === 'vault.destroyKey') await world.ports.tenants.removed(TENANT, CLOSES);
        return apply();
      },
    });
    await answerAll(world);
    world.ports.clock.set(CLOSES);
    await workUntilQuiet(world.product);
    expect(await world.round()).toMatchObject({ state: 'closed', outbox: [] });
    expect(published(world)).toEqual([]);
    expect(await dumpVault(world.ports, 'C1-1')).toMatchObject(EMPTIED);
  });
});

describe('a vault that was lost', () => {
  test('is told to the team, once, and the round is closed', async () => {
    const world = await openRound(6);
    await answerAll(world);
    await world.ports.vault.destroyKey(world.ref);
    world.ports.clock.set(CLOSES);
    await workUntilQuiet(world.product);
    expect(await world.round()).toMatchObject({ state: 'closed', result: { reached: false, lost: true } });
    expect(published(world)).toEqual([
      [
        HOME,
        'Diese Runde ist verloren: Der Speicher mit den offenen Antworten ist ausgefallen, bevor ich zählen konnte.',
      ],
      [
        personRef('LEAD'),
        'Das hat dein Team gerade gelesen: im Kanal ansehen. Mehr gibt es nicht, auch nicht für dich.',
      ],
    ]);
    expect(await dumpVault(world.ports, 'C1-1')).toMatchObject(EMPTIED);
  });
});

describe('a vault that lost some slots', () => {
  test.each([6, 210])('of %i people is told as lost, whatever the other slots hold', async (people) => {
    const world = await openRound(people);
    await answerAll(world);
    const slots: typeof world.ports.vault.slots = async (ref, next) => {
      const page = await world.ports.vault.slots(ref, next);
      return page.next === undefined ? { slots: page.slots.slice(1) } : page;
    };
    const product = makeProduct({ ...world.ports, vault: { ...world.ports.vault, slots } });
    world.ports.clock.set(CLOSES);
    await workUntilQuiet(product);
    expect(await world.round()).toMatchObject({ state: 'closed', result: { reached: false, lost: true } });
    expect(published(world)[0]?.[1]).toMatch(/^Diese Runde ist verloren/);
    expect(await world.ports.comments.page(world.ref, 0)).toBeUndefined();
    expect(await dumpVault(world.ports, 'C1-1')).toMatchObject(EMPTIED);
  });
});

describe('a crash at any call', () => {
  const ended = async (world: OpenRound): Promise<unknown> => [
    await dumpState(world.ports, { rounds: ['C1-1'], people: [...world.asked, personRef('LEAD')] }),
    world.ports.gateway.posted(),
  ];

  test.each([
    ['six answers', SAID.length, CLOSES],
    ['four answers', 4, EXTENDED],
  ])('of the closer ends the same with %s: counted once, emptied, published once', async (_, count, end) => {
    /** Extended before where too few have answered; nothing dies there. */
    const upToTheEnd = async (around?: Around): Promise<OpenRound> => {
      const world = await openRound(6, around === undefined ? {} : { around });
      await answerAll(world, SAID.slice(0, count));
      world.ports.clock.set(CLOSES);
      if (end !== CLOSES) await workMinutes(makeProduct(world.ports), 5);
      world.ports.clock.set(end);
      return world;
    };
    const smooth = await upToTheEnd();
    await workMinutes(smooth.product, 5);
    const expected = await ended(smooth);

    const crashes = await crashEverywhere(async (crash) => {
      const world = await upToTheEnd(crash.around);
      await world.product.runJob(world.job).catch(() => undefined);
      crash.restart();
      await workMinutes(world.product, 5);
      expect(await ended(world)).toEqual(expected);
    });
    expect(crashes).toBeGreaterThan(30);
  });

  test('never destroys the key before the result is stored', async () => {
    await crashEverywhere(async (crash) => {
      const world = await openRound(6, { around: crash.around });
      await answerAll(world);
      world.ports.clock.set(CLOSES);
      await world.product.runJob(world.job).catch(() => undefined);
      const round = await world.round();
      const keyIsThere = (await world.ports.vault.head(world.ref)) !== undefined;
      expect(keyIsThere || round?.result !== undefined).toBe(true);
      expect(round?.state === 'closed' ? await world.ports.vault.isEmpty(world.ref) : true).toBe(true);
    });
  });
});
