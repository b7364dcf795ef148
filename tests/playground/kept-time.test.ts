import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openKeptTime } from '../../playground/kept-time.ts';

let folder = '';

beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(tmpdir(), 'kept-')), 'new');
});

afterEach(() => rm(path.dirname(folder), { recursive: true }));

describe('the time that is kept with the state', () => {
  it('is where it was', async () => {
    const first = await openKeptTime(folder);
    expect(first.ahead).toBe(0);
    await first.keep(86_400_000);
    expect((await openKeptTime(folder)).ahead).toBe(86_400_000);
  });

  it('begins anew when nobody can read it, or nothing is kept', async () => {
    await (await openKeptTime(folder)).keep(1);
    await writeFile(path.join(folder, 'time.json'), '{"ahead":"later"}');
    expect((await openKeptTime(folder)).ahead).toBe(0);
    const unkept = await openKeptTime(undefined);
    await unkept.keep(5);
    expect(unkept.ahead).toBe(0);
  });
});
