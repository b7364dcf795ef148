import { makeDynamoAskBatchRepository } from '../../adapters/dynamodb/ask-batch-repository.ts';
import { makeDynamoComments } from '../../adapters/dynamodb/comments.ts';
import { makeDynamoDeliveries } from '../../adapters/dynamodb/deliveries.ts';
import { makeDynamoDueIndex } from '../../adapters/dynamodb/due-index.ts';
import { makeDynamoPeople } from '../../adapters/dynamodb/people.ts';
import { makeDynamoRoundRepository } from '../../adapters/dynamodb/round-repository.ts';
import { makeDynamoSeenEvents } from '../../adapters/dynamodb/seen-events.ts';
import { askDeliveryRow, deliveryRow } from '../../adapters/dynamodb/table.ts';
import { makeDynamoTeamRepository } from '../../adapters/dynamodb/team-repository.ts';
import { makeDynamoTenants } from '../../adapters/dynamodb/tenants.ts';
import { makeDynamoVault } from '../../adapters/dynamodb/vault.ts';
import { makeSystemIds } from '../../adapters/system/ids.ts';
import { aggregateRepositoryContract } from '../contract/aggregate-repository.contract.ts';
import { commentsContract } from '../contract/comments.contract.ts';
import { deliveriesContract } from '../contract/deliveries.contract.ts';
import { dueIndexContract } from '../contract/due-index.contract.ts';
import { peopleContract } from '../contract/people.contract.ts';
import { aRound, aTeam, anAskBatch } from '../contract/samples.ts';
import { seenEventsContract } from '../contract/seen-events.contract.ts';
import { tenantsContract } from '../contract/tenants.contract.ts';
import { vaultLaterContract } from '../contract/vault-later.contract.ts';
import { vaultContract } from '../contract/vault.contract.ts';
import { useTables } from '../support/dynamo-tables.ts';
import { startDynamoDbLocal } from './dynamodb-local.ts';

/* Every promise of storage once more, on AWS's own engine: what dynalite does differently shows here. */

const tables = useTables(startDynamoDbLocal);
const ids = makeSystemIds();
const engine = 'DynamoDB Local';

const askDeliveries = () => makeDynamoDeliveries({ table: tables().vault, rowOf: askDeliveryRow, ids });

aggregateRepositoryContract(`${engine}, team`, () => ({
  repository: makeDynamoTeamRepository(tables().state),
  sample: aTeam,
}));
aggregateRepositoryContract(`${engine}, round`, () => ({
  repository: makeDynamoRoundRepository(tables().state),
  sample: aRound,
}));
aggregateRepositoryContract(`${engine}, ask batch`, () => ({
  repository: makeDynamoAskBatchRepository(tables().state),
  sample: anAskBatch,
}));
dueIndexContract(engine, () => ({
  dueIndex: makeDynamoDueIndex(tables().state),
  teams: makeDynamoTeamRepository(tables().state),
  rounds: makeDynamoRoundRepository(tables().state),
  batches: makeDynamoAskBatchRepository(tables().state),
}));
for (const contract of [vaultContract, vaultLaterContract]) {
  contract(engine, () => ({
    vault: makeDynamoVault(tables().vault),
    askDeliveries: askDeliveries(),
  }));
}
deliveriesContract(engine, () => makeDynamoDeliveries({ table: tables().state, rowOf: deliveryRow, ids }));
deliveriesContract(`${engine}, asks`, askDeliveries);
peopleContract(engine, () => makeDynamoPeople(tables().state));
tenantsContract(engine, () => makeDynamoTenants(tables().state));
seenEventsContract(engine, () => makeDynamoSeenEvents(tables().state));
commentsContract(engine, () => makeDynamoComments(tables().state));
