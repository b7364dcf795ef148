import { makeMemoryChannels } from '../../adapters/memory/channels.ts';
import { channelsContract } from './channels.contract.ts';

channelsContract('memory', makeMemoryChannels);
