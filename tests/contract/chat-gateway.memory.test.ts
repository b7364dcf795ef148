import { describe, expect, it } from '@jest/globals';
import { makeMemoryChatGateway } from '../../adapters/memory/chat-gateway.ts';
import { plain, text } from '../../src/chat/text.ts';
import { PortError } from '../../src/shared/errors.ts';
import { chatGatewayContract } from './chat-gateway.contract.ts';

chatGatewayContract('memory', async () => {
  const gateway = makeMemoryChatGateway();
  gateway.fail('slack:T1:CLOSED', new PortError('refused', 'not_in_channel'));
  return {
    gateway,
    channel: 'slack:T1:C1',
    person: 'slack:T1:U1',
    closed: 'slack:T1:CLOSED',
    standing: async (place) =>
      gateway
        .posted()
        .filter(({ to }) => to === place)
        .map(({ card }) => plain(card.title)),
    failNext: (fault) => gateway.failNext(new PortError(fault, 'told to', { retryAfterSeconds: 7 })),
  };
});

describe('the memory chat gateway', () => {
  it('shows what was posted as it was at the time', async () => {
    const gateway = makeMemoryChatGateway();
    const card = { title: [text('Before')], nodes: [] };
    const ref = await gateway.post('slack:T1:C1', card);
    card.title[0] = text('After');
    expect(gateway.posted()).toEqual([
      { to: 'slack:T1:C1', card: { title: [text('Before')], nodes: [] }, ref },
    ]);
  });

  it('fails at a place until it is told otherwise', async () => {
    const gateway = makeMemoryChatGateway();
    const fault = new PortError('refused', 'is_archived');
    gateway.fail('slack:T1:C1', fault);
    const card = { title: [text('Hello')], nodes: [] };
    await expect(gateway.post('slack:T1:C1', card)).rejects.toBe(fault);
    await gateway.post('slack:T1:C2', card);
    gateway.fail('slack:T1:C1', undefined);
    await gateway.post('slack:T1:C1', card);
    expect(gateway.posted().map(({ to }) => to)).toEqual(['slack:T1:C2', 'slack:T1:C1']);
  });
});
