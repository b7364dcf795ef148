import { makeMemoryChatGateway } from '../../adapters/memory/chat-gateway.ts';
import { plain } from '../../src/chat/text.ts';
import { PortError } from '../../src/shared/errors.ts';
import { chatGatewayContract, SECONDS_TO_WAIT } from './chat-gateway.contract.ts';
import { aTenant, personOf } from './samples.ts';

chatGatewayContract('memory', () => {
  const tenant = aTenant();
  const gateway = makeMemoryChatGateway();
  const channel = personOf(tenant, 'C1');
  const gone = personOf(tenant, 'C404');
  const nobody = personOf(tenant, 'U404');
  for (const to of [gone, nobody]) gateway.fail(to, new PortError('refused', 'channel_not_found'));
  return {
    gateway,
    channel,
    person: personOf(tenant, 'U1'),
    gone,
    nobody,
    files: () =>
      gateway
        .posted()
        .flatMap(({ files = [] }) => files.map(({ name, content }) => [name, content] as const)),
    shown: (where) =>
      gateway
        .posted()
        .filter(({ to }) => to === where)
        .map(({ card }) => plain(card.title)),
    failNext: (fault) => {
      const retryAfterSeconds = fault === 'rate-limited' ? SECONDS_TO_WAIT : 0;
      gateway.fail(channel, new PortError(fault, fault, { retryAfterSeconds }));
    },
  };
});
