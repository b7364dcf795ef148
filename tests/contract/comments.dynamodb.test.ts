import { makeDynamoComments } from '../../adapters/dynamodb/comments.ts';
import { startDynalite } from '../support/dynalite.ts';
import { useTables } from '../support/dynamo-tables.ts';
import { commentsContract } from './comments.contract.ts';

const tables = useTables(startDynalite);

commentsContract('DynamoDB', () => makeDynamoComments(tables().state));
