import * as z from 'zod/mini';
import { language } from './schemas.ts';

/** What a round asks, in both languages: kept on the round and, while it is open, beside its key. */
export const texts = z.record(language, z.string());
export const roundItems = z.array(z.object({ id: z.string(), version: z.int(), texts }));
