import * as fc from 'fast-check';
import { expect, test } from '@jest/globals';
import type { CardNode } from '../../../src/chat/card.ts';
import type { Field } from '../../../src/chat/form.ts';
import { text as words } from '../../../src/chat/text.ts';
import { InvariantError } from '../../../src/shared/errors.ts';
import { renderHome } from '../../../adapters/slack/home.ts';
import { renderMessage } from '../../../adapters/slack/render-card.ts';
import { renderForm } from '../../../adapters/slack/render-form.ts';
import { renderCardAsNotice, renderNotice } from '../../../adapters/slack/render-notice.ts';
import { shorten, shortenText } from '../../../adapters/slack/shorten.ts';
import * as arbitrary from './support/arbitraries.ts';
import { checkBlocks, checkView } from '../../../playground/slack/blocks/check.ts';
import { faultsInMessage, faultsInView } from './support/slack-limits.ts';

const paragraphs = (count: number, length: number): CardNode[] =>
  Array.from({ length: count }, () => ({ kind: 'paragraph', text: [words('ü'.repeat(length))] }));

test('every card is a message that Slack takes', () => {
  fc.assert(
    fc.property(arbitrary.card, (card) => {
      expect(faultsInMessage(renderMessage(card))).toEqual([]);
    }),
  );
});

test('every card is a home tab and a dialog that Slack takes', () => {
  fc.assert(
    fc.property(arbitrary.card, (card) => {
      expect(faultsInView(renderHome(card))).toEqual([]);
      expect(faultsInView(renderCardAsNotice(card, 'Rahmen'))).toEqual([]);
    }),
  );
});

test('every notice is a dialog that Slack takes', () => {
  fc.assert(
    fc.property(arbitrary.card, arbitrary.words, (card, title) => {
      expect(faultsInView(renderNotice({ title, nodes: card.nodes, close: title }))).toEqual([]);
    }),
  );
});

test('every form is a dialog that Slack takes', () => {
  fc.assert(
    fc.property(arbitrary.form, (form) => {
      expect(faultsInView(renderForm(form, 'a'.repeat(32)))).toEqual([]);
    }),
  );
});

test('the simulated Slack takes them all too', () => {
  fc.assert(
    fc.property(arbitrary.card, arbitrary.form, (card, form) => {
      expect(checkBlocks(renderMessage(card).blocks)).toMatchObject({ ok: true });
      expect(checkView(renderHome(card))).toMatchObject({ ok: true });
      expect(checkView(renderForm(form, 'n'))).toMatchObject({ ok: true });
    }),
  );
});

test('a page of the longest comments fits a dialog uncut', () => {
  const comment = '„Ä“ '.repeat(125);
  const items = Array.from({ length: 50 }, () => [words(comment)]);
  const view = renderNotice({ title: 'Kommentare', nodes: [{ kind: 'list', items }], close: 'Zu' });
  expect(faultsInView(view)).toEqual([]);
  expect(JSON.stringify(view).split(comment)).toHaveLength(51);
});

test('49 long paragraphs become one message, each cut and none left out', () => {
  const { blocks } = renderMessage({ title: [words('t')], nodes: paragraphs(49, 5_000) });
  expect(blocks).toHaveLength(50);
  expect(faultsInMessage({ text: 't', blocks })).toEqual([]);
  expect(JSON.stringify(blocks).split('ü…')).toHaveLength(50);
});

test.each([
  ['a message of 51 blocks', () => renderMessage({ title: [], nodes: paragraphs(50, 1) })],
  ['a view of 101 blocks', () => renderHome({ title: [], nodes: paragraphs(100, 1) })],
])('%s is our bug, and nothing of it is left out', (_name, render) => {
  expect(render).toThrow(InvariantError);
});

const choice: Field = { kind: 'choice', name: 'q', label: 'Q', shown: 'menu', options: [] };
const typed: Field = { kind: 'text', name: 'q', label: 'Q', optional: true, multiline: true, maxLength: 500 };
const options = (count: number) =>
  Array.from({ length: count }, (_, value) => ({ value: `${value}`, label: '?' }));

test.each<readonly [string, readonly Field[]]>([
  ['without options', [choice]],
  ['with 101 options', [{ ...choice, options: options(101) }]],
  [
    'with an option value of 76 characters',
    [{ ...choice, options: [{ value: 'x'.repeat(76), label: '?' }] }],
  ],
  ['with an empty option value', [{ ...choice, options: [{ value: '', label: '?' }] }]],
  ['with a prefill above 3,000', [{ ...typed, value: 'x'.repeat(3_001) }]],
  ['with a field without a name', [{ ...typed, name: '' }]],
  ['with two fields of one name', [typed, { ...choice, options: options(1) }]],
])('a form %s is our bug', (_name, fields) => {
  const form = {
    intent: { kind: 'answer', round: 'r' },
    title: 'T',
    intro: [],
    fields,
    submit: 'S',
    cancel: 'C',
  } as const;
  expect(() => renderForm(form, 'n')).toThrow(InvariantError);
});

test('what is cut is never torn inside a character', () => {
  expect(shorten('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 12)).toBe('👩‍👩‍👧‍👦…');
  expect(shorten('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 11)).toBe('…');
  expect(shorten('ne\u0301e\u0301', 4)).toBe('ne\u0301…');
  expect(shorten('genau', 5)).toBe('genau');
});

test('a cut text begins like the whole, ends with an ellipsis and keeps to its length', () => {
  const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  fc.assert(
    fc.property(arbitrary.words, fc.integer({ min: 1, max: 60 }), (whole, max) => {
      fc.pre(whole.length > max);
      const cut = shorten(whole, max);
      const kept = [...graphemes.segment(cut.slice(0, -1))].map(({ segment }) => segment);
      const all = [...graphemes.segment(whole.slice(0, 200))]
        .slice(0, kept.length)
        .map(({ segment }) => segment);
      expect([cut.length <= max, cut.at(-1), kept]).toEqual([true, '…', all]);
    }),
  );
});

test('of spans the first that does not fit is cut and the rest goes with it', () => {
  const spans = [words('12345'), { kind: 'bold', text: '67890' } as const, words('rest')];
  expect(shortenText(spans, 8)).toEqual([words('12345'), { kind: 'bold', text: '67…' }]);
  expect(shortenText(spans, 5)).toEqual([words('12345'), { kind: 'bold', text: '…' }]);
  expect(shortenText(spans, 14)).toEqual(spans);
});
