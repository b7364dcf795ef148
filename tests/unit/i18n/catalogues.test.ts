import { describe, expect, test } from '@jest/globals';
import type { Template } from '../../../src/i18n/catalogue.ts';
import { de } from '../../../src/i18n/de.ts';
import { en } from '../../../src/i18n/en.ts';

const EN: ReadonlyMap<string, Template> = new Map(Object.entries(en));
const DE: ReadonlyMap<string, Template> = new Map(Object.entries(de));
const KEYS = [...EN.keys()];

const forms = (template: Template | undefined): readonly string[] => {
  if (template === undefined) return [];
  return typeof template === 'string' ? [template] : [template.one, template.other];
};

const both = (key: string): readonly string[] => [...forms(EN.get(key)), ...forms(DE.get(key))];

const placeholders = (form: string): readonly string[] => [...new Set(form.match(/\{[^}]*\}/g))].sort();

const keysWith = (pattern: RegExp): readonly string[] =>
  KEYS.filter((key) => both(key).some((form) => pattern.test(form)));

/** Figures and the names of the languages, each in its own. */
const SAME_IN_BOTH = [
  'mark.2',
  'mark.3',
  'mark.4',
  'language.de',
  'language.en',
  'setup.admins-are',
  'admins.field',
  'export.team',
  'changed.now',
  'log.entry',
  'pause.title',
  'way.pause',
];

describe('the two catalogues', () => {
  test('have the same keys', () => {
    expect([...DE.keys()].sort()).toEqual([...KEYS].sort());
  });

  test.each(KEYS)('fill the same values into %s', (key) => {
    const [first = '', ...others] = both(key);
    expect(forms(DE.get(key))).toHaveLength(forms(EN.get(key)).length);
    for (const other of others) expect(placeholders(other)).toEqual(placeholders(first));
  });

  test('differ wherever words do', () => {
    const same = KEYS.filter((key) => forms(DE.get(key)).some((form) => forms(EN.get(key)).includes(form)));
    expect(same).toEqual(SAME_IN_BOTH);
  });

  test('say something under every key', () => {
    expect(KEYS.filter((key) => both(key).some((form) => form.trim() === ''))).toEqual([]);
  });

  test('hold no markup', () => {
    expect(keysWith(/[*_`~]|<[@#!]|<https?:|&(amp|lt|gt);/)).toEqual([]);
  });

  test('name a value only as the code fills it in', () => {
    expect(keysWith(/\{(?![a-z-]+\})|(?<!\{[a-z-]+)\}/)).toEqual([]);
  });
});

describe('promises', () => {
  test('say anonymous only of the closed round, and of what it needs', () => {
    expect(keysWith(/anonym/i)).toEqual([
      'protection.closed-word',
      'sheet.answers-text',
      'roster.too-few',
      'refusal.too-few',
      'too-few.nobody',
    ]);
  });

  test('say confidential only of the open round', () => {
    expect(keysWith(/vertraulich|confidential/i)).toEqual(['protection.open-word', 'sheet.answers-text']);
  });

  test('never speak of a survey, a score or a rate', () => {
    expect(keysWith(/umfrage|befragung|survey|quote\b|score|maßnahme|vorgesetzt|genehmig/i)).toEqual([]);
  });

  test('say du', () => {
    const german = KEYS.filter((key) =>
      forms(DE.get(key)).some((form) => /\b(Ihnen|Ihre?[nmrs]?)\b/.test(form)),
    );
    // "Ihr" begins a sentence to the whole team.
    expect(german).toEqual(['result.all-alike', 'refusal.too-few']);
  });
});
