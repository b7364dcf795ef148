import type { IsReleased } from '../../admin/is-released.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Calendar } from '../../ports/calendar.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Comments } from '../../ports/comments.ts';
import type { Keys } from '../../ports/keys.ts';
import type { Tenants } from '../../ports/tenants.ts';
import type { Vault } from '../../ports/vault.ts';
import type { Team } from '../../team/team.ts';
import type { Dispatch } from '../../work/dispatch.ts';
import type { AskBatch } from '../asks/ask-batch.ts';
import { makeAttendRound } from '../answers/attend-round.ts';
import type { AttendRound } from '../answers/attend-round.ts';
import { makeCloseRound } from './close-round.ts';
import { makeCountRound } from './count-round.ts';
import { makeDropUnposted, makeLeaveResult } from './drop-unposted.ts';
import { makeEarlierRounds } from '../results/earlier-rounds.ts';
import { makeExtendRound } from './extend-round.ts';
import { makeIsMoved } from '../roster/guard-moved.ts';
import { makeNoteOutcome } from './note-outcome.ts';
import { makeEndUnowned } from '../answers/own-round.ts';
import type { Round } from '../round.ts';
import { makeTidyRoster } from '../roster/tidy-roster.ts';

interface Ports {
  readonly rounds: AggregateRepository<Round>;
  readonly teams: AggregateRepository<Team>;
  readonly batches: AggregateRepository<AskBatch>;
  readonly vault: Vault;
  readonly comments: Comments;
  readonly keys: Keys;
  readonly tenants: Tenants;
  readonly calendar: Calendar;
  readonly clock: Clock;
  readonly dispatch: Dispatch;
  readonly isReleased: IsReleased;
}

interface Closing {
  readonly closeRound: ReturnType<typeof makeCloseRound>;
  readonly attendRound: AttendRound;
}

/** A round from its reminder to its end, put together. */
export const openClosing = (ports: Ports): Closing => {
  const earlierRounds = makeEarlierRounds(ports);
  const isMoved = makeIsMoved({ ...ports, earlierRounds });
  const closeRound = makeCloseRound({
    ...ports,
    countRound: makeCountRound({ ...ports, earlierRounds, isMoved }),
    extendRound: makeExtendRound(ports),
    noteOutcome: makeNoteOutcome(ports),
    leaveResult: makeLeaveResult(ports),
    tidyRoster: makeTidyRoster(ports),
  });
  const dropUnposted = makeDropUnposted(ports);
  return {
    closeRound,
    attendRound: makeAttendRound({ ...ports, endUnowned: makeEndUnowned(ports), closeRound, dropUnposted }),
  };
};
