import { expect, test } from '@jest/globals';
import { makeMemoryLogger } from '../../../adapters/memory/logger.ts';
import { makeMemoryChatGateway } from '../../../adapters/memory/chat-gateway.ts';
import { makeSettableClock } from '../../../adapters/memory/clock.ts';
import { makeDynamoDeliveries } from '../../../adapters/dynamodb/deliveries.ts';
import { makeDynamoQuiet } from '../../../adapters/dynamodb/quiet.ts';
import { askDeliveryRow } from '../../../adapters/dynamodb/table.ts';
import { makeSystemCalendar } from '../../../adapters/system/calendar.ts';
import { makeSystemIds } from '../../../adapters/system/ids.ts';
import type { PersonRef } from '../../../src/chat/identity.ts';
import { makeDeliver } from '../../../src/delivery/deliver.ts';
import type { Message } from '../../../src/delivery/message.ts';
import { makeQuietGate } from '../../../src/delivery/quiet-gate.ts';
import { CLOSES, TENANT, utc } from '../../support/builders.ts';
import { dumpTable } from '../../support/dump-table.ts';
import { startDynalite } from '../../support/dynalite.ts';
import { useTables } from '../../support/dynamo-tables.ts';

const tables = useTables(startDynalite);

const asks: Message = { kind: 'asks', tenant: TENANT, batch: 'C1-1.0', from: 0, to: 1 };
const copy: Message = { kind: 'result-for-lead', tenant: TENANT, round: 'C1-1', lead: 0 };

/** The rows that one message to one person leaves, other than its delivery record. */
const rowsAfter = async (message: Message, person: PersonRef, zone: string, at: string) => {
  const { vault, client } = tables();
  const clock = makeSettableClock(utc(at));
  const quiet = makeDynamoQuiet(vault);
  const deliver = makeDeliver({
    gateway: makeMemoryChatGateway(),
    clock,
    logger: makeMemoryLogger(),
    gate: makeQuietGate({ quiet, calendar: makeSystemCalendar(), clock }),
    parcels: async () => [
      {
        ref: { tenant: TENANT, aggregate: 'C1-1', key: `${message.kind}/${at}` },
        records: makeDynamoDeliveries({ table: vault, rowOf: askDeliveryRow, ids: makeSystemIds() }),
        forgetAt: CLOSES,
        to: person,
        reader: { subject: person, zone },
        card: { title: [], nodes: [] },
      },
    ],
  });
  await deliver(message);
  const rows = (await dumpTable(client, 'vault')).filter(({ pk }) => String(pk).includes('QUIET'));
  await quiet.forget(TENANT, person);
  return rows;
};

test('a week’s row knows who, which week and how many: no time, no kind of message, nothing of their clock', async () => {
  const [row, ...others] = await rowsAfter(asks, 'slack:T1:U1', 'Europe/Berlin', '2026-12-03T11:07:12Z');
  expect(others).toEqual([]);
  expect(row).toEqual({
    pk: 'T#slack:T1#QUIET#slack:T1:U1',
    sk: 'QUIET#2026-11-30',
    // Tuesday, 8 December, 00:00 in Greenwich: a day after the week, the same for everybody.
    ttl: utc('2026-12-08T00:00:00Z') / 1000,
    places: new Set([expect.stringMatching(/^[0-9a-z]{1,7}$/u)]),
  });
});

test('looks the same whatever the message was, whenever it came and wherever its reader is', async () => {
  const shapes = [
    await rowsAfter(asks, 'slack:T1:U1', 'Europe/Berlin', '2026-12-04T06:00:00Z'),
    await rowsAfter(copy, 'slack:T1:U1', 'Europe/Berlin', '2026-12-05T22:59:59Z'),
    await rowsAfter(copy, 'slack:T1:U1', 'Pacific/Auckland', '2026-11-30T00:00:00Z'),
    await rowsAfter(asks, 'slack:T1:U1', 'America/Los_Angeles', '2026-12-07T05:00:00Z'),
  ];
  for (const rows of shapes) {
    expect(rows).toEqual([
      {
        pk: 'T#slack:T1#QUIET#slack:T1:U1',
        sk: 'QUIET#2026-11-30',
        ttl: utc('2026-12-08T00:00:00Z') / 1000,
        places: expect.any(Set),
      },
    ]);
  }
});
