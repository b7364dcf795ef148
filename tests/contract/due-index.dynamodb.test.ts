import { makeDynamoAskBatchRepository } from '../../adapters/dynamodb/ask-batch-repository.ts';
import { makeDynamoDueIndex } from '../../adapters/dynamodb/due-index.ts';
import { makeDynamoRoundRepository } from '../../adapters/dynamodb/round-repository.ts';
import { makeDynamoTeamRepository } from '../../adapters/dynamodb/team-repository.ts';
import { startDynalite } from '../support/dynalite.ts';
import { useTables } from '../support/dynamo-tables.ts';
import { dueIndexContract } from './due-index.contract.ts';

const tables = useTables(startDynalite);

dueIndexContract('DynamoDB', () => {
  const { state } = tables();
  return {
    dueIndex: makeDynamoDueIndex(state),
    teams: makeDynamoTeamRepository(state),
    rounds: makeDynamoRoundRepository(state),
    batches: makeDynamoAskBatchRepository(state),
  };
});
