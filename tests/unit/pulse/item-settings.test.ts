import { describe, expect, test } from '@jest/globals';
import { voice } from '../../../src/i18n/translate.ts';
import { packsField, pinnedField } from '../../../src/pulse/items/item-settings.ts';

describe('the fields for the questions of a team', () => {
  test('offer every question it can be asked, in the language of who chooses', () => {
    const field = pinnedField(voice('en'), {});
    expect(field).toMatchObject({
      kind: 'choice',
      name: 'pinned',
      label: 'Which question comes every time?',
      hint: 'With the same question you see whether something changes.',
      shown: 'menu',
      value: 'decide',
    });
    const labels = field.kind === 'choice' ? field.options.map(({ label }) => label) : [];
    expect(labels).toHaveLength(11);
    expect(labels).toContain('I can ask my team for help without hesitating.');
  });

  test('offer the questions about home to a team that took them', () => {
    const field = pinnedField(voice('de'), { packs: ['starter', 'home-office'], pinned: 'home-rules' });
    expect(field).toMatchObject({ value: 'home-rules' });
    expect(field.kind === 'choice' ? field.options : []).toContainEqual({
      value: 'home-rules',
      label: 'Ich weiß, was im Homeoffice erlaubt ist.',
    });
  });

  test('tick the packs that a team took', () => {
    expect(packsField(voice('de'), {})).toEqual({
      kind: 'choices',
      name: 'packs',
      label: 'Welche Fragen kommen dazu?',
      options: [{ value: 'home-office', label: 'Homeoffice, höchstens eine pro Runde' }],
      value: [],
    });
    expect(packsField(voice('en'), { packs: ['starter', 'home-office'] })).toMatchObject({
      value: ['home-office'],
    });
  });
});
