import { makeSystemKeys } from '../../adapters/system/keys.ts';
import { keysContract } from './keys.contract.ts';

keysContract('system', makeSystemKeys);
