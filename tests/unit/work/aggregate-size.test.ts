import { describe, expect, test } from '@jest/globals';
import type { PersonRef } from '../../../src/chat/identity.ts';
import type { Message } from '../../../src/delivery/message.ts';
import type { AskBatch } from '../../../src/pulse/asks/ask-batch.ts';
import { STARTER_PACK } from '../../../src/pulse/items/pack.ts';
import { notices } from '../../../src/team/notices/notices.ts';
import { changed } from '../../../src/work/aggregate.ts';
import type { Aggregate } from '../../../src/work/aggregate.ts';
import { aClosedRound, aResult, aTeam, CLOSES, OPENS } from '../../support/builders.ts';

/** R13: an aggregate stays at or below 32 KB. */
const MOST = 32 * 1024;

const bytes = (aggregate: Aggregate): number => Buffer.byteLength(JSON.stringify(aggregate));

/** A reference as long as Microsoft Teams makes them. */
const longRef = (index: number): PersonRef =>
  `msteams:11111111-2222-3333-4444-555555555555:${String(index).padStart(36, '0')}`;

const LONG_ID = '19:0123456789abcdef0123456789abcdef@thread.tacv2';
const LEADS = [0, 1, 2, 3, 4].map(longRef);

/** Changed so often that the history is full, with these messages waiting. */
const aged = <A extends Aggregate>(aggregate: A, messages: readonly Message[]): A => {
  let old = aggregate;
  for (let change = 0; change < 120; change += 1) {
    old = changed(old, { command: `open/${LONG_ID}-${1000 + change}`, what: 'round opened', now: OPENS });
  }
  return changed(old, { command: 'last', what: 'not opened', now: OPENS, messages });
};

describe('the largest', () => {
  test('team stays small', () => {
    const team = aTeam({
      id: LONG_ID,
      name: 'x'.repeat(80),
      leads: LEADS,
      asked: Object.fromEntries(STARTER_PACK.map(({ id }) => [id, 1000])),
    });
    expect(bytes(aged(team, notices(team, 'channel-unreadable')))).toBeLessThanOrEqual(MOST);
  });

  test('round stays small', () => {
    const result = aResult({
      answers: 10_000,
      first: 'a',
      items: ['a', 'b', 'c'].map((item) => ({
        item,
        enough: true,
        wording: 'nearly-everyone',
        counts: [2000, 2000, 2000, 2000, 2000],
        cannotSay: 2000,
      })),
      commentPages: 200,
    });
    const round = aClosedRound(result, { id: `${LONG_ID}-1000`, leads: LEADS, items: STARTER_PACK });
    const message: Message = { kind: 'result', tenant: round.tenant, round: round.id };
    expect(bytes(aged(round, [message]))).toBeLessThanOrEqual(MOST);
  });

  test('batch of asks stays small', () => {
    const batch: AskBatch = {
      tenant: 'msteams:11111111-2222-3333-4444-555555555555',
      id: `${LONG_ID}-1000.40`,
      version: 1,
      history: [{ command: `open/${LONG_ID}-1000.40`, what: 'frozen' }],
      outbox: [],
      due: OPENS,
      round: `${LONG_ID}-1000`,
      people: Array.from({ length: 250 }, (_, index) => longRef(index)),
      last: false,
      closesAt: CLOSES,
    };
    const asks = Array.from(
      { length: 10 },
      (_, index): Message => ({
        kind: 'asks',
        tenant: batch.tenant,
        batch: batch.id,
        from: index * 25,
        to: (index + 1) * 25,
      }),
    );
    expect(
      bytes(changed(batch, { command: 'ask', what: 'asked', now: OPENS, messages: asks })),
    ).toBeLessThanOrEqual(MOST);
  });
});
