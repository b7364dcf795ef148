import { makeDynamoAskBatchRepository } from '../adapters/dynamodb/ask-batch-repository.ts';
import { makeDynamoChannels } from '../adapters/dynamodb/channels.ts';
import { makeDynamoClient } from '../adapters/dynamodb/client.ts';
import { makeDynamoComments } from '../adapters/dynamodb/comments.ts';
import { makeDynamoDeliveries } from '../adapters/dynamodb/deliveries.ts';
import { makeDynamoDueIndex } from '../adapters/dynamodb/due-index.ts';
import { makeDynamoErasureRepository } from '../adapters/dynamodb/erasure-repository.ts';
import { makeForgettingTable } from '../adapters/dynamodb/forgetting-table.ts';
import { makeDynamoHoldings } from '../adapters/dynamodb/holdings.ts';
import { makeDynamoTable } from '../adapters/dynamodb/dynamo-table.ts';
import type { DynamoTable } from '../adapters/dynamodb/dynamo-table.ts';
import { makeDynamoLookRepository } from '../adapters/dynamodb/look-repository.ts';
import { makeDynamoPeople } from '../adapters/dynamodb/people.ts';
import { makeDynamoQuiet } from '../adapters/dynamodb/quiet.ts';
import { makeDynamoRemovalRepository } from '../adapters/dynamodb/removal-repository.ts';
import { makeDynamoRoundRepository } from '../adapters/dynamodb/round-repository.ts';
import { makeDynamoSeenEvents } from '../adapters/dynamodb/seen-events.ts';
import { askDeliveryRow, deliveryRow } from '../adapters/dynamodb/table.ts';
import { makeDynamoSettingsRepository } from '../adapters/dynamodb/settings-repository.ts';
import { makeDynamoTeamRepository } from '../adapters/dynamodb/team-repository.ts';
import { makeDynamoTenants } from '../adapters/dynamodb/tenants.ts';
import { makeDynamoVaultSlots } from '../adapters/dynamodb/vault-slots.ts';
import { makeDynamoVault } from '../adapters/dynamodb/vault.ts';
import { makeSystemIds } from '../adapters/system/ids.ts';
import type { Clock } from '../src/ports/clock.ts';
import type { DueIndex } from '../src/ports/due-index.ts';
import type { StorageConfig } from './config.ts';

/** A local engine takes any credentials, but the SDK wants some. */
const LOCAL_CREDENTIALS = { accessKeyId: 'local', secretAccessKey: 'local' };

interface Place {
  readonly name: string;
  readonly endpoint: string | undefined;
}

const openTable = (region: string, { name, endpoint }: Place, remainingMs?: () => number): DynamoTable =>
  makeDynamoTable(
    makeDynamoClient({
      region,
      ...(endpoint === undefined ? {} : { endpoint, credentials: LOCAL_CREDENTIALS }),
      ...(remainingMs === undefined ? {} : { remainingMs }),
    }),
    name,
  );

const openStateTable = (config: StorageConfig, remainingMs?: () => number): DynamoTable =>
  openTable(config.AWS_REGION, { name: config.STATE_TABLE, endpoint: config.DYNAMODB_ENDPOINT }, remainingMs);

const openVaultTable = (config: StorageConfig, remainingMs?: () => number): DynamoTable =>
  openTable(
    config.AWS_REGION,
    { name: config.VAULT_TABLE, endpoint: config.VAULT_DYNAMODB_ENDPOINT ?? config.DYNAMODB_ENDPOINT },
    remainingMs,
  );

const openState = (state: DynamoTable) => ({
  teams: makeDynamoTeamRepository(state),
  rounds: makeDynamoRoundRepository(state),
  batches: makeDynamoAskBatchRepository(state),
  looks: makeDynamoLookRepository(state),
  settings: makeDynamoSettingsRepository(state),
  erasures: makeDynamoErasureRepository(state),
  removals: makeDynamoRemovalRepository(state),
  channels: makeDynamoChannels(state),
  people: makeDynamoPeople(state),
  tenants: makeDynamoTenants(state),
  comments: makeDynamoComments(state),
});

/**
 * As much of the tables as answering people takes, behind its ports: no code to list, seal, count or destroy what lies
 * in the vault is there. `remainingMs` bounds every call by the deadline of whoever waits.
 */
export const openFrontStorage = (config: StorageConfig, clock: Clock, remainingMs: () => number) => {
  const state = makeForgettingTable(openStateTable(config, remainingMs), clock);
  return {
    ...openState(state),
    seenEvents: makeDynamoSeenEvents(state),
    vault: makeDynamoVaultSlots(openVaultTable(config, remainingMs)),
  };
};

/** Both tables behind their ports. What is past its time by `clock` is gone, dropped or not. */
export const openStorage = (config: StorageConfig, clock: Clock) => {
  const stored = openStateTable(config);
  const state = makeForgettingTable(stored, clock);
  const vault = openVaultTable(config);
  const ids = makeSystemIds();
  return {
    ...openState(state),
    holdings: makeDynamoHoldings({ state: stored, vault }),
    deliveries: makeDynamoDeliveries({ table: state, rowOf: deliveryRow, ids }),
    askDeliveries: makeDynamoDeliveries({ table: vault, rowOf: askDeliveryRow, ids }),
    vault: makeDynamoVault(vault),
    quiet: makeDynamoQuiet(vault),
  };
};

/** Which rows are due, and never a row. */
export const openDueIndex = (config: StorageConfig, clock: Clock): DueIndex =>
  makeDynamoDueIndex(makeForgettingTable(openStateTable(config), clock));
