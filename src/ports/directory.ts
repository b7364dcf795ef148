import type { ConversationRef, PersonRef, TenantRef } from '../chat/identity.ts';
import type { Profile } from '../people/person.ts';

export interface Channel {
  readonly conversation: ConversationRef;
  readonly name: string;
  readonly visibility: 'private' | 'public';
  /** Shared with another organisation. */
  readonly shared: boolean;
  readonly archived: boolean;
}

/** Who and what exists on the platform. All answers are the platform's present view. */
export interface Directory {
  /** Undefined when it does not exist or the bot may not see it. */
  channel(conversation: ConversationRef): Promise<Channel | undefined>;

  /** Everybody in it, bots and outsiders included; undefined as for {@link channel}. Reads all pages. */
  members(conversation: ConversationRef): Promise<readonly PersonRef[] | undefined>;

  /** One page of the tenant's own people, bots and deactivated ones included, outsiders not. */
  people(
    tenant: TenantRef,
    next?: string,
  ): Promise<{ readonly profiles: readonly Profile[]; readonly next?: string }>;

  /** One person, outsiders included; undefined when unknown. For somebody who acts, never for a whole roster (R27). */
  person(person: PersonRef): Promise<Profile | undefined>;
}
