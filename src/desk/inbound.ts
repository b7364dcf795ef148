import type { FormIntent, Intent } from '../chat/actions.ts';
import type { FormValues } from '../chat/form.ts';
import type { Actor, ConversationRef, PersonRef, TenantRef } from '../chat/identity.ts';
import type { Instant } from '../shared/time.ts';

/** What a person did, decoded from a verified request of a platform. */
export type Inbound =
  /** Typed after the command, the command's own word first: `/puls ergebnis` and `/rahmen puls ergebnis` are the same. */
  | {
      readonly kind: 'typed';
      readonly actor: Actor;
      readonly conversation: ConversationRef;
      readonly text: string;
    }
  /** Written as a message, to the bot alone or in a channel with its name in it. */
  | {
      readonly kind: 'written';
      readonly actor: Actor;
      readonly conversation: ConversationRef;
      readonly text: string;
      /** Where the bot can be talked to alone; absent where this happens already. */
      readonly link?: string | undefined;
    }
  | {
      readonly kind: 'pressed';
      readonly actor: Actor;
      /** Where the button stood; absent on the home tab and in dialogs. */
      readonly conversation?: ConversationRef | undefined;
      readonly intent: Intent;
    }
  | {
      readonly kind: 'submitted';
      readonly actor: Actor;
      /** Names this one opening of the form; the id of what a submission creates (R40). */
      readonly nonce: string;
      readonly intent: FormIntent;
      readonly values: FormValues;
    };

/** What the platform tells us happened. All are sets: repeated or out of order they end the same. */
export type Happening =
  | { readonly kind: 'profile-changed'; readonly person: PersonRef }
  | {
      readonly kind: 'joined';
      readonly tenant: TenantRef;
      readonly person: PersonRef;
      readonly conversation: ConversationRef;
    }
  | { readonly kind: 'left'; readonly person: PersonRef; readonly conversation: ConversationRef }
  | { readonly kind: 'app-removed'; readonly tenant: TenantRef; readonly when: Instant };
