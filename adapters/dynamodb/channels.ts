import * as z from 'zod/mini';
import type { ChannelClaim, Channels } from '../../src/ports/channels.ts';
import type { DynamoTable } from './dynamo-table.ts';
import { parseItem } from './parse-item.ts';
import { instant } from './schemas.ts';
import type { FieldsOf } from './schemas.ts';
import { channelKey, channelOwner } from './table.ts';

export const channelFields = {
  team: z.string(),
  command: z.string(),
  since: instant,
} satisfies FieldsOf<ChannelClaim>;

const row = z.object(channelFields);

/** One row a channel. What is freed is emptied, so that freeing needs the claim that stood there. */
export const makeDynamoChannels = (table: DynamoTable): Channels => ({
  find: async (channel) => {
    const item = await table.get(channelKey(channel), 'strong');
    return item && 'team' in item ? parseItem(row, item) : undefined;
  },
  claim: async (channel, claim, instead = claim) =>
    table.put(
      { ...channelKey(channel), ...channelOwner(channel), ...claim },
      {
        condition:
          'attribute_not_exists(#command) OR #command = :command OR (#command = :other AND #since = :before)',
        values: { ':command': claim.command, ':other': instead.command, ':before': instead.since },
      },
    ),
  release: async (channel, { command, since }) => {
    await table.update(channelKey(channel), {
      update: 'REMOVE #team, #command, #since',
      condition: '#command = :command AND #since = :since',
      values: { ':command': command, ':since': since },
    });
  },
});
