import { makeDynamoPeople } from '../../adapters/dynamodb/people.ts';
import { startDynalite } from '../support/dynalite.ts';
import { useTables } from '../support/dynamo-tables.ts';
import { peopleContract } from './people.contract.ts';

const tables = useTables(startDynalite);

peopleContract('DynamoDB', () => makeDynamoPeople(tables().state));
