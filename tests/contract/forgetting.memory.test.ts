import { makeMemoryAggregateRepository } from '../../adapters/memory/aggregate-repository.ts';
import { makeSettableClock } from '../../adapters/memory/clock.ts';
import { makeMemoryChannels } from '../../adapters/memory/channels.ts';
import { makeMemoryComments } from '../../adapters/memory/comments.ts';
import { makeMemoryDeliveries } from '../../adapters/memory/deliveries.ts';
import { makeMemoryDueIndex } from '../../adapters/memory/due-index.ts';
import { makeMemorySeenEvents } from '../../adapters/memory/seen-events.ts';
import type { Round } from '../../src/pulse/round.ts';
import { forgettingContract } from './forgetting.contract.ts';

forgettingContract('memory', () => {
  const clock = makeSettableClock(0);
  return {
    rounds: makeMemoryAggregateRepository<Round>('round', makeMemoryDueIndex(), clock),
    channels: makeMemoryChannels(clock),
    comments: makeMemoryComments(clock),
    deliveries: makeMemoryDeliveries(clock),
    seenEvents: makeMemorySeenEvents(clock),
    setNow: (now) => clock.set(now),
  };
});
