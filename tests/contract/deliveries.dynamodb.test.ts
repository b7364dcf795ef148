import { makeDynamoDeliveries } from '../../adapters/dynamodb/deliveries.ts';
import { askDeliveryRow, deliveryRow } from '../../adapters/dynamodb/table.ts';
import { makeSystemIds } from '../../adapters/system/ids.ts';
import { startDynalite } from '../support/dynalite.ts';
import { useTables } from '../support/dynamo-tables.ts';
import { deliveriesContract } from './deliveries.contract.ts';

const tables = useTables(startDynalite);
const ids = makeSystemIds();

deliveriesContract('DynamoDB', () =>
  makeDynamoDeliveries({ table: tables().state, rowOf: deliveryRow, ids }),
);

deliveriesContract('DynamoDB, asks', () =>
  makeDynamoDeliveries({ table: tables().vault, rowOf: askDeliveryRow, ids }),
);
