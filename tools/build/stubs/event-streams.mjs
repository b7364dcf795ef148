// Neither DynamoDB nor SQS has an operation that streams events.
export function EventStreamSerde() {
  throw new TypeError('event streams are not in the bundle: see tools/build/trim.mjs');
}
