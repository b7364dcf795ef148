import { makeMemoryQuiet } from '../../adapters/memory/quiet.ts';
import { quietContract } from './quiet.contract.ts';

quietContract('memory', makeMemoryQuiet);
