import { describe, expect, it } from '@jest/globals';
import { PortError } from '../../../src/shared/errors.ts';
import { withFreshState } from '../../../src/work/with-fresh-state.ts';

const failing = (times: number, error: Error) => {
  let calls = 0;
  return {
    attempt: async (): Promise<string> => {
      calls += 1;
      if (calls <= times) throw error;
      return 'saved';
    },
    calls: () => calls,
  };
};

describe('deciding on fresh state', () => {
  it.each([0, 1, 2])('saves after %i lost races', async (lost) => {
    const { attempt, calls } = failing(lost, new PortError('conflict', 'team'));
    await expect(withFreshState(attempt)).resolves.toBe('saved');
    expect(calls()).toBe(lost + 1);
  });

  it('gives up after the third', async () => {
    const { attempt, calls } = failing(3, new PortError('conflict', 'team'));
    await expect(withFreshState(attempt)).rejects.toMatchObject({ fault: 'conflict' });
    expect(calls()).toBe(3);
  });

  it('does not repeat what failed for another reason', async () => {
    const { attempt, calls } = failing(1, new PortError('unreachable', 'timeout'));
    await expect(withFreshState(attempt)).rejects.toMatchObject({ fault: 'unreachable' });
    expect(calls()).toBe(1);
  });
});
