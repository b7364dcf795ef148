import { makeSlackDirectory } from '../../adapters/slack/directory.ts';
import { inTenant } from '../../src/chat/identity.ts';
import { directoryContract } from './directory.contract.ts';
import { aSlackStage, SLACK_TENANT } from './slack-stage.ts';

directoryContract('slack', async () => {
  const { slack, client } = await aSlackStage();
  const { people, channels } = slack;
  const ref = (id: string) => inTenant(SLACK_TENANT, id);
  const members = slack.workspace.channels.get(channels.nord)?.members ?? [];
  return {
    directory: makeSlackDirectory(client),
    tenant: SLACK_TENANT,
    channel: {
      conversation: ref(channels.nord),
      name: 'kundenservice-nord',
      visibility: 'private',
      shared: false,
      archived: false,
    },
    members: [...members].map(ref),
    shared: ref(channels.partners),
    hidden: ref(channels.closed),
    member: {
      person: ref(people.ada),
      tenant: SLACK_TENANT,
      kind: 'member',
      language: 'de',
      zone: 'Europe/Berlin',
    },
    bot: ref(people.bot),
    deactivated: ref(people.vera),
    outsider: ref(people.otto),
    unknown: ref('U404'),
    close: slack.close,
  };
});
