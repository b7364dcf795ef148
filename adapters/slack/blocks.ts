/** The part of Block Kit that we send: docs.slack.dev/reference/block-kit. */
export type Block = RichTextBlock | ContextBlock | DividerBlock | ActionsBlock | InputBlock;

/** Always with `emoji: false`, so that `:smile:` in somebody's text stays what they typed. */
export interface PlainText {
  type: 'plain_text';
  text: string;
  emoji: false;
}

export interface RichTextStyle {
  bold?: true;
  italic?: true;
  code?: true;
}

export type RichTextElement =
  | { type: 'text'; text: string; style?: RichTextStyle }
  | { type: 'user'; user_id: string; style?: RichTextStyle }
  | { type: 'channel'; channel_id: string; style?: RichTextStyle }
  | { type: 'link'; url: string; text?: string; style?: RichTextStyle }
  | { type: 'date'; timestamp: number; format: string; fallback?: string; style?: RichTextStyle };

export interface RichTextSection {
  type: 'rich_text_section';
  elements: RichTextElement[];
}

export interface RichTextList {
  type: 'rich_text_list';
  style: 'bullet';
  elements: RichTextSection[];
}

export interface RichTextBlock {
  type: 'rich_text';
  elements: (RichTextSection | RichTextList)[];
}

export interface ContextBlock {
  type: 'context';
  elements: PlainText[];
}

export interface DividerBlock {
  type: 'divider';
}

export interface ButtonElement {
  type: 'button';
  action_id: string;
  value: string;
  text: PlainText;
  style?: 'primary';
}

export interface ActionsBlock {
  type: 'actions';
  elements: ButtonElement[];
}

export interface OptionObject {
  text: PlainText;
  value: string;
}

export type InputElement =
  | {
      type: 'plain_text_input';
      action_id: string;
      multiline: boolean;
      max_length: number;
      initial_value?: string;
    }
  | {
      type: 'radio_buttons' | 'static_select';
      action_id: string;
      options: OptionObject[];
      initial_option?: OptionObject;
    }
  | { type: 'checkboxes'; action_id: string; options: OptionObject[]; initial_options?: OptionObject[] }
  | { type: 'datepicker'; action_id: string; initial_date?: string }
  | { type: 'multi_users_select'; action_id: string; max_selected_items: number; initial_users?: string[] }
  | {
      type: 'multi_conversations_select';
      action_id: string;
      max_selected_items: number;
      filter: { include: ('public' | 'private')[]; exclude_external_shared_channels: true };
      initial_conversations?: string[];
    };

export interface InputBlock {
  type: 'input';
  block_id: string;
  label: PlainText;
  element: InputElement;
  optional: boolean;
  hint?: PlainText;
}

export interface ModalView {
  type: 'modal';
  title: PlainText;
  blocks: Block[];
  callback_id?: string;
  private_metadata?: string;
  submit?: PlainText;
  close?: PlainText;
}

export interface HomeView {
  type: 'home';
  blocks: Block[];
}

/** A message, or what is answered to one person alone. */
export interface MessageBody {
  text: string;
  blocks: Block[];
  mrkdwn: false;
}
