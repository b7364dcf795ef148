import { makeMemoryPorts } from '../support/memory-world.ts';
import { holdingsContract } from './holdings.contract.ts';

holdingsContract('memory', () => makeMemoryPorts(1_700_000_000_000));
