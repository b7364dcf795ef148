import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Message } from '../../delivery/message.ts';
import { PortError } from '../../shared/errors.ts';
import { changed } from '../../work/aggregate.ts';
import type { Dispatch } from '../../work/dispatch.ts';
import { lastAsk } from './ask-batch.ts';
import type { AskBatch } from './ask-batch.ts';
import type { AskingTeam, EndUnowned } from '../answers/own-round.ts';
import type { Round } from '../round.ts';

/** Asks of this many people travel in one queue message; ranges, never persons. */
const ASKS_A_MESSAGE = 25;

const rangesOf = (batch: AskBatch): readonly Message[] =>
  Array.from({ length: Math.ceil(batch.people.length / ASKS_A_MESSAGE) }, (_, index) => ({
    kind: 'asks' as const,
    tenant: batch.tenant,
    batch: batch.id,
    from: index * ASKS_A_MESSAGE,
    to: Math.min((index + 1) * ASKS_A_MESSAGE, batch.people.length),
  }));

interface Deps {
  readonly batches: AggregateRepository<AskBatch>;
  readonly rounds: AggregateRepository<Round>;
  readonly endUnowned: EndUnowned;
  readonly askingTeam: AskingTeam;
  readonly dispatch: Dispatch;
  readonly clock: Clock;
}

/** Sends one batch of asks, once. Not after the round closed or was given up, in its last hour, or without a release. */
export const makeSendAsks =
  ({ batches, rounds, endUnowned, askingTeam, dispatch, clock }: Deps) =>
  async (batch: AskBatch): Promise<void> => {
    const round = await rounds.find(batch.tenant, batch.round);
    const now = clock.now();
    // A round may stay open longer than was planned when its batches were written.
    const inTime = now <= lastAsk(round ?? batch);
    // The roster is frozen before the round is written; until then there is nothing to answer, and there may never be.
    if (round === undefined && inTime) throw new PortError('conflict', 'round-not-written-yet');
    const asks = round !== undefined && inTime && (await askingTeam(await endUnowned(round))) !== undefined;
    const sent = changed<AskBatch>(
      { ...batch, due: undefined },
      {
        command: `ask/${batch.id}`,
        what: 'asked',
        now,
        messages: asks ? rangesOf(batch) : [],
      },
    );
    await batches.save(sent);
    await dispatch(batches, sent);
  };
