import { makeDynamoChannels } from '../../adapters/dynamodb/channels.ts';
import { startDynalite } from '../support/dynalite.ts';
import { useTables } from '../support/dynamo-tables.ts';
import { channelsContract } from './channels.contract.ts';

const tables = useTables(startDynalite);

channelsContract('DynamoDB', () => makeDynamoChannels(tables().state));
