import { expect, test } from '@jest/globals';
import type { Language } from '../../../src/i18n/language.ts';
import { languageOf } from '../../../src/people/language-of.ts';

type Known = Language | undefined;

test.each<[Known, Known, Known, Language]>([
  ['en', 'de', 'de', 'en'],
  ['de', 'en', 'en', 'de'],
  [undefined, 'de', 'en', 'de'],
  [undefined, 'en', 'de', 'en'],
  [undefined, undefined, 'de', 'de'],
  [undefined, undefined, undefined, 'en'],
])('own %p, team %p, client %p: %p', (own, team, client, expected) => {
  expect(languageOf({ settings: { language: own }, language: client }, team)).toBe(expected);
});
