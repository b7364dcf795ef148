import type { Card, CardNode } from '../../src/chat/card.ts';
import type { Notice } from '../../src/chat/form.ts';
import { plain } from '../../src/chat/text.ts';
import type { Reply } from '../../src/desk/reply.ts';

const linesOf = (node: CardNode): readonly string[] => {
  switch (node.kind) {
    case 'paragraph':
    case 'footnote':
      return [plain(node.text)];
    case 'list':
      return node.items.map(plain);
    case 'facts':
      return node.facts.map(({ label, value }) => `${plain(label)}: ${plain(value)}`);
    case 'actions':
      return node.buttons.map(({ label }) => `[${label}]`);
    default:
      return [];
  }
};

export const cardLines = ({ title, nodes }: Card): readonly string[] => [
  plain(title),
  ...nodes.flatMap(linesOf),
];

export const noticeLines = ({ nodes }: Notice): readonly string[] => nodes.flatMap(linesOf);

/** Line by line what a person reads: first what kind of place it is shown in. */
export const replyLines = (reply: Reply): readonly string[] => {
  switch (reply.kind) {
    case 'card':
      return ['card', ...cardLines(reply.card)];
    case 'notice':
      return ['notice', ...noticeLines(reply.notice)];
    case 'form':
      return [
        'form',
        reply.form.title,
        ...reply.form.intro.flatMap(linesOf),
        ...reply.form.fields.map(({ label }) => label),
        `[${reply.form.submit}]`,
      ];
    default:
      return [
        'field-errors',
        ...Object.entries(reply.errors).map(([field, text]) => `${field}: ${plain(text)}`),
      ];
  }
};

/** Every string anywhere inside. */
export const everyString = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(everyString) : [];
};
