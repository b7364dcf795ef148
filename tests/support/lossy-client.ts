import type { DynamoClient } from '../../adapters/dynamodb/client.ts';

/** What the SDK sees when an answer never comes. It takes this for a reason to try again. */
class LostResponse extends Error {
  override readonly name = 'TimeoutError';
}

export interface LossyClient {
  /** The next `count` requests are carried out, but their responses, refusals too, are lost on the way. */
  loseNext(count: number): void;
  /** Requests that were carried out since the last call, repetitions included. */
  requests(): number;
}

/** Loses responses between the engine and the SDK's retries. */
export const makeLossy = ({ documents }: DynamoClient): LossyClient => {
  const state = { toLose: 0, requests: 0 };
  documents.middlewareStack.add(
    (next) => async (args) => {
      const [outcome] = await Promise.allSettled([next(args)]);
      state.requests += 1;
      if (state.toLose > 0) {
        state.toLose -= 1;
        throw new LostResponse('lost on the way');
      }
      if (outcome.status === 'rejected') throw outcome.reason;
      return outcome.value;
    },
    { step: 'finalizeRequest', priority: 'low', name: 'loseResponses' },
  );
  return {
    loseNext: (count) => {
      state.toLose = count;
    },
    requests: () => {
      const { requests } = state;
      state.requests = 0;
      return requests;
    },
  };
};
