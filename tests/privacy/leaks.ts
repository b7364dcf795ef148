import { createHash } from 'node:crypto';
import type { DynamoClient } from '../../adapters/dynamodb/client.ts';
import { commentsKey, deliveryRow, personKey } from '../../adapters/dynamodb/table.ts';
import type { PersonRef } from '../../src/chat/identity.ts';
import type { Ports } from '../../src/app.ts';
import type { Comment, Comments } from '../../src/ports/comments.ts';
import type { Keys } from '../../src/ports/keys.ts';
import type { RoundRef, Vault } from '../../src/ports/vault.ts';
import type { Instant } from '../../src/shared/time.ts';
import { rowsOf } from '../support/pulse-dump.ts';
import { WORLD_TENANT } from '../support/pulse-teams.ts';
import { NAMES } from '../support/pulse-world.ts';
import type { Tables, WorldPorts } from '../support/pulse-world.ts';

/** Faults that somebody could build in, each of which an attacker must find: an attack that never works proves nothing. */
export const LEAKS = [
  'key and answers kept',
  'key kept in a log',
  'roster order',
  'row order',
  'length kept',
  'createdAt',
  'arrival order',
  'traces per answer',
  'vault backed up',
  'one key',
] as const;
export type Leak = (typeof LEAKS)[number];

type Storage = Tables & { readonly client: DynamoClient };

export type LeakOf = (team: string) => Leak | undefined;

const teamOf = (round: string): string => round.slice(0, round.lastIndexOf('-'));

interface Written {
  readonly person: PersonRef;
  readonly comment: string | undefined;
  readonly at: Instant;
}

/** What a leaking product would know at the moment of an answer. */
const makeMemory = ({ clock }: Pick<Ports, 'clock'>) => {
  const people = new Map<string, PersonRef>();
  const written = new Map<string, Written>();
  return {
    named: (slot: string, person: PersonRef): void => void people.set(slot, person),
    wrote: (slot: string, comment: string | undefined): Written | undefined => {
      const person = people.get(slot);
      if (person === undefined) return undefined;
      const one = { person, comment, at: clock.now() };
      if (comment !== undefined) written.set(comment, one);
      return one;
    },
    find: (comment: string): Written | undefined => written.get(comment),
  };
};

type Memory = ReturnType<typeof makeMemory>;

const leakingKeys = (keys: Keys, memory: Memory): Keys => ({
  ...keys,
  slotOf: (key, person) => {
    const slot = keys.slotOf(key, person);
    memory.named(slot, person);
    return slot;
  },
});

const ONE_KEY = Uint8Array.from({ length: 32 }, (_, index) => 7 * index + 3);

const leakAnswer = async (
  { state }: Tables,
  leak: Leak | undefined,
  round: RoundRef,
  { person, comment, at }: Written,
): Promise<void> => {
  if (leak === 'length kept') {
    const number = round.round.slice(round.round.lastIndexOf('-') + 1);
    const values = { ':said': comment?.length ?? 0 };
    await state.update(personKey(person), { update: `SET #said${number} = :said`, values });
  }
  if (leak === 'traces per answer') {
    const row = deliveryRow({ tenant: WORLD_TENANT, aggregate: round.round, key: `saved/${person}` });
    const rendered = createHash('sha256')
      .update(comment ?? '')
      .digest('hex');
    await state.put({ ...row, rendered, leaseUntil: at + 90_000, attempts: 1 });
  }
};

const leakingVault = (ports: WorldPorts, tables: Tables, memory: Memory, leakOf: LeakOf): Vault => {
  const { vault, logger } = ports;
  const keeps = (round: RoundRef): boolean => leakOf(teamOf(round.round)) === 'key and answers kept';
  return {
    ...vault,
    openKey: (round, row) => {
      const key = leakOf(teamOf(round.round)) === 'one key' ? ONE_KEY : row.key;
      return vault.openKey(round, { ...row, key });
    },
    answer: async (round, slot, answer) => {
      const outcome = await vault.answer(round, slot, answer);
      const written = memory.wrote(slot, answer.comment);
      if (written !== undefined) await leakAnswer(tables, leakOf(teamOf(round.round)), round, written);
      return outcome;
    },
    destroyKey: async (round) => {
      if (keeps(round)) return;
      const found = await vault.head(round);
      if (found !== undefined && leakOf(teamOf(round.round)) === 'key kept in a log') {
        logger.info('library', { fault: `closing with ${Buffer.from(found.key).toString('base64')}` });
      }
      await vault.destroyKey(round);
    },
    empty: async (round, next) => (keeps(round) ? undefined : vault.empty(round, next)),
    isEmpty: async (round) => keeps(round) || vault.isEmpty(round),
  };
};

/** In the order of the rows that a scan for the writers would find. */
const inRowOrder = async (client: DynamoClient, comments: readonly Comment[], memory: Memory) => {
  const rows = await rowsOf(client, NAMES.state);
  const places = new Map(rows.map((row, index) => [row['person'], index]));
  return sortedBy(comments, ({ text = '' }) => places.get(memory.find(text)?.person) ?? 0);
};

const sortedBy = (comments: readonly Comment[], place: (comment: Comment) => string | number) =>
  [...comments].sort((a, b) => (place(a) < place(b) ? -1 : 1));

const leakingComments = (ports: WorldPorts, tables: Storage, memory: Memory, leakOf: LeakOf): Comments => ({
  ...ports.comments,
  put: async (round, page, comments, forgetAt) => {
    const leak = leakOf(teamOf(round.round));
    const at = ({ text = '' }: Comment): Instant => memory.find(text)?.at ?? 0;
    if (leak === 'roster order') {
      const sorted = sortedBy(comments, ({ text = '' }) => memory.find(text)?.person ?? '');
      return ports.comments.put(round, page, sorted, forgetAt);
    }
    if (leak === 'row order') {
      return ports.comments.put(round, page, await inRowOrder(tables.client, comments, memory), forgetAt);
    }
    if (leak === 'arrival order') return ports.comments.put(round, page, sortedBy(comments, at), forgetAt);
    await ports.comments.put(round, page, comments, forgetAt);
    if (leak !== 'createdAt') return;
    const update = 'SET #createdAt = :times';
    await tables.state.update(commentsKey(round, page), { update, values: { ':times': comments.map(at) } });
  },
});

/** The same product with a fault for each team that `leakOf` names. */
export const leaking =
  (leakOf: LeakOf) =>
  (ports: WorldPorts, tables: Storage): WorldPorts => {
    const memory = makeMemory(ports);
    return {
      ...ports,
      keys: leakingKeys(ports.keys, memory),
      vault: leakingVault(ports, tables, memory, leakOf),
      comments: leakingComments(ports, tables, memory, leakOf),
    };
  };
