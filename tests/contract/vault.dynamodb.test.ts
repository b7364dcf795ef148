import { makeDynamoDeliveries } from '../../adapters/dynamodb/deliveries.ts';
import { askDeliveryRow } from '../../adapters/dynamodb/table.ts';
import { makeDynamoVault } from '../../adapters/dynamodb/vault.ts';
import { makeSystemIds } from '../../adapters/system/ids.ts';
import { startDynalite } from '../support/dynalite.ts';
import { useTables } from '../support/dynamo-tables.ts';
import { vaultLaterContract } from './vault-later.contract.ts';
import { vaultContract } from './vault.contract.ts';

const tables = useTables(startDynalite);

for (const contract of [vaultContract, vaultLaterContract]) {
  contract('DynamoDB', () => {
    const table = tables().vault;
    const askDeliveries = makeDynamoDeliveries({ table, rowOf: askDeliveryRow, ids: makeSystemIds() });
    return { vault: makeDynamoVault(table), askDeliveries };
  });
}
