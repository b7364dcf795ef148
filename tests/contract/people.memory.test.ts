import { makeMemoryPeople } from '../../adapters/memory/people.ts';
import { peopleContract } from './people.contract.ts';

peopleContract('memory', makeMemoryPeople);
