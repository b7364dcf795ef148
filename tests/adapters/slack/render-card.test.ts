import { expect, test } from '@jest/globals';
import type { Button, CardNode } from '../../../src/chat/card.ts';
import type { Span } from '../../../src/chat/text.ts';
import { bold, code, mention, text } from '../../../src/chat/text.ts';
import { renderMessage, renderNodes } from '../../../adapters/slack/render-card.ts';

const INSTANT = Date.UTC(2026, 11, 17, 11, 0, 0) + 999;
const section = (...elements: unknown[]) => ({ type: 'rich_text_section', elements });
const richText = (...elements: unknown[]) => ({ type: 'rich_text', elements });
const button = (label: string, round: string, primary?: boolean): Button => ({
  label,
  intent: { kind: 'answer', round },
  ...(primary !== undefined && { primary }),
});

const spans: readonly (readonly [string, Span, unknown])[] = [
  ['text', text('Du'), { type: 'text', text: 'Du' }],
  ['bold', bold('Du'), { type: 'text', text: 'Du', style: { bold: true } }],
  ['code', code('puls'), { type: 'text', text: 'puls', style: { code: true } }],
  ['a mention', mention('slack:T1:U1'), { type: 'user', user_id: 'U1' }],
  [
    'a conversation',
    { kind: 'conversation', conversation: 'slack:T1:C1' },
    { type: 'channel', channel_id: 'C1' },
  ],
  [
    'a link',
    { kind: 'link', text: 'hier', url: 'https://example.org/a?b=1&c=2' },
    { type: 'link', url: 'https://example.org/a?b=1&c=2', text: 'hier' },
  ],
  [
    'a link without words',
    { kind: 'link', text: '', url: 'https://example.org' },
    { type: 'link', url: 'https://example.org' },
  ],
  [
    'a link that is too long',
    { kind: 'link', text: 'hier', url: `https://example.org/${'x'.repeat(3_000)}` },
    { type: 'text', text: 'hier' },
  ],
  [
    'a date',
    { kind: 'time', instant: INSTANT, style: 'date', fallback: '17.12.' },
    { type: 'date', timestamp: 1_797_505_200, format: '{date_long}', fallback: '17.12.' },
  ],
  [
    'a time',
    { kind: 'time', instant: INSTANT, style: 'time', fallback: '12:00' },
    { type: 'date', timestamp: 1_797_505_200, format: '{time}', fallback: '12:00' },
  ],
  [
    'a date and time',
    { kind: 'time', instant: INSTANT, style: 'date-time', fallback: 'Do, 12:00' },
    { type: 'date', timestamp: 1_797_505_200, format: '{date_long}, {time}', fallback: 'Do, 12:00' },
  ],
  [
    'a time without words',
    { kind: 'time', instant: INSTANT, style: 'time', fallback: '' },
    { type: 'date', timestamp: 1_797_505_200, format: '{time}' },
  ],
];

test.each(spans)('%s', (_name, span, element) => {
  expect(renderNodes([{ kind: 'paragraph', text: [span] }])).toEqual([richText(section(element))]);
});

const nodes: readonly (readonly [string, CardNode, unknown[]])[] = [
  [
    'a paragraph',
    { kind: 'paragraph', text: [text('Offen '), text(''), bold('bis')] },
    [
      richText(
        section({ type: 'text', text: 'Offen ' }, { type: 'text', text: 'bis', style: { bold: true } }),
      ),
    ],
  ],
  ['an empty paragraph', { kind: 'paragraph', text: [] }, [richText(section({ type: 'text', text: '…' }))]],
  [
    'facts',
    {
      kind: 'facts',
      facts: [
        { label: [text('Rhythmus')], value: [text('zwei Wochen')] },
        { label: [text('Ab wann?')], value: [mention('slack:T1:U1')] },
      ],
    },
    [
      richText(
        section(
          { type: 'text', text: 'Rhythmus', style: { bold: true } },
          { type: 'text', text: ': ' },
          { type: 'text', text: 'zwei Wochen' },
        ),
        section(
          { type: 'text', text: 'Ab wann?', style: { bold: true } },
          { type: 'text', text: ' ' },
          { type: 'user', user_id: 'U1' },
        ),
      ),
    ],
  ],
  [
    'a list',
    { kind: 'list', items: [[text('eins')], [bold('zwei')]] },
    [
      richText({
        type: 'rich_text_list',
        style: 'bullet',
        elements: [
          section({ type: 'text', text: 'eins' }),
          section({ type: 'text', text: 'zwei', style: { bold: true } }),
        ],
      }),
    ],
  ],
  ['a divider', { kind: 'divider' }, [{ type: 'divider' }]],
  [
    'actions',
    { kind: 'actions', buttons: [button('Antworten', 'r1', true), button('Später', 'r2', false)] },
    [
      {
        type: 'actions',
        elements: [
          {
            type: 'button',
            action_id: 'rahmen:answer:0',
            value: '{"kind":"answer","round":"r1"}',
            text: { type: 'plain_text', text: 'Antworten', emoji: false },
            style: 'primary',
          },
          {
            type: 'button',
            action_id: 'rahmen:answer:1',
            value: '{"kind":"answer","round":"r2"}',
            text: { type: 'plain_text', text: 'Später', emoji: false },
          },
        ],
      },
    ],
  ],
  [
    'a footnote',
    { kind: 'footnote', text: [text('Niemand '), text('sieht es.')] },
    [{ type: 'context', elements: [{ type: 'plain_text', text: 'Niemand sieht es.', emoji: false }] }],
  ],
  [
    'a footnote with more than words',
    { kind: 'footnote', text: [text('Von '), bold('dir, '), mention('slack:T1:U1')] },
    [
      richText(
        section(
          { type: 'text', text: 'Von ', style: { italic: true } },
          { type: 'text', text: 'dir, ', style: { bold: true, italic: true } },
          { type: 'user', user_id: 'U1', style: { italic: true } },
        ),
      ),
    ],
  ],
  ['facts without any', { kind: 'facts', facts: [] }, []],
  ['a list without items', { kind: 'list', items: [] }, []],
  ['actions without buttons', { kind: 'actions', buttons: [] }, []],
];

test.each(nodes)('%s', (_name, node, blocks) => {
  expect(renderNodes([node])).toEqual(blocks);
});

test('eleven buttons stand in three rows, each id once in its row', () => {
  const buttons = Array.from({ length: 11 }, (_, index) => button(`${index}`, `r${index}`));
  const rows = renderNodes([{ kind: 'actions', buttons }]);
  expect(
    rows.map((row) => row.type === 'actions' && row.elements.map(({ text: label }) => label.text)),
  ).toEqual([['0', '1', '2', '3', '4'], ['5', '6', '7', '8', '9'], ['10']]);
  for (const row of rows) {
    const ids = row.type === 'actions' ? row.elements.map((element) => element.action_id) : [];
    expect(new Set(ids).size).toBe(ids.length);
  }
});

test('a message begins with its title, which is also its notification', () => {
  const title = [text('Drei Fragen an '), mention('slack:T1:U1')];
  expect(renderMessage({ title, nodes: [{ kind: 'divider' }] })).toEqual({
    text: 'Drei Fragen an …',
    mrkdwn: false,
    blocks: [
      richText(
        section(
          { type: 'text', text: 'Drei Fragen an ', style: { bold: true } },
          { type: 'user', user_id: 'U1', style: { bold: true } },
        ),
      ),
      { type: 'divider' },
    ],
  });
});

test('a message without words still notifies of something', () => {
  expect(renderMessage({ title: [], nodes: [] }).text).toBe('…');
});
