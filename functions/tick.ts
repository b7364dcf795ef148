import { composeTick } from './composition.ts';
import { storageConfig } from './config.ts';

/** Once a minute: queues what is due. */
export const handler = composeTick(storageConfig(process.env));
