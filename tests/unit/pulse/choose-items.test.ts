import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { chooseItems } from '../../../src/pulse/choose-items.ts';
import { STARTER_PACK } from '../../../src/pulse/pack.ts';

const axisOf = (id: string): string | undefined => STARTER_PACK.find((item) => item.id === id)?.axis;

/** The ids of each of `rounds` rounds of one team, and how often each item was asked by the end. */
const rotation = (rounds: number) => {
  const asked = new Map<string, number>();
  const history = Array.from({ length: rounds }, () => {
    const ids = chooseItems(STARTER_PACK, Object.fromEntries(asked)).map(({ id }) => id);
    for (const id of ids) asked.set(id, (asked.get(id) ?? 0) + 1);
    return ids;
  });
  return { history, asked };
};

const distanceOf = (counts: readonly number[]): number => Math.max(...counts) - Math.min(...counts);

describe('the questions of a round', () => {
  test('begin with the first of each of three axes', () => {
    expect(chooseItems(STARTER_PACK, {}).map(({ id }) => id)).toEqual(['decide', 'learn', 'useful']);
  });

  test('are kept with their words and version, without the pack’s own notes', () => {
    expect(chooseItems(STARTER_PACK, {})[0]).toEqual({
      id: 'decide',
      version: 1,
      texts: {
        de: 'In meinen letzten Schichten konnte ich selbst entscheiden, wie ich Kundinnen und Kunden helfe.',
        en: 'In my recent shifts I could decide for myself how to help customers.',
      },
    });
  });

  test('are three of three axes, whatever was asked before', () => {
    const asked = fc.dictionary(fc.constantFrom(...STARTER_PACK.map(({ id }) => id)), fc.nat(40));
    fc.assert(
      fc.property(asked, (before) => {
        const axes = chooseItems(STARTER_PACK, before).map(({ id }) => axisOf(id));
        expect(axes).toHaveLength(3);
        expect(new Set(axes).size).toBe(3);
      }),
    );
  });

  test('take the least-asked question of every axis they touch', () => {
    const asked = { decide: 2, change: 1, learn: 3, knowledge: 3, tools: 2, useful: 9, mistake: 9 };
    expect(chooseItems(STARTER_PACK, { ...asked, 'ask-help': 0 }).map(({ id }) => id)).toEqual([
      'workload',
      'handover',
      'signal',
    ]);
    expect(
      chooseItems(STARTER_PACK, { ...asked, 'ask-help': 9, workload: 9, handover: 9, signal: 9 }).map(
        ({ id }) => id,
      ),
    ).toEqual(['change', 'tools', 'useful']);
  });
});

describe('over forty rounds of a team', () => {
  test('every question is asked, and none twice running', () => {
    const { history, asked } = rotation(40);
    expect([...asked.keys()].sort()).toEqual(STARTER_PACK.map(({ id }) => id).sort());
    const repeated = history.slice(1).filter((ids, round) => ids.some((id) => history[round]?.includes(id)));
    expect(repeated).toEqual([]);
  });

  test.each(Array.from({ length: 40 }, (_, index) => index + 1))(
    'after round %i questions of one axis differ by one at most, all of them by two',
    (rounds) => {
      const { asked } = rotation(rounds);
      const counts = (axis?: string): readonly number[] =>
        STARTER_PACK.filter((item) => axis === undefined || item.axis === axis).map(
          ({ id }) => asked.get(id) ?? 0,
        );
      for (const axis of new Set(STARTER_PACK.map((item) => item.axis))) {
        expect(distanceOf(counts(axis))).toBeLessThanOrEqual(1);
      }
      expect(distanceOf(counts())).toBeLessThanOrEqual(2);
    },
  );
});

describe('the starter pack', () => {
  test('has every question once, in both languages', () => {
    expect(new Set(STARTER_PACK.map(({ id }) => id)).size).toBe(STARTER_PACK.length);
    for (const { texts } of STARTER_PACK) {
      expect(texts.de).not.toBe('');
      expect(texts.en).not.toBe('');
      expect(texts.de).not.toBe(texts.en);
    }
  });

  test('asks for no other span of time than recent shifts', () => {
    for (const { texts } of STARTER_PACK) {
      expect(texts.de).not.toMatch(/Woche|heute|gestern/);
      expect(texts.en).not.toMatch(/week|today|yesterday/);
    }
  });
});
