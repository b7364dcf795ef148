import type { PersonRef } from '../../../src/chat/identity.ts';
import { inOrder, orAnybody } from './attacker.ts';
import type { Attacker, Evidence } from './attacker.ts';
import { recordsNaming, recordsOf, textOf } from './records.ts';

const byFirst = (places: readonly (readonly [PersonRef, number])[]): readonly PersonRef[] =>
  [...places].sort(([, a], [, b]) => a - b).map(([person]) => person);

/** In the order in which the first record that is theirs alone comes. */
const rowOrder = ({ dump, roster }: Evidence): readonly PersonRef[] => {
  const place = new Map(recordsOf(dump).map((record, index) => [record, index]));
  const records = recordsNaming(dump, roster);
  const rows = roster.map((person) => {
    const own = (records.get(person) ?? []).filter(({ source }) => source === 'state' || source === 'vault');
    return [person, Math.min(...own.map((record) => place.get(record) ?? Infinity))] as const;
  });
  return byFirst(rows);
};

/** In the order in which the asks of this round stand in the chat. */
const askOrder = ({ dump, roster, round }: Evidence): readonly PersonRef[] => {
  const asks = recordsOf(dump).filter(
    (record) => record.source === 'chat' && textOf(record).includes(`"round":"${round}"`),
  );
  return byFirst(
    roster.map((person) => [person, asks.findIndex((ask) => textOf(ask).includes(person))] as const),
  );
};

const orderAttacker = (name: string, order: (evidence: Evidence) => readonly PersonRef[]): Attacker => ({
  name: `order: ${name}`,
  authors: (evidence, chance) =>
    orAnybody(inOrder(order(evidence), evidence.comments.length), evidence, chance),
});

/** (2) Believes that the comments stand in an order that something else has as well. */
export const orderAttackers: readonly Attacker[] = [
  orderAttacker('roster', ({ roster }) => roster),
  orderAttacker('rows', rowOrder),
  orderAttacker('asks', askOrder),
];
