import type { PersonRef, TenantRef } from '../chat/identity.ts';

/**
 * Something that a person asked for a moment ago and waits for. It goes through the queue alone: no table keeps it, and
 * no record says that it was sent.
 */
export interface Errand {
  readonly kind: 'export';
  readonly tenant: TenantRef;
  readonly person: PersonRef;
}

/** Asking twice within a minute is asking once. */
export const errandKey = ({ kind, person }: Errand, minute: number): string => `${kind}/${person}/${minute}`;
