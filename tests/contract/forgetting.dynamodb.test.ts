import { makeDynamoChannels } from '../../adapters/dynamodb/channels.ts';
import { makeDynamoComments } from '../../adapters/dynamodb/comments.ts';
import { makeDynamoDeliveries } from '../../adapters/dynamodb/deliveries.ts';
import { makeForgettingTable } from '../../adapters/dynamodb/forgetting-table.ts';
import { makeDynamoRoundRepository } from '../../adapters/dynamodb/round-repository.ts';
import { makeDynamoSeenEvents } from '../../adapters/dynamodb/seen-events.ts';
import { deliveryRow } from '../../adapters/dynamodb/table.ts';
import { makeSettableClock } from '../../adapters/memory/clock.ts';
import { makeSystemIds } from '../../adapters/system/ids.ts';
import { startDynalite } from '../support/dynalite.ts';
import { useTables } from '../support/dynamo-tables.ts';
import { forgettingContract } from './forgetting.contract.ts';

const tables = useTables(startDynalite);

forgettingContract('DynamoDB', () => {
  const clock = makeSettableClock(0);
  const table = makeForgettingTable(tables().state, clock);
  return {
    rounds: makeDynamoRoundRepository(table),
    channels: makeDynamoChannels(table),
    comments: makeDynamoComments(table),
    deliveries: makeDynamoDeliveries({ table, rowOf: deliveryRow, ids: makeSystemIds() }),
    seenEvents: makeDynamoSeenEvents(table),
    setNow: (now) => clock.set(now),
  };
});
