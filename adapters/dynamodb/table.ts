import * as z from 'zod/mini';
import type { ConversationRef, PersonRef, TenantRef } from '../../src/chat/identity.ts';
import type { DeliveryRef } from '../../src/ports/deliveries.ts';
import { DUE_SHARDS } from '../../src/ports/due-index.ts';
import type { QuietPlace } from '../../src/ports/quiet.ts';
import type { RoundRef } from '../../src/ports/vault.ts';
import { spread } from '../../src/shared/hash.ts';
import type { Instant } from '../../src/shared/time.ts';
import { REMOVAL_ID } from '../../src/retention/removal.ts';
import type { AggregateRef } from '../../src/work/aggregate.ts';
import type { AggregateKind } from '../../src/work/job.ts';

/*
 * Every key string, index and attribute name of both tables. Each key begins with the tenant; the index `due` is
 * the one exception, and only the tick reads it. Attribute names that hold data are those of the types in src.
 */

export interface Key {
  readonly pk: string;
  readonly sk: string;
}

export const keyIn = z.object({ pk: z.string(), sk: z.string() });

/** Set once when a row is made, so that later writes do not pay for the index (R15). */
export interface Owner {
  readonly ownerPk: string;
  readonly ownerSk: string;
}

export const DUE_INDEX = 'due';
export const OWNER_INDEX = 'owner';

/** A key's parts are joined by `#`, so no part may hold one. */
const part = (text: string): string => text.replaceAll('%', '%25').replaceAll('#', '%23');
const whole = (text: string): string => text.replaceAll('%23', '#').replaceAll('%25', '%');

const ofTenant = (tenant: TenantRef): string => `T#${part(tenant)}`;

/** A person's ref begins with the tenant's, and so does a channel's. */
export const tenantOf = (ref: PersonRef | ConversationRef): string => ref.slice(0, ref.lastIndexOf(':'));

const owned = (tenant: string, name: string): Owner => ({ ownerPk: `T#${part(tenant)}`, ownerSk: name });

const WORDS = {
  team: 'TEAM',
  round: 'ROUND',
  asks: 'ASKS',
  settings: 'SETTINGS',
  erasure: 'ERASURE',
  removal: 'REMOVAL',
  look: 'LOOK',
} as const satisfies Record<AggregateKind, string>;
const KINDS: ReadonlyMap<string, AggregateKind> = new Map([
  [WORDS.team, 'team'],
  [WORDS.round, 'round'],
  [WORDS.asks, 'asks'],
  [WORDS.settings, 'settings'],
  [WORDS.erasure, 'erasure'],
  [WORDS.removal, 'removal'],
  [WORDS.look, 'look'],
]);

export const aggregateKey = ({ kind, tenant, id }: AggregateRef): Key => ({
  pk: `${ofTenant(tenant)}#${WORDS[kind]}#${part(id)}`,
  sk: WORDS[kind],
});

export const aggregateOwner = ({ kind, tenant, id }: AggregateRef): Owner =>
  owned(tenant, `${WORDS[kind]}#${part(id)}`);

/** Between these lie the owner entries of all aggregates of a kind in a tenant, from the id on; `$` follows `#`. */
export const ownedAggregates = (
  { kind, tenant }: Omit<AggregateRef, 'id'>,
  from = '',
): { readonly owner: string; readonly from: string; readonly to: string } => ({
  owner: owned(tenant, '').ownerPk,
  from: `${WORDS[kind]}#${part(from)}`,
  to: `${WORDS[kind]}$`,
});

/** The partition of the index `owner` that holds all of a tenant. */
export const ownedBy = (tenant: TenantRef): string => owned(tenant, '').ownerPk;

export const removalKey = (tenant: TenantRef): Key =>
  aggregateKey({ kind: 'removal', tenant, id: REMOVAL_ID });

/** What {@link aggregateKey} put together; undefined for the key of anything else. */
export const aggregateOf = (
  key: Key,
): { readonly kind: AggregateKind; readonly tenant: string; readonly id: string } | undefined => {
  const [, tenant, word, id] = key.pk.split('#');
  const kind = KINDS.get(key.sk);
  return tenant === undefined || id === undefined || kind === undefined || word !== key.sk
    ? undefined
    : { kind, tenant: whole(tenant), id: whole(id) };
};

export const duePartition = (shard: number): string => `due#${shard}`;

/** The attributes of the sparse index `due`; none when nothing is planned. */
export const dueAttributes = (
  id: string,
  dueAt: Instant | undefined,
): { readonly duePk?: string; readonly dueAt?: Instant } =>
  dueAt === undefined ? {} : { duePk: duePartition(spread(id, DUE_SHARDS)), dueAt };

export const personKey = (person: PersonRef): Key => ({
  pk: `T#${part(tenantOf(person))}#PERSON#${part(person)}`,
  sk: 'PERSON',
});

/** Personal rows stand together in the tenant's list: one query finds a tenant's rows, or one person's. */
export const personOwner = (person: PersonRef): Owner => owned(tenantOf(person), `P#${part(person)}#PERSON`);

/** The round of a team somebody left; beside their own row, and gone by itself. */
export const departureKey = (person: PersonRef): Key => ({ ...personKey(person), sk: 'DEPARTURE' });
export const departureOwner = (person: PersonRef): Owner =>
  owned(tenantOf(person), `P#${part(person)}#DEPARTURE`);

/** Whose row it is; undefined for any other. */
export const personIn = (key: Key): string | undefined => {
  const [, , , person] = key.pk.split('#');
  return key.sk === 'PERSON' && person !== undefined ? whole(person) : undefined;
};

export const channelKey = (channel: ConversationRef): Key => ({
  pk: `T#${part(tenantOf(channel))}#CHANNEL#${part(channel)}`,
  sk: 'CHANNEL',
});
export const channelOwner = (channel: ConversationRef): Owner =>
  owned(tenantOf(channel), `CHANNEL#${part(channel)}`);

export const tenantKey = (tenant: TenantRef): Key => ({ pk: ofTenant(tenant), sk: 'TENANT' });
export const tenantOwner = (tenant: TenantRef): Owner => owned(tenant, 'TENANT');

/** Not in the index `owner`: the row is gone after a day by itself. */
export const eventKey = (tenant: TenantRef, eventId: string): Key => ({
  pk: `${ofTenant(tenant)}#EVENT#${part(eventId)}`,
  sk: 'EVENT',
});

export const roundPartition = ({ tenant, round }: RoundRef): string =>
  `${ofTenant(tenant)}#ROUND#${part(round)}`;

/** Pages are read one at a time, by number. */
export const commentsKey = (round: RoundRef, page: number): Key => ({
  pk: roundPartition(round),
  sk: `COMMENTS#${page}`,
});
export const commentsOwner = ({ tenant, round }: RoundRef, page: number): Owner =>
  owned(tenant, `ROUND#${part(round)}#COMMENTS#${page}`);

export const DELIVERY_PREFIX = 'DELIVERY#';

/** A delivery record of the state table. */
export const deliveryRow = ({ tenant, aggregate, key }: DeliveryRef): Key & Owner => ({
  pk: `${ofTenant(tenant)}#DELIVERIES#${part(aggregate)}`,
  sk: `${DELIVERY_PREFIX}${key}`,
  ...owned(tenant, `DELIVERIES#${part(aggregate)}#${key}`),
});

/** Between these lie the owner entries of all delivery records of a tenant; `$` follows `#`. */
export const ownedDeliveries = (
  tenant: string,
): { readonly owner: string; readonly from: string; readonly to: string } => ({
  owner: owned(tenant, '').ownerPk,
  from: 'DELIVERIES#',
  to: 'DELIVERIES$',
});

/** A delivery record of the vault: it lies with the round whose id `aggregate` is, and dies with it (R2). */
export const askDeliveryRow = ({ tenant, aggregate, key }: DeliveryRef): Key => ({
  pk: roundPartition({ tenant, round: aggregate }),
  sk: `${DELIVERY_PREFIX}${key}`,
});

export const quietPartition = ({ tenant, subject }: Pick<QuietPlace, 'tenant' | 'subject'>): string =>
  `${ofTenant(tenant)}#QUIET#${part(subject)}`;

/** Lies in the vault, whose rows nothing lists: a week's row goes by itself. */
export const quietKey = (place: QuietPlace): Key => ({
  pk: quietPartition(place),
  sk: `QUIET#${place.week}`,
});

export const headKey = (round: RoundRef): Key => ({ pk: roundPartition(round), sk: 'HEAD' });

export const SLOT_PREFIX = 'SLOT#';
export const slotKey = (round: RoundRef, slot: string): Key => ({
  pk: roundPartition(round),
  sk: `${SLOT_PREFIX}${slot}`,
});
export const slotOf = (key: Key): string => key.sk.slice(SLOT_PREFIX.length);

/** Storage forgets by whole seconds. */
export const ttl = (forgetAt: Instant): { readonly ttl: number } => ({ ttl: Math.ceil(forgetAt / 1000) });
