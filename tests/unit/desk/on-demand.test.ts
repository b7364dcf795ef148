import { expect, test } from '@jest/globals';
import { onDemand } from '../../../src/desk/on-demand.ts';

test('nothing is loaded before somebody needs it, and then once for all', async () => {
  let loads = 0;
  const part = onDemand(async () => ({ number: (loads += 1) }));
  expect(loads).toBe(0);
  const [one, other] = await Promise.all([part(), part()]);
  expect(other).toBe(one);
  expect(await part()).toBe(one);
  expect(loads).toBe(1);
});

test('what could not be loaded is tried again', async () => {
  const outcomes = [Promise.reject(new Error('no such file')), Promise.resolve('desk')];
  const part = onDemand(async () => outcomes.shift());
  await expect(part()).rejects.toThrow('no such file');
  expect(await part()).toBe('desk');
  expect(await part()).toBe('desk');
});
