import type { CardNode } from './card.ts';
import type { FormIntent } from './actions.ts';
import type { ConversationRef, PersonRef } from './identity.ts';
import type { Text } from './text.ts';

/** What we ask for: a Slack modal, a Teams dialog. Input never lives in a message. */
export interface Form {
  readonly intent: FormIntent;
  readonly title: string;
  readonly intro: readonly CardNode[];
  readonly fields: readonly Field[];
  readonly submit: string;
  readonly cancel: string;
}

/** `name` is the key under which the value comes back in {@link FormValues}. */
export type Field =
  | {
      readonly kind: 'text';
      readonly name: string;
      readonly label: string;
      readonly hint?: string;
      /** The chat itself says so beside the label: Slack writes "(optional)" in the viewer's language. */
      readonly optional: boolean;
      readonly multiline: boolean;
      readonly maxLength: number;
      readonly value?: string;
    }
  | {
      readonly kind: 'choice';
      readonly name: string;
      readonly label: string;
      readonly hint?: string;
      /** `list` shows every option at once, `menu` opens on a click. */
      readonly shown: 'list' | 'menu';
      /** False unless said. */
      readonly optional?: boolean;
      readonly options: readonly Option[];
      readonly value?: string;
    }
  | {
      /** Ticks: any number of the options, none included. Comes back as a list, absent when nothing is ticked. */
      readonly kind: 'choices';
      readonly name: string;
      readonly label: string;
      readonly hint?: string;
      readonly options: readonly Option[];
      readonly value: readonly string[];
    }
  | {
      /** A day; comes back as `2026-12-24`. */
      readonly kind: 'date';
      readonly name: string;
      readonly label: string;
      readonly hint?: string;
      /** False unless said. */
      readonly optional?: boolean;
      readonly value?: string;
    }
  | {
      readonly kind: 'people';
      readonly name: string;
      readonly label: string;
      readonly hint?: string;
      readonly max: number;
      /** False unless said. */
      readonly optional?: boolean;
      readonly value: readonly PersonRef[];
    }
  | {
      /** Channels of this organisation alone; which of them we may read and who is in them is asked at the submission. */
      readonly kind: 'channels';
      readonly name: string;
      readonly label: string;
      readonly hint?: string;
      readonly max: number;
      /** False unless said. */
      readonly optional?: boolean;
      readonly value: readonly ConversationRef[];
    };

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** A field left empty is absent. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

/** Something to read in a dialog, with nothing to fill in: leaves no trace in the chat. */
export interface Notice {
  readonly title: string;
  readonly nodes: readonly CardNode[];
  readonly close: string;
}

/** What is wrong with which field; shown beside it, nothing typed is lost. */
export type FieldErrors = Readonly<Record<string, Text>>;
