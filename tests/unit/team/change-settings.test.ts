import { describe, expect, test } from '@jest/globals';
import { personRef } from '../../support/builders.ts';
import { makeChangeWorld } from '../../support/change-world.ts';
import { replyLines } from '../../support/said.ts';

const LEAD = personRef('LEAD');

const inLanguage = async (language: 'de' | 'en') => {
  const world = await makeChangeWorld(6);
  await world.ports.people.prefer(LEAD, { language });
  return world;
};

describe('rounds every week that stay open for ten days', () => {
  test.each([
    ['de', 'Wöchentliche Runden können höchstens sieben Tage offen bleiben.'],
    ['en', 'Rounds every week can stay open for seven days at most.'],
  ] as const)('are refused beside what was changed, and nothing changes (%s)', async (language, words) => {
    const world = await inLanguage(language);
    expect(replyLines(await world.change(LEAD, 'settings', { weeks: '1', days: '10' }))).toEqual([
      'field-errors',
      `days: ${words}`,
    ]);
    await world.change(LEAD, 'settings', { days: '10' });
    const before = await world.team();
    expect(replyLines(await world.change(LEAD, 'settings', { weeks: '1' }))).toEqual([
      'field-errors',
      `weeks: ${words}`,
    ]);
    expect(await world.team()).toEqual(before);
    expect(before).toMatchObject({ daysOpen: 10, rhythm: { weeks: 2 } });
  });
});

describe('a question that goes with its pack', () => {
  test.each([
    ['de', 'in jeder Runde „In meinen letzten Schichten konnte ich selbst entscheiden'],
    ['en', 'in every round “In my recent shifts I could decide for myself'],
  ] as const)('is told with it, and does not come back by itself (%s)', async (language, words) => {
    const world = await inLanguage(language);
    await world.change(LEAD, 'settings', { packs: ['home-office'], pinned: 'home-help' });
    expect((await world.team())?.pinned).toBe('home-help');
    await world.change(LEAD, 'settings', { packs: [] });
    expect((await world.team())?.log?.at(-1)?.what).toEqual([
      { kind: 'setting', setting: 'pinned', from: 'home-help', to: 'decide' },
      { kind: 'setting', setting: 'packs', from: 'home-office', to: '' },
    ]);
    expect(replyLines(await world.press(LEAD, 'log')).join(' ')).toContain(words);
    await world.change(LEAD, 'settings', { packs: ['home-office'] });
    expect((await world.team())?.pinned).toBeUndefined();
  });
});
