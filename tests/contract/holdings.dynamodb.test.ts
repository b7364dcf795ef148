import { makeDynamoAskBatchRepository } from '../../adapters/dynamodb/ask-batch-repository.ts';
import { makeDynamoChannels } from '../../adapters/dynamodb/channels.ts';
import { makeDynamoComments } from '../../adapters/dynamodb/comments.ts';
import { makeDynamoDeliveries } from '../../adapters/dynamodb/deliveries.ts';
import { makeDynamoErasureRepository } from '../../adapters/dynamodb/erasure-repository.ts';
import { makeDynamoHoldings } from '../../adapters/dynamodb/holdings.ts';
import { makeDynamoPeople } from '../../adapters/dynamodb/people.ts';
import { makeDynamoRemovalRepository } from '../../adapters/dynamodb/removal-repository.ts';
import { makeDynamoRoundRepository } from '../../adapters/dynamodb/round-repository.ts';
import { deliveryRow } from '../../adapters/dynamodb/table.ts';
import { makeDynamoTeamRepository } from '../../adapters/dynamodb/team-repository.ts';
import { makeDynamoTenants } from '../../adapters/dynamodb/tenants.ts';
import { makeDynamoVault } from '../../adapters/dynamodb/vault.ts';
import { makeSystemIds } from '../../adapters/system/ids.ts';
import { startDynalite } from '../support/dynalite.ts';
import { useTables } from '../support/dynamo-tables.ts';
import { holdingsContract } from './holdings.contract.ts';

const tables = useTables(startDynalite);

holdingsContract('DynamoDB', () => {
  const { state, vault } = tables();
  return {
    holdings: makeDynamoHoldings({ state, vault }),
    teams: makeDynamoTeamRepository(state),
    rounds: makeDynamoRoundRepository(state),
    batches: makeDynamoAskBatchRepository(state),
    erasures: makeDynamoErasureRepository(state),
    removals: makeDynamoRemovalRepository(state),
    people: makeDynamoPeople(state),
    channels: makeDynamoChannels(state),
    comments: makeDynamoComments(state),
    deliveries: makeDynamoDeliveries({ table: state, rowOf: deliveryRow, ids: makeSystemIds() }),
    tenants: makeDynamoTenants(state),
    vault: makeDynamoVault(vault),
  };
});
