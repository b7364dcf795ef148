import { makeMemoryDirectory } from '../../adapters/memory/directory.ts';
import { directoryContract } from './directory.contract.ts';
import { aProfile, aTenant, personOf } from './samples.ts';

directoryContract('memory', () => {
  const tenant = aTenant();
  const directory = makeMemoryDirectory(2);
  const [member, bot, deactivated, outsider] = [
    aProfile(tenant, 'U1'),
    aProfile(tenant, 'B1', { kind: 'bot' }),
    aProfile(tenant, 'U2', { kind: 'deactivated' }),
    aProfile(tenant, 'U9', { kind: 'outsider' }),
  ];
  for (const profile of [member, bot, deactivated, outsider]) directory.setPerson(profile);
  const shared = personOf(tenant, 'C2');
  const channel = {
    conversation: personOf(tenant, 'C1'),
    name: 'nord',
    visibility: 'private',
    shared: false,
    archived: false,
  } as const;
  const members = [member.person, bot.person, deactivated.person];
  directory.setChannel(channel, members);
  directory.setChannel({ ...channel, conversation: shared, shared: true }, [member.person, outsider.person]);
  return {
    directory,
    tenant,
    channel,
    members,
    shared,
    hidden: personOf(tenant, 'C404'),
    member,
    bot: bot.person,
    deactivated: deactivated.person,
    outsider: outsider.person,
    unknown: personOf(tenant, 'U404'),
  };
});
