import { makeDynamoAskBatchRepository } from '../../adapters/dynamodb/ask-batch-repository.ts';
import { makeDynamoRoundRepository } from '../../adapters/dynamodb/round-repository.ts';
import { makeDynamoTeamRepository } from '../../adapters/dynamodb/team-repository.ts';
import { startDynalite } from '../support/dynalite.ts';
import { useTables } from '../support/dynamo-tables.ts';
import { aggregateRepositoryContract } from './aggregate-repository.contract.ts';
import { aRound, aTeam, anAskBatch } from './samples.ts';

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
