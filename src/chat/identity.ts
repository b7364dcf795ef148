export type Platform = 'slack' | 'msteams';

/** One Slack workspace or organisation, or one Microsoft 365 tenant: `slack:T012AB`. */
export type TenantRef = `${Platform}:${string}`;

/** Somebody in a tenant: `slack:T012AB:U9`. Opaque; only an adapter takes it apart. */
export type PersonRef = `${Platform}:${string}:${string}`;

/** A place where messages can be posted: `slack:T012AB:C7`. */
export type ConversationRef = `${Platform}:${string}:${string}`;

/** A message that was posted; what its adapter needs to change it. */
export interface MessageRef {
  readonly conversation: ConversationRef;
  readonly message: string;
}

/** Who acts, from the platform's verified envelope and from nothing a button or form carries. */
export interface Actor {
  readonly tenant: TenantRef;
  readonly person: PersonRef;
  /** Belongs to another organisation (a shared channel): may do nothing here. */
  readonly outsider: boolean;
}

export const inTenant = (tenant: TenantRef, id: string): `${TenantRef}:${string}` => `${tenant}:${id}`;

/** The part after the tenant, for adapters. */
export const idIn = (ref: PersonRef | ConversationRef): string => ref.slice(ref.lastIndexOf(':') + 1);

const NOBODY = '-';

/** Stands where somebody stood who was erased. Two of them need not be the same person, and any may be anybody. */
export const nobodyIn = (tenant: TenantRef): PersonRef => inTenant(tenant, NOBODY);

export const isNobody = (person: PersonRef): boolean => idIn(person) === NOBODY;
