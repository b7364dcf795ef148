import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { THEMES } from '../../../src/pulse/answers/answer.ts';
import { MARKS, readAnswer } from '../../../src/pulse/answers/read-answer.ts';
import { anItem } from '../../support/builders.ts';
import { formValues } from '../../support/generators.ts';

const ITEMS = [anItem('a'), anItem('b'), anItem('c')];
const COMPLETE = { 'item-a': '1', 'item-b': '5', 'item-c': 'cannot-say' };

describe('reading the form', () => {
  test('takes a mark for every question', () => {
    expect(readAnswer(ITEMS, COMPLETE)).toEqual({
      ok: true,
      value: { marks: { a: 1, b: 5, c: 'cannot-say' } },
    });
  });

  test('takes a comment without the blanks around it', () => {
    expect(readAnswer(ITEMS, { ...COMPLETE, comment: '  Weniger Tickets\n' })).toMatchObject({
      value: { comment: 'Weniger Tickets' },
    });
  });

  test.each(['', '   ', '\n\t'])('takes %p for no comment', (comment) => {
    expect(readAnswer(ITEMS, { ...COMPLETE, comment })).toEqual(readAnswer(ITEMS, COMPLETE));
  });

  test('takes 500 characters and refuses 501', () => {
    expect(readAnswer(ITEMS, { ...COMPLETE, comment: 'ä'.repeat(500) }).ok).toBe(true);
    expect(readAnswer(ITEMS, { ...COMPLETE, comment: `  ${'ä'.repeat(500)}  ` }).ok).toBe(true);
    expect(readAnswer(ITEMS, { ...COMPLETE, comment: 'ä'.repeat(501) })).toEqual({
      ok: false,
      refusal: { code: 'comment-too-long' },
    });
  });

  test('takes a theme in the place of a text, of which nothing is left', () => {
    const typed = { ...COMPLETE, comment: 'Weniger Tickets', appear: 'tools' };
    expect(readAnswer(ITEMS, typed)).toEqual({
      ok: true,
      value: { marks: { a: 1, b: 5, c: 'cannot-say' }, theme: 'tools' },
    });
    expect(readAnswer(ITEMS, { ...typed, comment: 'x'.repeat(501) })).toEqual(readAnswer(ITEMS, typed));
    expect(readAnswer(ITEMS, { ...COMPLETE, appear: 'tools' })).toEqual(readAnswer(ITEMS, typed));
  });

  test('takes a text word for word unless something else was chosen', () => {
    const typed = { ...COMPLETE, comment: 'Weniger Tickets' };
    expect(readAnswer(ITEMS, { ...typed, appear: 'verbatim' })).toEqual(readAnswer(ITEMS, typed));
    expect(readAnswer(ITEMS, { ...COMPLETE, appear: 'verbatim' })).toEqual(readAnswer(ITEMS, COMPLETE));
  });

  test.each(['', 'theme', ['tools'], '__proto__'])('refuses %p as a way to appear', (appear) => {
    expect(readAnswer(ITEMS, { ...COMPLETE, comment: 'x', appear })).toEqual({
      ok: false,
      refusal: { code: 'choice-invalid', field: 'appear' },
    });
  });

  test('names every field without a mark', () => {
    expect(readAnswer(ITEMS, { 'item-b': '3' })).toEqual({
      ok: false,
      refusal: { code: 'mark-missing', fields: ['item-a', 'item-c'] },
    });
  });

  test.each(['0', '6', '1.0', ' 1', 'one', ''])('takes %p for no mark', (mark) => {
    expect(readAnswer(ITEMS, { ...COMPLETE, 'item-a': mark })).toEqual({
      ok: false,
      refusal: { code: 'mark-missing', fields: ['item-a'] },
    });
  });

  test('takes a list for no mark and for no comment', () => {
    expect(readAnswer(ITEMS, { ...COMPLETE, 'item-a': ['1'] }).ok).toBe(false);
    expect(readAnswer(ITEMS, { ...COMPLETE, comment: ['secret'] })).toEqual(readAnswer(ITEMS, COMPLETE));
  });

  test('keeps nothing that was not asked', () => {
    expect(readAnswer(ITEMS, { ...COMPLETE, 'item-z': '1', when: 'now' })).toEqual(
      readAnswer(ITEMS, COMPLETE),
    );
  });

  test('never throws, and lets nothing pass but a mark for each question', () => {
    const names = ['item-a', 'item-b', 'item-c', 'comment', 'appear', '__proto__', 'constructor'];
    const likely = ['1', '2', '3', '4', '5', 'cannot-say', 'text', 'x'.repeat(501), 'verbatim', 'tools'];
    const values = formValues(names, likely);
    fc.assert(
      fc.property(values, (given) => {
        const read = readAnswer(ITEMS, given);
        const complete = ['item-a', 'item-b', 'item-c'].every((name) =>
          MARKS.some((mark) => String(mark) === given[name]),
        );
        const long = typeof given['comment'] === 'string' && given['comment'].trim().length > 500;
        const appear = given['appear'] ?? 'verbatim';
        const byTheme = THEMES.some((theme) => theme === appear);
        expect(read.ok).toBe(complete && (byTheme || (appear === 'verbatim' && !long)));
        expect(read.ok && byTheme ? read.value.comment : undefined).toBeUndefined();
        expect(read.ok ? Object.keys(read.value.marks) : ['a', 'b', 'c']).toEqual(['a', 'b', 'c']);
      }),
      { numRuns: 500 },
    );
  });
});
