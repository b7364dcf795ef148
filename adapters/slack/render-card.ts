import type { Button, Card, CardNode, Fact } from '../../src/chat/card.ts';
import { plain } from '../../src/chat/text.ts';
import type { Text } from '../../src/chat/text.ts';
import { assertNever, InvariantError } from '../../src/shared/errors.ts';
import type {
  ActionsBlock,
  Block,
  ButtonElement,
  MessageBody,
  PlainText,
  RichTextSection,
} from './blocks.ts';
import { encodeIntent } from './intents.ts';
import { LIMITS } from './limits.ts';
import { richText, section } from './rich-text.ts';
import { shorten, visible } from './shorten.ts';

export const plainText = (words: string, max: number): PlainText => ({
  type: 'plain_text',
  text: shorten(visible(words), max),
  emoji: false,
});

const renderButton = (button: Button, place: number): ButtonElement => ({
  type: 'button',
  ...encodeIntent(button.intent, place),
  text: plainText(button.label, LIMITS.buttonText),
  ...(button.primary === true && { style: 'primary' }),
});

/** Rows of five: more would wrap on a desktop and be cut on a phone. */
const renderButtons = (buttons: readonly Button[]): ActionsBlock[] => {
  const rows: ActionsBlock[] = [];
  for (let start = 0; start < buttons.length; start += LIMITS.buttonsPerBlock) {
    const row = buttons.slice(start, start + LIMITS.buttonsPerBlock);
    rows.push({ type: 'actions', elements: row.map(renderButton) });
  }
  return rows;
};

/** Small print. A context block takes no mentions, links or local times without mrkdwn, so those stay in rich text. */
const renderFootnote = (words: Text, max: number): Block =>
  words.every((span) => span.kind === 'text')
    ? { type: 'context', elements: [plainText(plain(words), max)] }
    : richText(section(words, max, { italic: true }));

/** `Rhythm: weekly`, but `From when? From 5 answers`. */
const renderFact = ({ label, value }: Fact, max: number): RichTextSection => ({
  type: 'rich_text_section',
  elements: [
    ...section(label, max, { bold: true }).elements,
    { type: 'text', text: /\p{P}$/u.test(plain(label)) ? ' ' : ': ' },
    ...section(value, max).elements,
  ],
});

const renderNode = (node: CardNode, max: number): Block[] => {
  switch (node.kind) {
    case 'paragraph':
      return [richText(section(node.text, max))];
    case 'facts': {
      const lines = node.facts.map((fact) => renderFact(fact, max));
      return lines.length > 0 ? [richText(...lines)] : [];
    }
    case 'list': {
      const elements = node.items.map((item) => section(item, max));
      return elements.length > 0 ? [richText({ type: 'rich_text_list', style: 'bullet', elements })] : [];
    }
    case 'divider':
      return [{ type: 'divider' }];
    case 'actions':
      return renderButtons(node.buttons);
    case 'footnote':
      return [renderFootnote(node.text, max)];
    default:
      return assertNever(node);
  }
};

/** Every text as long as it may be; when all together are too long, every text shorter, until they fit. */
const TEXT_LENGTHS: readonly number[] = [LIMITS.text, 1_000, 300, 100, 30];

interface Room {
  readonly blocks: number;
  readonly json: number;
}

const fit = (render: (max: number) => Block[], room: Room): Block[] => {
  for (const max of TEXT_LENGTHS) {
    const blocks = render(max);
    if (blocks.length > room.blocks) throw new InvariantError(`${blocks.length} blocks of ${room.blocks}`);
    if (JSON.stringify(blocks).length <= room.json) return blocks;
  }
  throw new InvariantError(`more than ${room.json} characters however short the texts are`);
};

const MESSAGE: Room = { blocks: LIMITS.messageBlocks, json: LIMITS.messageJson };
const VIEW: Room = { blocks: LIMITS.viewBlocks, json: LIMITS.viewJson };

export const renderNodes = (nodes: readonly CardNode[], room: Room = VIEW): Block[] =>
  fit((max) => nodes.flatMap((node) => renderNode(node, max)), room);

/** Title, then nodes: the whole card where the surface has no title of its own. */
export const renderCard = (card: Card, room: Room = VIEW): Block[] =>
  fit(
    (max) => [
      richText(section(card.title, max, { bold: true })),
      ...card.nodes.flatMap((node) => renderNode(node, max)),
    ],
    room,
  );

/** `text` is mrkdwn by default, and notifications decode these three: docs.slack.dev/messaging/formatting-message-text. */
export const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A message. `text` is what notifications and screen readers say; without it Slack shows nothing there. */
export const renderMessage = (card: Card): MessageBody => ({
  text: escaped(shorten(visible(plain(card.title)), LIMITS.notificationText)),
  blocks: renderCard(card, MESSAGE),
  mrkdwn: false,
});
