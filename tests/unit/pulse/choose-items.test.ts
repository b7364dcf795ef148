import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Texts } from '../../../src/pulse/answers/answer.ts';
import { chooseItems } from '../../../src/pulse/items/choose-items.ts';
import { PROMPTS, STARTER_PACK } from '../../../src/pulse/items/pack.ts';
import { DEFAULT_PINNED, itemsOf, pinnedOf, promptOf } from '../../../src/pulse/items/packs.ts';
import type { PackItem } from '../../../src/pulse/items/pack.ts';
import { spread } from '../../../src/shared/hash.ts';

const ALL = itemsOf({ packs: ['starter', 'home-office'] });
const idsOf = (items: readonly { readonly id: string }[]): readonly string[] => items.map(({ id }) => id);
const axisOf = (id: string): string | undefined => ALL.find((item) => item.id === id)?.axis;

/** The ids of each of `rounds` rounds of one team, and how often each item was asked by the end. */
const rotation = (rounds: number, pack: readonly PackItem[] = STARTER_PACK, pinned = DEFAULT_PINNED) => {
  const asked = new Map<string, number>();
  const history = Array.from({ length: rounds }, () => {
    const ids = idsOf(chooseItems(pack, pinned, Object.fromEntries(asked)));
    for (const id of ids) asked.set(id, (asked.get(id) ?? 0) + 1);
    return ids;
  });
  return { history, asked };
};

const distanceOf = (counts: readonly number[]): number => Math.max(...counts) - Math.min(...counts);

const printOf = ({ de, en }: Texts): string =>
  spread(`${de}/${en}`, 2 ** 32)
    .toString(16)
    .padStart(8, '0');

const anyPinned = fc.constantFrom(...idsOf(ALL));

describe('the questions of a round', () => {
  test('begin with the pinned one, then with the first of two other axes', () => {
    expect(idsOf(chooseItems(STARTER_PACK, 'decide', {}))).toEqual(['decide', 'learn', 'useful']);
    expect(idsOf(chooseItems(STARTER_PACK, 'mistake', {}))).toEqual(['mistake', 'decide', 'learn']);
  });

  test('are kept with their words and version, without the pack’s own notes', () => {
    expect(chooseItems(STARTER_PACK, 'decide', {})[0]).toEqual({
      id: 'decide',
      version: 1,
      texts: {
        de: 'In meinen letzten Schichten konnte ich selbst entscheiden, wie ich Kundinnen und Kunden helfe.',
        en: 'In my recent shifts I could decide for myself how to help customers.',
      },
    });
  });

  test('are three, the pinned one first, the others of two axes, whatever was asked before', () => {
    const asked = fc.dictionary(fc.constantFrom(...idsOf(ALL)), fc.nat(40));
    fc.assert(
      fc.property(asked, anyPinned, (before, pinned) => {
        const [first, ...others] = idsOf(chooseItems(ALL, pinned, before));
        expect(first).toBe(pinned);
        expect(others).toHaveLength(2);
        expect(others).not.toContain(pinned);
        expect(new Set(others.map(axisOf)).size).toBe(2);
      }),
    );
  });

  test('take the least-asked question of every axis they touch', () => {
    const asked = { decide: 2, change: 1, learn: 3, knowledge: 3, tools: 2, useful: 9, mistake: 9 };
    expect(idsOf(chooseItems(STARTER_PACK, 'decide', { ...asked, 'ask-help': 0 }))).toEqual([
      'decide',
      'workload',
      'handover',
    ]);
    expect(
      idsOf(
        chooseItems(STARTER_PACK, 'decide', {
          ...asked,
          'ask-help': 9,
          workload: 9,
          handover: 9,
          signal: 9,
        }),
      ),
    ).toEqual(['decide', 'change', 'tools']);
  });
});

describe('over forty rounds of a team', () => {
  test.each([
    ['the starter pack', STARTER_PACK, DEFAULT_PINNED],
    ['both packs', ALL, DEFAULT_PINNED],
    ['both packs and a pinned question of the second', ALL, 'home-help'],
  ])(
    'with %s the pinned one comes every time, every other one too, and none twice running',
    (_, pack, pinned) => {
      const { history, asked } = rotation(40, pack, pinned);
      expect(history.every(([first]) => first === pinned)).toBe(true);
      expect([...asked.keys()].sort()).toEqual([...idsOf(pack)].sort());
      const repeated = history
        .slice(1)
        .filter((ids, round) => ids.slice(1).some((id) => history[round]?.includes(id)));
      expect(repeated).toEqual([]);
    },
  );

  test.each(Array.from({ length: 40 }, (_, index) => index + 1))(
    'after round %i the rotating questions of one axis differ by one at most, all of them by two',
    (rounds) => {
      const { asked } = rotation(rounds);
      const rotating = STARTER_PACK.filter(({ id }) => id !== DEFAULT_PINNED);
      const counts = (axis?: string): readonly number[] =>
        rotating
          .filter((item) => axis === undefined || item.axis === axis)
          .map(({ id }) => asked.get(id) ?? 0);
      for (const axis of new Set(rotating.map((item) => item.axis))) {
        expect(distanceOf(counts(axis))).toBeLessThanOrEqual(1);
      }
      expect(distanceOf(counts())).toBeLessThanOrEqual(2);
    },
  );

  test('no round asks two questions about home', () => {
    const { history } = rotation(40, ALL);
    expect(history.filter((ids) => ids.filter((id) => axisOf(id) === 'home').length > 1)).toEqual([]);
  });
});

describe('what a team chose', () => {
  test('is the starter pack and the default question until it changes them', () => {
    expect(itemsOf({})).toEqual(STARTER_PACK);
    expect(itemsOf({ packs: ['starter'] })).toEqual(STARTER_PACK);
    expect(pinnedOf({})).toBe('decide');
    expect(idsOf(STARTER_PACK)).toContain(DEFAULT_PINNED);
  });

  test('gives way to the default where its question is not asked any more', () => {
    expect(pinnedOf({ pinned: 'mistake' })).toBe('mistake');
    expect(pinnedOf({ pinned: 'home-help' })).toBe('decide');
    expect(pinnedOf({ pinned: 'home-help', packs: ['starter', 'home-office'] })).toBe('home-help');
    expect(pinnedOf({ pinned: 'gone' })).toBe('decide');
  });
});

describe('the text of a round', () => {
  test('asks in turn what to try and what a customer said', () => {
    expect([1, 2, 3, 4].map(promptOf)).toEqual([PROMPTS[0], PROMPTS[1], PROMPTS[0], PROMPTS[1]]);
    expect(promptOf(2)).toEqual({
      de: 'Was hat dir ein Kunde zuletzt gesagt, das alle wissen sollten?',
      en: 'What did a customer tell you lately that everyone should know?',
    });
  });
});

describe('the packs', () => {
  test('has every question once, in both languages', () => {
    expect(new Set(ALL.map(({ id }) => id)).size).toBe(ALL.length);
    for (const { texts } of ALL) {
      expect(texts.de).not.toBe('');
      expect(texts.en).not.toBe('');
      expect(texts.de).not.toBe(texts.en);
    }
  });

  test('asks for no other span of time than recent shifts', () => {
    for (const { texts } of ALL) {
      expect(texts.de).not.toMatch(/Woche|heute|gestern/);
      expect(texts.en).not.toMatch(/week|today|yesterday/);
    }
  });

  /**
   * Every text that was ever asked, by question and version. A change of words without a new version would let two
   * different questions pass for one: raise the version in the pack, then add a line here.
   */
  const ASKED = new Map([
    ['decide 1', 'be3c0864'],
    ['change 1', 'd19e2c91'],
    ['learn 1', '87203443'],
    ['knowledge 1', 'b423ab1e'],
    ['tools 1', '8efe2803'],
    ['useful 1', 'dc9abec8'],
    ['mistake 1', '8663f6cc'],
    ['ask-help 1', 'e9a6c2c9'],
    ['workload 1', '772b37fd'],
    ['handover 1', '9eba9d2f'],
    ['signal 1', 'e5d4e0d6'],
    ['home-help 1', '492c2255'],
    ['home-rules 1', 'c85d1e9b'],
    ['home-belong 1', 'd042570d'],
  ]);

  test('raise a question’s version with every change of its words', () => {
    const prints = ALL.map(({ id, version, texts }) => [`${id} ${version}`, printOf(texts)] as const);
    expect(prints.map(([name]) => name).filter((name) => !ASKED.has(name))).toEqual([]);
    expect(prints.filter(([name, print]) => ASKED.get(name) !== print)).toEqual([]);
  });
});
