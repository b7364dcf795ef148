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
import { makeDynamoVault } from '../adapters/dynamodb/vault.ts';
import { makeSystemIds } from '../adapters/system/ids.ts';
import type { Clock } from '../src/ports/clock.ts';
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

/**
 * Both tables behind their ports. What is past its time by `clock` is gone, dropped or not. `remainingMs` bounds every
 * call by the deadline of whoever waits.
 */
export const openStorage = (config: StorageConfig, clock: Clock, remainingMs?: () => number) => {
  const { AWS_REGION, DYNAMODB_ENDPOINT, STATE_TABLE, VAULT_TABLE } = config;
  const stored = openTable(AWS_REGION, { name: STATE_TABLE, endpoint: DYNAMODB_ENDPOINT }, remainingMs);
  const state = makeForgettingTable(stored, clock);
  const vault = openTable(
    AWS_REGION,
    { name: VAULT_TABLE, endpoint: config.VAULT_DYNAMODB_ENDPOINT ?? DYNAMODB_ENDPOINT },
    remainingMs,
  );
  const ids = makeSystemIds();
  return {
    teams: makeDynamoTeamRepository(state),
    rounds: makeDynamoRoundRepository(state),
    batches: makeDynamoAskBatchRepository(state),
    looks: makeDynamoLookRepository(state),
    settings: makeDynamoSettingsRepository(state),
    erasures: makeDynamoErasureRepository(state),
    removals: makeDynamoRemovalRepository(state),
    holdings: makeDynamoHoldings({ state: stored, vault }),
    channels: makeDynamoChannels(state),
    people: makeDynamoPeople(state),
    tenants: makeDynamoTenants(state),
    seenEvents: makeDynamoSeenEvents(state),
    comments: makeDynamoComments(state),
    dueIndex: makeDynamoDueIndex(state),
    deliveries: makeDynamoDeliveries({ table: state, rowOf: deliveryRow, ids }),
    askDeliveries: makeDynamoDeliveries({ table: vault, rowOf: askDeliveryRow, ids }),
    vault: makeDynamoVault(vault),
    quiet: makeDynamoQuiet(vault),
  };
};

export type Storage = ReturnType<typeof openStorage>;
