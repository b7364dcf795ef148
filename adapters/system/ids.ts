import { randomBytes } from 'node:crypto';
import type { Ids } from '../../src/ports/ids.ts';

export const makeSystemIds = (): Ids => ({ next: () => randomBytes(16).toString('hex') });
