import type { Card } from '../../src/chat/card.ts';
import type { Notice } from '../../src/chat/form.ts';
import { text } from '../../src/chat/text.ts';
import type { ModalView } from './blocks.ts';
import { LIMITS } from './limits.ts';
import { plainText, renderCard, renderNodes } from './render-card.ts';

export const renderNotice = (notice: Notice): ModalView => ({
  type: 'modal',
  title: plainText(notice.title, LIMITS.viewTitle),
  close: plainText(notice.close, LIMITS.viewButton),
  blocks: renderNodes(notice.nodes),
});

/** Where only a dialog can be shown. A card's first line is a sentence and does not fit a title of 24 characters. */
export const renderCardAsNotice = (card: Card, displayName: string): ModalView => ({
  type: 'modal',
  title: plainText(displayName, LIMITS.viewTitle),
  blocks: renderCard(card),
});

/** Where only a message can be shown. */
export const noticeAsCard = (notice: Notice): Card => ({ title: [text(notice.title)], nodes: notice.nodes });
