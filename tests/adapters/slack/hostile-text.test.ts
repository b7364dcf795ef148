import { expect, test } from '@jest/globals';
import { text } from '../../../src/chat/text.ts';
import { renderMessage, renderNodes } from '../../../adapters/slack/render-card.ts';
import { renderForm } from '../../../adapters/slack/render-form.ts';
import type { Loose } from './support/slack-web-api.ts';

const HOSTILE: readonly string[] = [
  '<!channel> <!here> <!everyone>',
  '<@U123> <#C123> <!subteam^S1>',
  '<https://evil.example|Gehaltsliste>',
  'https://evil.example @channel',
  '*fett* _kursiv_ ~weg~ `code`',
  '```\nblock\n```',
  '> Zitat\n• Punkt\n1. Liste',
  '&lt;!channel&gt; &amp;amp; &#60;',
  '„deutsche Anführungszeichen“ und ‚einfache‘',
  ':smile: 🙂 👩‍👩‍👧‍👦 🇩🇪',
  'مرحبا \u202eabc\u202c שלום',
  'null byte \u0000 und \u001b[31m',
  '{"type":"section"} \\" \' %3Cscript%3E<script>',
];

/** Everything that Slack could read as more than words: no block of ours may hold such a thing. */
const INTERPRETED = new Set([
  'mrkdwn',
  'markdown',
  'user',
  'channel',
  'broadcast',
  'usergroup',
  'link',
  'emoji',
]);

const typesIn = (node: Loose): string[] => {
  if (Array.isArray(node)) return node.flatMap(typesIn);
  if (typeof node !== 'object' || node === null) return [];
  return [...(typeof node.type === 'string' ? [node.type] : []), ...Object.values(node).flatMap(typesIn)];
};

/** All words in the order in which they are read. */
const wordsIn = (node: Loose): string[] => {
  if (Array.isArray(node)) return node.flatMap(wordsIn);
  if (typeof node !== 'object' || node === null) return [];
  if (typeof node.text === 'string') return [node.text];
  return Object.values(node).flatMap(wordsIn);
};

test.each(HOSTILE)('%j comes out as it was typed, in every node', (typed) => {
  const line = [text(typed)];
  const blocks = renderNodes([
    { kind: 'paragraph', text: line },
    { kind: 'list', items: [line] },
    { kind: 'footnote', text: line },
    { kind: 'facts', facts: [{ label: [text('Von')], value: line }] },
  ]);
  expect(wordsIn(blocks)).toEqual([typed, typed, typed, 'Von', ': ', typed]);
  expect(typesIn(blocks).filter((type) => INTERPRETED.has(type))).toEqual([]);
});

test.each(HOSTILE)('%j comes out as it was typed, in every place of a form', (typed) => {
  const field = { label: typed, hint: typed } as const;
  const view = renderForm(
    {
      intent: { kind: 'answer', round: typed },
      title: 'T',
      intro: [],
      fields: [
        { ...field, kind: 'text', name: 'a', optional: true, multiline: true, maxLength: 500, value: typed },
        { ...field, kind: 'choice', name: 'b', shown: 'list', options: [{ value: '1', label: typed }] },
      ],
      submit: 'S',
      cancel: 'C',
    },
    'n',
  );
  expect(wordsIn(view.blocks)).toEqual(Array.from({ length: 5 }, () => typed));
  expect(view.blocks[0]).toMatchObject({ element: { initial_value: typed } });
  expect(typesIn(view).filter((type) => INTERPRETED.has(type))).toEqual([]);
});

test('the notification is escaped once, so that nothing in it is a mention or a link', () => {
  const { text: notification, mrkdwn } = renderMessage({ title: [text(HOSTILE.join('\n'))], nodes: [] });
  expect(notification).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/u);
  expect(notification).toContain('&lt;!channel&gt;');
  expect(notification).toContain('&amp;lt;!channel&amp;gt;');
  expect(mrkdwn).toBe(false);
});

test('ten thousand characters are cut where rich text ends, visibly', () => {
  const [block]: Loose[] = renderNodes([{ kind: 'paragraph', text: [text('ä'.repeat(10_000))] }]);
  expect(wordsIn(block)).toEqual([`${'ä'.repeat(2_999)}…`]);
});
