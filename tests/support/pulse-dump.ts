import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Post } from '../../adapters/memory/chat-gateway.ts';
import type { FifoMessage } from '../../adapters/memory/fifo-groups.ts';
import type { LogLine } from '../../adapters/memory/logger.ts';
import type { DynamoClient } from '../../adapters/dynamodb/client.ts';
import type { LocalEngine } from './local-engine.ts';
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

const RAW_SCAN = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-target': 'DynamoDB_20120810.Scan',
  'x-amz-date': '20261129T100000Z',
  authorization: 'AWS4-HMAC-SHA256 Credential=local, SignedHeaders=host, Signature=local',
};

export type RawRow = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

interface RawPage {
  readonly Items: readonly RawRow[];
  readonly LastEvaluatedKey?: RawRow;
}

/** The same as the engine writes them: with types, in its order of attributes, and much faster than through the SDK. */
export const rawRowsOf = async ({ endpoint }: LocalEngine, table: string): Promise<readonly RawRow[]> => {
  const rows: RawRow[] = [];
  let after: RawRow | undefined;
  do {
    const body = JSON.stringify({ TableName: table, ConsistentRead: true, ExclusiveStartKey: after });
    const answer = await fetch(endpoint, { method: 'POST', headers: RAW_SCAN, body });
    const page: RawPage = JSON.parse(await answer.text());
    rows.push(...page.Items);
    after = page.LastEvaluatedKey;
  } while (after !== undefined);
  return rows;
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
