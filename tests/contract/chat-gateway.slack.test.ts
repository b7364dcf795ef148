import { makeSlackChatGateway } from '../../adapters/slack/chat-gateway.ts';
import { idIn, inTenant } from '../../src/chat/identity.ts';
import { chatGatewayContract, SECONDS_TO_WAIT } from './chat-gateway.contract.ts';
import { aSlackStage, SLACK_TENANT } from './slack-stage.ts';

chatGatewayContract('slack', async () => {
  const { slack, client } = await aSlackStage();
  const person = inTenant(SLACK_TENANT, slack.people.ada);
  return {
    gateway: makeSlackChatGateway(client),
    channel: inTenant(SLACK_TENANT, slack.channels.nord),
    person,
    gone: inTenant(SLACK_TENANT, 'C404'),
    nobody: inTenant(SLACK_TENANT, slack.people.vera),
    files: () =>
      slack
        .dm(idIn(person))
        .flatMap(({ files = [] }) => files.map(({ name, content }) => [name, content] as const)),
    shown: (where) =>
      (where === person ? slack.dm(idIn(where)) : slack.messages(idIn(where))).map(({ text }) => text),
    failNext: (fault) => {
      slack.faults.next(
        'chat.postMessage',
        fault === 'rate-limited'
          ? { kind: 'rate-limited', retryAfter: SECONDS_TO_WAIT }
          : { kind: 'status', status: 503 },
      );
    },
    close: slack.close,
  };
});
