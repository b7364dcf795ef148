import type { Loose } from './slack-web-api.ts';

/**
 * What Slack documents, written down a second time on purpose: a test that took the numbers from the code would agree
 * with a wrong one. docs.slack.dev/reference/block-kit, docs.slack.dev/surfaces/modals.
 */
const hasGraphic = (words: unknown): boolean => typeof words === 'string' && words.trim() !== '';

const plainTextFaults = (node: Loose, max: number, where: string): string[] => {
  const faults: string[] = [];
  if (node?.type !== 'plain_text' || node.emoji !== false) faults.push(`${where}: no literal plain text`);
  if (!hasGraphic(node?.text)) faults.push(`${where}: empty`);
  if (node?.text?.length > max) faults.push(`${where}: ${node.text.length} of ${max}`);
  return faults;
};

const sectionFaults = (section: Loose): string[] => {
  if (section.elements.length === 0) return ['a section without elements'];
  return section.elements.flatMap((element: Loose): string[] => {
    if (element.type === 'text' && element.text === '') return ['an empty text element'];
    if (element.type === 'date' && !Number.isInteger(element.timestamp))
      return ['a date without whole seconds'];
    if (element.text?.length > 3_000) return ['a text element above 3000'];
    return [];
  });
};

const richTextFaults = (block: Loose): string[] => {
  if (block.elements.length === 0) return ['rich text without elements'];
  return block.elements.flatMap((element: Loose): string[] => {
    if (element.type === 'rich_text_section') return sectionFaults(element);
    return element.elements.length === 0 ? ['an empty list'] : element.elements.flatMap(sectionFaults);
  });
};

const actionFaults = (block: Loose): string[] => {
  const ids = block.elements.map((button: Loose) => button.action_id);
  return [
    ...(ids.length < 1 || ids.length > 5 ? [`${ids.length} buttons in a row`] : []),
    ...(new Set(ids).size < ids.length ? ['an action id twice in a block'] : []),
    ...block.elements.flatMap((button: Loose): string[] => [
      ...plainTextFaults(button.text, 75, 'button'),
      ...(button.action_id.length > 255 || button.value.length > 2_000 ? ['a button carries too much'] : []),
    ]),
  ];
};

const elementFaults = (element: Loose): string[] => {
  if (element.type === 'plain_text_input') {
    const { max_length: max, initial_value: prefill = '' } = element;
    return max >= 1 && max <= 3_000 && prefill.length <= max
      ? []
      : [`an input of ${prefill.length} of ${max}`];
  }
  if (element.type === 'multi_users_select') {
    const { max_selected_items: max, initial_users: users = [] } = element;
    return max >= 1 && users.length <= max ? [] : ['more people than may be chosen'];
  }
  if (element.type === 'multi_conversations_select') {
    const { max_selected_items: max, initial_conversations: channels = [] } = element;
    return max >= 1 && channels.length <= max ? [] : ['more channels than may be chosen'];
  }
  const most = element.type === 'radio_buttons' ? 10 : 100;
  const { options, initial_option: initial } = element;
  return [
    ...(options.length < 1 || options.length > most ? [`${options.length} options`] : []),
    ...options.flatMap(({ text, value }: Loose) => [
      ...plainTextFaults(text, 75, 'option'),
      ...(value.length < 1 || value.length > 75 ? ['an option value'] : []),
    ]),
    ...(initial && !options.some((option: Loose) => JSON.stringify(option) === JSON.stringify(initial))
      ? ['an initial option that is none']
      : []),
  ];
};

const blockFaults = (block: Loose): string[] => {
  switch (block.type) {
    case 'rich_text':
      return richTextFaults(block);
    case 'context':
      return block.elements.flatMap((element: Loose) => plainTextFaults(element, 3_000, 'context'));
    case 'divider':
      return [];
    case 'actions':
      return actionFaults(block);
    case 'input':
      return [
        ...plainTextFaults(block.label, 2_000, 'label'),
        ...(block.hint ? plainTextFaults(block.hint, 2_000, 'hint') : []),
        ...(block.block_id.length > 255 ? ['a block id'] : []),
        ...elementFaults(block.element),
      ];
    default:
      return [`a block of type ${block.type}`];
  }
};

export const faultsInMessage = (message: Loose): string[] => [
  ...(message.blocks.length > 50 ? ['more than 50 blocks'] : []),
  ...(hasGraphic(message.text) && message.text.length <= 4_000
    ? []
    : ['a notification without words or too long']),
  ...(JSON.stringify(message.blocks).length > 12_000 ? ['more than 12,000 characters'] : []),
  ...message.blocks.flatMap(blockFaults),
];

export const faultsInView = (view: Loose): string[] => [
  ...(view.blocks.length > 100 ? ['more than 100 blocks'] : []),
  ...(Buffer.byteLength(JSON.stringify(view)) > 250_000 ? ['more than 250 kB'] : []),
  ...['title', 'submit', 'close'].flatMap((part) =>
    view[part] ? plainTextFaults(view[part], 24, part) : [],
  ),
  ...(view.private_metadata?.length > 3_000 || view.callback_id?.length > 255 ? ['it carries too much'] : []),
  ...view.blocks.flatMap(blockFaults),
];
