import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Clock } from '../../ports/clock.ts';
import { changed } from '../../work/aggregate.ts';
import type { Dispatch } from '../../work/dispatch.ts';
import type { EndUnowned } from './own-round.ts';
import { lastReminder } from '../course/reminder-time.ts';
import type { Round } from '../round.ts';

interface Deps {
  readonly rounds: AggregateRepository<Round>;
  readonly endUnowned: EndUnowned;
  readonly closeRound: (round: Round) => Promise<void>;
  readonly dropUnposted: (round: Round) => Promise<void>;
  readonly dispatch: Dispatch;
  readonly clock: Clock;
}

/**
 * Does what a round's time has come for: reminds all in its channels, once, whoever has answered; from its end on,
 * closes it; once it is closed and its result was not posted in time, drops that. A reminder that comes too late is left
 * out; one that its team gave up while opening it ends unread.
 */
export const makeAttendRound =
  ({ rounds, endUnowned, closeRound, dropUnposted, dispatch, clock }: Deps) =>
  async (found: Round): Promise<void> => {
    const round = await endUnowned(found);
    const now = clock.now();
    if (round.state === 'closed') return dropUnposted(round);
    if (round.state !== 'open' || now >= round.closesAt) return closeRound(round);
    const messages =
      now > lastReminder(round) ? [] : [{ kind: 'reminder' as const, tenant: round.tenant, round: round.id }];
    const change = { command: `remind/${round.id}`, what: 'reminded', now, messages };
    const reminded = changed<Round>({ ...round, remindAt: undefined, due: round.closesAt }, change);
    await rounds.save(reminded);
    await dispatch(rounds, reminded);
  };

export type AttendRound = ReturnType<typeof makeAttendRound>;
