import type * as z from 'zod/mini';
import { InvariantError } from '../../src/shared/errors.ts';

/** Reads what we stored. The fault names fields, never values: it may be logged (R33). */
export const parseItem = <Value>(schema: z.ZodMiniType<Value>, item: unknown): Value => {
  const parsed = schema.safeParse(item);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => issue.path.join('.'));
  throw new InvariantError(`a stored item has unexpected fields: ${fields.join(', ')}`);
};
