import { expect, it } from '@jest/globals';
import { makeDynamoAskBatchRepository } from '../../adapters/dynamodb/ask-batch-repository.ts';
import { makeDynamoLookRepository } from '../../adapters/dynamodb/look-repository.ts';
import { makeDynamoRoundRepository } from '../../adapters/dynamodb/round-repository.ts';
import { makeDynamoSettingsRepository } from '../../adapters/dynamodb/settings-repository.ts';
import { makeDynamoTeamRepository } from '../../adapters/dynamodb/team-repository.ts';
import { BATCH_MOST } from '../../src/pulse/asks/ask-batch.ts';
import { HISTORY_KEPT, OUTBOX_MOST } from '../../src/work/aggregate.ts';
import { startDynalite } from '../support/dynalite.ts';
import { useTables } from '../support/dynamo-tables.ts';
import { aggregateRepositoryContract } from './aggregate-repository.contract.ts';
import { aLook, aRound, aTeam, anAskBatch, someSettings } from './samples.ts';

const tables = useTables(startDynalite);

aggregateRepositoryContract('DynamoDB, team', () => ({
  repository: makeDynamoTeamRepository(tables().state),
  sample: aTeam,
}));

aggregateRepositoryContract('DynamoDB, round', () => ({
  repository: makeDynamoRoundRepository(tables().state),
  sample: aRound,
}));

aggregateRepositoryContract('DynamoDB, ask batch', () => ({
  repository: makeDynamoAskBatchRepository(tables().state),
  sample: anAskBatch,
}));

aggregateRepositoryContract('DynamoDB, look', () => ({
  repository: makeDynamoLookRepository(tables().state),
  sample: aLook,
}));

aggregateRepositoryContract('DynamoDB, settings', () => ({
  repository: makeDynamoSettingsRepository(tables().state),
  sample: someSettings,
}));

it('keeps the largest batch that the rules allow, with the longest ids', async () => {
  const tenant = `msteams:${'d'.repeat(36)}` as const;
  const round = `19:${'c'.repeat(32)}@thread.tacv2-100`;
  const batch = { kind: 'asks', tenant, batch: `${round}.40`, from: 225, to: 250 } as const;
  const largest = anAskBatch(tenant, {
    id: `${round}.40`,
    round,
    people: Array.from({ length: BATCH_MOST }, () => `${tenant}:${'a'.repeat(36)}` as const),
    history: Array.from({ length: HISTORY_KEPT }, () => ({
      command: `redrive/${round}.40/100`,
      what: 'asks sent',
    })),
    outbox: Array.from({ length: OUTBOX_MOST }, () => ({
      id: `asks/${round}.40.9`,
      attempt: 9,
      message: batch,
    })),
  });
  const repository = makeDynamoAskBatchRepository(tables().state);
  expect(await repository.create(largest)).toBe('created');
  expect(await repository.find(tenant, largest.id)).toEqual(largest);
});
