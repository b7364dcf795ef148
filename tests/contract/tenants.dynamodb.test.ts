import { makeDynamoTenants } from '../../adapters/dynamodb/tenants.ts';
import { startDynalite } from '../support/dynalite.ts';
import { useTables } from '../support/dynamo-tables.ts';
import { tenantsContract } from './tenants.contract.ts';

const tables = useTables(startDynalite);

tenantsContract('DynamoDB', () => makeDynamoTenants(tables().state));
