import { expect, test } from '@jest/globals';
import { makeSystemKeys } from '../../adapters/system/keys.ts';
import { inTenant } from '../../src/chat/identity.ts';
import { makeChance } from '../support/chance.ts';
import type { Dump } from '../support/pulse-dump.ts';
import { WORLD_TENANT } from '../support/pulse-teams.ts';
import type { Evidence } from './attackers/attacker.ts';
import { findKey } from './attackers/key-search.ts';

/* The search is only worth as much as the hiding places it looks into. */

const KEY = makeChance('key').bytes(32);
const hex = Buffer.from(KEY).toString('hex');
const base64 = Buffer.from(KEY).toString('base64');
const around = Uint8Array.from([1, 2, 3, ...KEY, 4, 5]);

const roster = ['U0AAAAAAAA', 'U0BBBBBBBB', 'U0CCCCCCCC'].map((id) => inTenant(WORLD_TENANT, id));

const NOTHING: Dump = {
  state: [],
  vault: roster.map((person) => ({
    pk: 'T#slack:T0RAHMEN#ROUND#C0XXXXXXXX-1',
    sk: `SLOT#${makeSystemKeys().slotOf(KEY, person)}`,
    sealed: true,
    ttl: 1_800_000_000,
  })),
  logs: [],
  queued: [],
  deadLetters: [],
  chat: [],
};

const evidenceOf = (dump: Dump): Evidence => ({
  round: 'C0XXXXXXXX-1',
  opensAt: 0,
  closesAt: 1,
  roster,
  answers: 3,
  comments: [],
  dump,
  clicks: [],
  sent: [],
  restores: [],
});

const aMessage = (body: string) => ({
  messageId: 'message-1',
  body,
  groupId: 'group',
  deduplicationId: 'id',
  receiveCount: 1,
});

const aLine = (fault: string) => ({ level: 'error' as const, event: 'library' as const, fields: { fault } });

test.each<readonly [string, Partial<Dump>]>([
  ['as bytes in a row', { state: [{ pk: 'a', sk: 'b', key: KEY }] }],
  ['inside longer bytes', { state: [{ pk: 'a', sk: 'b', blob: around }] }],
  ['inside bytes in base64', { state: [{ pk: 'a', sk: 'b', blob: Buffer.from(around).toString('base64') }] }],
  ['as hex in a log line', { logs: [aLine(`key=${hex};`)] }],
  ['as upper-case hex with a letter before it', { logs: [aLine(`a${hex.toUpperCase()}`)] }],
  ['as base64 in a queued message', { queued: [aMessage(JSON.stringify({ key: base64 }))] }],
  ['as base64 behind other letters', { queued: [aMessage(`xy${base64}`)] }],
  ['as base64url in a dead letter', { deadLetters: [aMessage(Buffer.from(KEY).toString('base64url'))] }],
  ['as JSON of bytes in a dead letter', { deadLetters: [aMessage(JSON.stringify({ key: KEY }))] }],
  ['as a list of numbers in a row', { vault: [...NOTHING.vault, { pk: 'a', sk: 'b', key: [...KEY] }] }],
])('finds the key %s', (_, planted) => {
  expect(findKey(evidenceOf({ ...NOTHING, ...planted }))).toEqual(KEY);
});

test('finds nothing where there is nothing', () => {
  expect(findKey(evidenceOf(NOTHING))).toBeUndefined();
});
