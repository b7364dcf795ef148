import { createHash } from 'node:crypto';
import type { PersonRef } from '../../../src/chat/identity.ts';
import { bySign, inOrder, orAnybody } from './attacker.ts';
import type { Attacker, Evidence } from './attacker.ts';
import { leavesOf, names, recordsNaming, recordsOf, textOf } from './records.ts';
import type { Evident } from './records.ts';

/** Records of what was sent to somebody: delivery records, queued messages, direct messages. */
const isDelivery = (record: Evident): boolean =>
  record.source === 'queue' || record.source === 'chat' || textOf(record).includes('DELIVER');

/** Of one round, by whom they went to: named by id, or by place on the roster as the keys of asks do. */
const ofRound = (evidence: Evidence): ReadonlyMap<PersonRef, readonly Evident[]> => {
  const { dump, roster, round } = evidence;
  const deliveries = recordsOf(dump).filter((record) => isDelivery(record) && names(record, round));
  const named = recordsNaming(dump, roster);
  return new Map(
    roster.map((person, place) => {
      const byPlace = new RegExp(`${round}[.\\d]*/${place}"`, 'u');
      const own = named.get(person) ?? [];
      return [person, deliveries.filter((record) => own.includes(record) || byPlace.test(textOf(record)))];
    }),
  );
};

const HASHES = ['sha256', 'sha1', 'md5', 'sha512'] as const;

/** A comment as a record of a message that showed it could hold it. */
const traces = (comment: string): readonly string[] => [
  comment,
  ...HASHES.flatMap((hash) => {
    const digest = createHash(hash).update(comment).digest();
    return [digest.toString('hex'), digest.toString('base64'), digest.toString('base64url')];
  }),
];

/** The numbers of a record, biggest first: where it has a time, a counter or a sequence, they tell an order. */
const sequence = (records: readonly Evident[]): number =>
  Math.max(
    0,
    ...records
      .flatMap((record) =>
        leavesOf(record).map(({ value }) => (typeof value === 'number' ? value : Number.NaN)),
      )
      .filter((number) => !Number.isNaN(number)),
  );

const bySequence = (deliveries: ReadonlyMap<PersonRef, readonly Evident[]>): readonly PersonRef[] =>
  [...deliveries]
    .map(([person, records]) => ({ person, number: sequence(records) }))
    .sort((a, b) => a.number - b.number)
    .map(({ person }) => person);

/** Who was sent more than others. */
const sentMost = (deliveries: ReadonlyMap<PersonRef, readonly Evident[]>): readonly PersonRef[] => {
  const most = Math.max(...[...deliveries.values()].map(({ length }) => length));
  return [...deliveries].filter(([, { length }]) => length === most).map(([person]) => person);
};

/** (5) Looks for a comment, or its digest, in what was sent to somebody; else believes in the order of the records. */
export const delivery: Attacker = {
  name: 'delivery',
  authors: (evidence, chance) => {
    const deliveries = ofRound(evidence);
    const texts = [...deliveries].map(([person, records]) => ({
      person,
      text: records.map(textOf).join(),
    }));
    const placed = inOrder(bySequence(deliveries), evidence.comments.length);
    const guesses = evidence.comments.map((comment, index) => {
      const wanted = traces(comment);
      const found = texts.find(({ text }) => wanted.some((trace) => text.includes(trace)));
      return found?.person ?? placed[index];
    });
    return orAnybody(guesses, evidence, chance);
  },
  answered: (evidence, chance) => bySign(new Set(sentMost(ofRound(evidence))), evidence, chance),
};
