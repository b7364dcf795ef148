// Neither DynamoDB nor SQS has an operation that streams events.
import { absent } from './absent.mjs';

export const EventStreamSerde = absent('EventStreamSerde');
