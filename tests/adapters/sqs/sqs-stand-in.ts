import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { InvariantError } from '../../../src/shared/errors.ts';

const batch = z.object({
  Entries: z.array(z.looseObject({ Id: z.string(), MessageBody: z.string().default('') })),
});

export type Entry = z.infer<typeof batch>['Entries'][number];

export interface SqsStandIn {
  readonly endpoint: string;
  /** The batches it was sent, oldest first. */
  readonly batches: readonly (readonly Entry[])[];
  stop(): Promise<void>;
}

/** Speaks as much SQS as a batch needs: refuses the entries that `refuses` says, fails altogether with `fails`. */
export const startSqs = async (
  behaviour: { readonly refuses?: (entry: Entry) => boolean; readonly fails?: boolean } = {},
): Promise<SqsStandIn> => {
  const batches: (readonly Entry[])[] = [];
  const answer = (body: string) => {
    const { Entries } = batch.parse(JSON.parse(body));
    batches.push(Entries);
    const refused = Entries.filter((entry) => behaviour.refuses?.(entry) ?? false);
    const taken = Entries.filter((entry) => !refused.includes(entry));
    return {
      Successful: taken.map(({ Id, MessageBody }) => ({
        Id,
        MessageId: Id,
        MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex'),
      })),
      Failed: refused.map(({ Id }) => ({ Id, Code: 'InternalError', SenderFault: false })),
    };
  };
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await text(request);
    const type = { 'content-type': 'application/x-amz-json-1.0' };
    response.writeHead(behaviour.fails === true ? 500 : 200, type);
    response.end(behaviour.fails === true ? '{}' : JSON.stringify(answer(body)));
  };
  const server = createServer((request, response) => {
    void respond(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new InvariantError('a server has a port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    batches,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};
