import { describe, expect, it } from '@jest/globals';
import { makeMemoryDirectory } from '../../adapters/memory/directory.ts';
import { directoryContract } from './directory.contract.ts';

directoryContract('memory', async (worldOf) => {
  const directory = makeMemoryDirectory(100);
  const tenant = 'slack:T1';
  const { channels, people } = worldOf(tenant);
  for (const { channel, members } of channels) directory.setChannel(channel, members);
  for (const profile of people) directory.setPerson(profile);
  return { directory, tenant };
});

describe('the memory directory', () => {
  it('forgets a channel that is removed', async () => {
    const directory = makeMemoryDirectory();
    const conversation = 'slack:T1:C1';
    const channel = {
      conversation,
      name: 'c',
      visibility: 'private',
      shared: false,
      archived: false,
    } as const;
    directory.setChannel(channel, ['slack:T1:U1']);
    directory.removeChannel(conversation);
    expect(await directory.channel(conversation)).toBeUndefined();
    expect(await directory.members(conversation)).toBeUndefined();
  });
});
