import * as z from 'zod/mini';
import type { ChannelClaim, Channels } from '../../src/ports/channels.ts';
import type { DynamoTable } from './dynamo-table.ts';
import { parseItem } from './parse-item.ts';
import { instant } from './schemas.ts';
import type { FieldsOf } from './schemas.ts';
import { days } from '../../src/shared/time.ts';
import { channelKey, channelOwner, ttl } from './table.ts';

export const channelFields = {
  team: z.string(),
  command: z.string(),
  since: instant,
} satisfies FieldsOf<ChannelClaim>;

const row = z.object(channelFields);

/** One row a channel. What is freed is emptied, so that freeing needs the claim that stood there; the rest is forgotten. */
export const makeDynamoChannels = (table: DynamoTable): Channels => ({
  find: async (channel) => {
    const item = await table.get(channelKey(channel), 'strong');
    return item && 'team' in item ? parseItem(row, item) : undefined;
  },
  claim: async (channel, claim, instead = claim) => {
    const item = { ...channelKey(channel), ...channelOwner(channel), ...claim };
    const claimed = await table.put(item, {
      condition:
        'attribute_not_exists(#command) OR #command = :command OR (#command = :other AND #since = :before)',
      values: { ':command': claim.command, ':other': instead.command, ':before': instead.since },
    });
    // Over one that is forgotten, and lies there still, it is made anew.
    return claimed || table.create(item);
  },
  expire: async (channel, { command, since }, forgetAt) => {
    await table.update(channelKey(channel), {
      update: 'SET #ttl = :ttl',
      condition: '#command = :command AND #since = :since',
      values: { ':command': command, ':since': since, ':ttl': ttl(forgetAt).ttl },
    });
  },
  release: async (channel, { command, since }) => {
    await table.update(channelKey(channel), {
      update: 'SET #ttl = :ttl REMOVE #team, #command, #since',
      condition: '#command = :command AND #since = :since',
      values: { ':command': command, ':since': since, ':ttl': ttl(since + days(1)).ttl },
    });
  },
});
