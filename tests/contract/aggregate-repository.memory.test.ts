import { makeMemoryAggregateRepository } from '../../adapters/memory/aggregate-repository.ts';
import { makeMemoryDueIndex } from '../../adapters/memory/due-index.ts';
import type { Team } from '../../src/team/team.ts';
import { aggregateRepositoryContract } from './aggregate-repository.contract.ts';
import { aTeam } from './samples.ts';

aggregateRepositoryContract('memory', () => ({
  repository: makeMemoryAggregateRepository<Team>('team', makeMemoryDueIndex()),
  sample: aTeam,
}));
