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
  gateway.fail(gone, new PortError('refused', 'channel_not_found'));
  return {
    gateway,
    channel,
    person: personOf(tenant, 'U1'),
    gone,
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
