import type { Answer, RoundHead } from '../../src/pulse/answers/answer.ts';
import type { RoundRef, Vault } from '../../src/ports/vault.ts';
import type { Instant } from '../../src/shared/time.ts';
import type { MemoryDeliveries } from './deliveries.ts';
import type { Forgetful } from './holdings.ts';
import { forgetTenantIn } from './keys-of-tenant.ts';

/** As in storage: an answer, or none, and whether it is too late. No time, no count. */
interface Slot {
  answer?: Answer | undefined;
  later?: Instant;
  sealed: boolean;
}

interface Kept {
  /** `destroyed` stays, so that a round never gets a second key. */
  key: { readonly head: RoundHead; readonly key: Uint8Array } | 'none' | 'destroyed';
  readonly slots: Map<string, Slot>;
}

const PAGE = 200;

/** Item by item in one order, so that the order of a form's fields makes no other answer. */
const asText = ({ marks, comment, theme }: Answer): string =>
  JSON.stringify([Object.entries(marks).sort(([a], [b]) => (a < b ? -1 : 1)), comment, theme]);

const same = (one: Answer | undefined, other: Answer): boolean =>
  one !== undefined && asText(one) === asText(other);

/** Pages as long as storage's, so that callers that forget to go on are found. */
const pageOf = ({ slots }: Kept, next?: string) => {
  const names = [...slots.keys()].sort().filter((name) => next === undefined || name > next);
  return { names: names.slice(0, PAGE), last: names.length > PAGE ? names[PAGE - 1] : undefined };
};

/** A round is made by whoever asks for it first: an empty one and none are the same. */
const makeRounds = (rounds: Map<string, Kept>) => {
  return ({ tenant, round }: RoundRef): Kept => {
    const kept: Kept = rounds.get(`${tenant}#${round}`) ?? { key: 'none', slots: new Map() };
    rounds.set(`${tenant}#${round}`, kept);
    return kept;
  };
};

type Rounds = ReturnType<typeof makeRounds>;

const makeOpening = (
  roundOf: Rounds,
): Pick<Vault, 'openKey' | 'openSlots' | 'head' | 'extend' | 'read' | 'answer' | 'withdraw'> => {
  const head: Vault['head'] = async (round) => {
    const { key } = roundOf(round);
    return typeof key === 'string' ? undefined : structuredClone(key);
  };
  return {
    openKey: async (round, row) => {
      const kept = roundOf(round);
      if (kept.key === 'none') kept.key = structuredClone({ head: row.head, key: row.key });
      return (await head(round))?.key;
    },
    openSlots: async (round, names) => {
      const { slots } = roundOf(round);
      for (const name of names) if (!slots.has(name)) slots.set(name, { sealed: false });
    },
    head,
    extend: async (round, closesAt) => {
      const kept = roundOf(round);
      if (typeof kept.key === 'string') return false;
      kept.key = { ...kept.key, head: { ...kept.key.head, closesAt } };
      return true;
    },
    read: async (round, name) => {
      const slot = roundOf(round).slots.get(name);
      return slot === undefined ? 'no-slot' : structuredClone(slot.answer ?? 'empty');
    },
    answer: async (round, name, answer) => {
      const slot = roundOf(round).slots.get(name);
      if (slot === undefined) return 'no-slot';
      if (slot.sealed) return same(slot.answer, answer) ? 'taken' : 'sealed';
      slot.answer = structuredClone(answer);
      return 'taken';
    },
    withdraw: async (round, name) => {
      const { slots, key } = roundOf(round);
      const slot = slots.get(name);
      if (slot === undefined) return 'no-slot';
      // A sealed slot that is empty while the key is there was empty when it was sealed.
      if (slot.sealed) return slot.answer === undefined && typeof key !== 'string' ? 'withdrawn' : 'sealed';
      delete slot.answer;
      delete slot.later;
      return 'withdrawn';
    },
  };
};

const makeMarking = (roundOf: Rounds): Pick<Vault, 'later' | 'notLater' | 'marked'> => ({
  later: async (round, name, at) => {
    const slot = roundOf(round).slots.get(name);
    if (slot === undefined) return 'no-slot';
    if (slot.later !== undefined) return slot.later;
    if (slot.sealed) return 'sealed';
    slot.later = at;
    return at;
  },
  notLater: async (round, name, now) => {
    const slot = roundOf(round).slots.get(name);
    if ((slot?.later ?? now) > now) delete slot?.later;
  },
  marked: async (round, at) =>
    [...roundOf(round).slots].filter(([, { later }]) => later === at).map(([name]) => name),
});

/** `askDeliveries` are the records of asks: they lie with their round and die with it. */
export const makeMemoryVault = (askDeliveries: MemoryDeliveries): Vault & Forgetful => {
  const rounds = new Map<string, Kept>();
  const roundOf = makeRounds(rounds);
  return {
    ...makeOpening(roundOf),
    ...makeMarking(roundOf),
    forgetTenant: (tenant) => forgetTenantIn(rounds, tenant),
    seal: async (round, next) => {
      const { names, last } = pageOf(roundOf(round), next);
      for (const name of names) Object.assign(roundOf(round).slots.get(name) ?? {}, { sealed: true });
      return last;
    },
    slots: async (round, next) => {
      const { names, last } = pageOf(roundOf(round), next);
      const { slots } = roundOf(round);
      const page = names.map((slot) => structuredClone({ slot, answer: slots.get(slot)?.answer }));
      return last === undefined ? { slots: page } : { slots: page, next: last };
    },
    destroyKey: async (round) => {
      const kept = roundOf(round);
      if (typeof kept.key === 'string') return;
      // Overwritten, as a worker does with its copy: nothing of it stays in the process.
      kept.key.key.fill(0);
      kept.key = 'destroyed';
    },
    empty: async (round, next) => {
      const kept = roundOf(round);
      const { names, last } = pageOf(kept, next);
      for (const name of names) kept.slots.set(name, { sealed: true });
      if (kept.key !== 'none') kept.key = 'destroyed';
      askDeliveries.forget(round.tenant, round.round);
      return last;
    },
    remove: async ({ tenant, round }) => {
      rounds.delete(`${tenant}#${round}`);
      askDeliveries.forget(tenant, round);
      return undefined;
    },
    isEmpty: async (round) => {
      const { key, slots } = roundOf(round);
      const used = [...slots.values()].some(({ answer, later }) => (answer ?? later) !== undefined);
      return typeof key === 'string' && !used && askDeliveries.count(round.tenant, round.round) === 0;
    },
  };
};
