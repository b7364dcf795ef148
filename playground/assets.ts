import { readFile } from 'node:fs/promises';
import path from 'node:path';

export interface Asset {
  readonly type: string;
  readonly body: Uint8Array;
}

const FILES: Readonly<Record<string, readonly [file: string, type: string]>> = {
  '/': ['index.html', 'text/html; charset=utf-8'],
  '/page.js': ['page.js', 'text/javascript; charset=utf-8'],
  '/style.css': ['style.css', 'text/css; charset=utf-8'],
};

/** The page's three files, read anew each time: a reload shows what was built last. */
export const readAsset = async (folder: string, url: string): Promise<Asset | undefined> => {
  const [file, type] = FILES[url] ?? [];
  if (file === undefined || type === undefined) return undefined;
  return { type, body: await readFile(path.join(folder, file)) };
};
