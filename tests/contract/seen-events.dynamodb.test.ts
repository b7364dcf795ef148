import { makeDynamoSeenEvents } from '../../adapters/dynamodb/seen-events.ts';
import { startDynalite } from '../support/dynalite.ts';
import { useTables } from '../support/dynamo-tables.ts';
import { seenEventsContract } from './seen-events.contract.ts';

const tables = useTables(startDynalite);

seenEventsContract('DynamoDB', () => makeDynamoSeenEvents(tables().state));
