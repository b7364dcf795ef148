import { describe, expect, it } from '@jest/globals';
import { eachOf } from '../../../adapters/dynamodb/each-of.ts';

const items = Array.from({ length: 100 }, (_, index) => index);

/** Lets everything run that waits for nothing but its turn. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('acting on each of many items', () => {
  it('acts on every item once', async () => {
    const acted: number[] = [];
    await eachOf(items, async (item) => {
      await turn();
      acted.push(item);
    });
    expect(acted.sort((a, b) => a - b)).toEqual(items);
  });

  it('acts on several at once, but not on all', async () => {
    const running = { now: 0, most: 0 };
    await eachOf(items, async () => {
      running.now += 1;
      running.most = Math.max(running.most, running.now);
      await turn();
      running.now -= 1;
    });
    expect(running.most).toBe(16);
  });

  it('throws the first failure and takes no new items after it', async () => {
    const acted: number[] = [];
    const acting = eachOf(items, async (item) => {
      acted.push(item);
      await turn();
      if (item === 20) throw new TypeError('item 20');
    });
    await expect(acting).rejects.toThrow('item 20');
    await turn();
    await turn();
    expect(acted.length).toBeLessThan(50);
  });

  it('does nothing with nothing', async () => {
    await expect(eachOf([], () => Promise.reject(new TypeError('never')))).resolves.toBeUndefined();
  });
});
