import { ScanCommand as RawScanCommand } from '@aws-sdk/client-dynamodb';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Post } from '../../adapters/memory/chat-gateway.ts';
import type { FifoMessage } from '../../adapters/memory/fifo-groups.ts';
import type { LogLine } from '../../adapters/memory/logger.ts';
import type { DynamoClient } from '../../adapters/dynamodb/client.ts';
import { NAMES } from './pulse-world.ts';
import type { PulseWorld } from './pulse-world.ts';

export type Row = Readonly<Record<string, unknown>>;

/** All there is: what somebody holds who may read every table, queue and log and every message ever sent. */
export interface Dump {
  /** In the order of the scan. */
  readonly state: readonly Row[];
  readonly vault: readonly Row[];
  readonly logs: readonly LogLine[];
  readonly queued: readonly FifoMessage[];
  readonly deadLetters: readonly FifoMessage[];
  /** In the order and in the place in which they stand. */
  readonly chat: readonly Post[];
}

/** Every attribute of every row, binary included, strongly read. */
export const rowsOf = async ({ documents }: DynamoClient, table: string): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  let after: Record<string, unknown> | undefined;
  do {
    const input = { TableName: table, ConsistentRead: true, ExclusiveStartKey: after };
    const page = await documents.send(new ScanCommand(input));
    rows.push(...(page.Items ?? []));
    after = page.LastEvaluatedKey;
  } while (after !== undefined);
  return rows;
};

/** The same as it is stored: types, order of attributes and all. */
export const bytesOf = async ({ documents }: DynamoClient, table: string): Promise<string> => {
  const rows: string[] = [];
  let after: RawScanCommand['input']['ExclusiveStartKey'];
  do {
    const input = { TableName: table, ConsistentRead: true, ExclusiveStartKey: after };
    const page = await documents.send(new RawScanCommand(input));
    rows.push(...(page.Items ?? []).map((item) => JSON.stringify(item)));
    after = page.LastEvaluatedKey;
  } while (after !== undefined);
  return rows.join('\n');
};

export const dump = async ({ client, ports }: PulseWorld): Promise<Dump> => {
  const { queue, logger, gateway } = ports;
  return {
    state: await rowsOf(client, NAMES.state),
    vault: await rowsOf(client, NAMES.vault),
    logs: logger.lines(),
    queued: [...queue.messages('jobs'), ...queue.messages('messages')],
    deadLetters: [...queue.deadLetters('jobs'), ...queue.deadLetters('messages')],
    chat: gateway.posted(),
  };
};
