import type { Block } from './blocks/block.ts';
import type { AnyElement } from './blocks/elements-of.ts';
import { elementsOf } from './blocks/elements-of.ts';
import type { Fields } from './json.ts';
import { assertNever } from '../../src/shared/errors.ts';
import type { StateValues } from './types.ts';

/** What an element holds before anybody touches it; undefined for a button, which holds nothing. */
const initialValue = (element: AnyElement): Fields | undefined => {
  const { type } = element;
  switch (element.type) {
    case 'button':
      return undefined;
    case 'plain_text_input':
      return { type, value: element.initial_value ?? null };
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: element.initial_option ?? null };
    case 'checkboxes':
      return { type, selected_options: element.initial_options ?? [] };
    case 'users_select':
      return { type, selected_user: element.initial_user ?? null };
    case 'multi_users_select':
      return { type, selected_users: element.initial_users ?? [] };
    case 'multi_conversations_select':
      return { type, selected_conversations: element.initial_conversations ?? [] };
    case 'datepicker':
      return { type, selected_date: element.initial_date ?? null };
    default:
      return assertNever(element);
  }
};

/** Values typed so far survive an update where block id, action id and kind stay the same. */
export const stateOf = (blocks: readonly Block[], typed: StateValues): StateValues =>
  Object.fromEntries(
    blocks.flatMap((block) => {
      const held = elementsOf(block).flatMap((element) => {
        const initial = initialValue(element);
        const kept = typed[block.block_id]?.[element.action_id];
        return initial
          ? [[element.action_id, kept?.['type'] === element.type ? kept : initial] as const]
          : [];
      });
      return held.length === 0 ? [] : [[block.block_id, Object.fromEntries(held)] as const];
    }),
  );

/** Whether a person left a field empty, so that Slack asks for it before it sends anything. */
export const isEmpty = (value: Fields | undefined): boolean =>
  value === undefined ||
  Object.entries(value).every(
    ([key, held]) =>
      key === 'type' || held === null || held === '' || (Array.isArray(held) && held.length === 0),
  );
