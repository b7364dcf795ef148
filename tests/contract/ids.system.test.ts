import { makeSystemIds } from '../../adapters/system/ids.ts';
import { idsContract } from './ids.contract.ts';

idsContract('system', makeSystemIds);
