import type { Intent } from './actions.ts';
import type { Text } from './text.ts';

/** What we say in a message: closed on purpose; a new node needs an ADR (docs/adr/0004). */
export interface Card {
  /** The first line: says what this is. Also the notification text. */
  readonly title: Text;
  readonly nodes: readonly CardNode[];
}

export type CardNode =
  | { readonly kind: 'paragraph'; readonly text: Text }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | { readonly kind: 'divider' }
  | { readonly kind: 'actions'; readonly buttons: readonly Button[] }
  | { readonly kind: 'footnote'; readonly text: Text };

export interface Fact {
  readonly label: Text;
  readonly value: Text;
}

export interface Button {
  /** Says what it does. */
  readonly label: string;
  readonly intent: Intent;
  readonly primary?: boolean;
}
