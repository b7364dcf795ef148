import { makeDynamoQuiet } from '../../adapters/dynamodb/quiet.ts';
import { startDynalite } from '../support/dynalite.ts';
import { useTables } from '../support/dynamo-tables.ts';
import { quietContract } from './quiet.contract.ts';

const tables = useTables(startDynalite);

quietContract('DynamoDB', () => makeDynamoQuiet(tables().vault));
