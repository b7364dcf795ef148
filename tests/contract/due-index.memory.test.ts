import { makeMemoryAggregateRepository } from '../../adapters/memory/aggregate-repository.ts';
import { makeMemoryDueIndex } from '../../adapters/memory/due-index.ts';
import { dueIndexContract } from './due-index.contract.ts';

dueIndexContract('memory', () => {
  const dueIndex = makeMemoryDueIndex();
  return {
    dueIndex,
    teams: makeMemoryAggregateRepository('team', dueIndex),
    rounds: makeMemoryAggregateRepository('round', dueIndex),
    batches: makeMemoryAggregateRepository('asks', dueIndex),
  };
});
