import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { parseJson } from './slack/json.ts';

/** How far the clock is ahead of the wall's: with a state that is kept, time must not fall back behind it. */
export interface KeptTime {
  readonly ahead: number;
  readonly keep: (ahead: number) => Promise<void>;
}

const kept = z.object({ ahead: z.number().min(0) });

export const openKeptTime = async (folder: string | undefined): Promise<KeptTime> => {
  if (folder === undefined) return { ahead: 0, keep: async () => undefined };
  const file = path.join(folder, 'time.json');
  await mkdir(folder, { recursive: true });
  const parsed = kept.safeParse(parseJson(await readFile(file, 'utf8').catch(() => '')));
  return {
    ahead: parsed.success ? parsed.data.ahead : 0,
    keep: (ahead) => writeFile(file, JSON.stringify({ ahead })),
  };
};
