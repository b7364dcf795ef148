import * as z from 'zod';
import type { DueIndex } from '../src/ports/due-index.ts';
import type { Instant } from '../src/shared/time.ts';
import type { AggregateKind, Job } from '../src/work/job.ts';
import type { SimulatedChat } from './chat.ts';
import type { Runner } from './runner.ts';
import { parseJson } from './slack/json.ts';
import type { JumpingClock } from './time.ts';
import { jump, nextDue } from './time.ts';

/** What happened between two moments. */
export interface JumpReport {
  readonly from: Instant;
  readonly to: Instant;
  /** New messages of the bot, over all chats and people. */
  readonly messages: number;
  /** Work that was done, by the kind of what was due. */
  readonly work: Readonly<Partial<Record<AggregateKind, number>>>;
  /** False when something that was due could not be done. */
  readonly finished: boolean;
}

export interface Jumps {
  readonly now: () => Instant;
  readonly next: () => Promise<Job | undefined>;
  readonly tick: () => Promise<void>;
  /** To `target`, or to the next due moment; undefined when nothing is due ever again. */
  readonly jump: (target?: Instant) => Promise<JumpReport | undefined>;
}

interface JumpsParts {
  readonly clock: JumpingClock;
  readonly runner: Runner;
  readonly chats: readonly SimulatedChat[];
  readonly dueIndex: () => DueIndex;
  readonly jumped: () => Promise<void>;
}

const jobKind = z.object({
  kind: z.enum(['team', 'round', 'asks', 'settings', 'erasure', 'removal', 'look']),
});

const tally = (bodies: readonly string[]): JumpReport['work'] => {
  const work: Partial<Record<AggregateKind, number>> = {};
  for (const body of bodies) {
    const parsed = jobKind.safeParse(parseJson(body));
    if (parsed.success) work[parsed.data.kind] = (work[parsed.data.kind] ?? 0) + 1;
  }
  return work;
};

export const makeJumps = ({ clock, runner, chats, dueIndex, jumped }: JumpsParts): Jumps => {
  const next = () => nextDue(dueIndex());
  const posted = () => chats.reduce((sum, chat) => sum + chat.posted(), 0);
  let busy: Promise<unknown> = Promise.resolve();

  /** One at a time: two jumps at once would see each other's work half done. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = busy.then(work, work);
    busy = turn;
    return turn;
  };

  const jumpTo = async (target: Instant): Promise<JumpReport> => {
    const from = clock.now();
    const before = posted();
    const done: string[] = [];
    const forget = runner.onJob((body) => done.push(body));
    const { tick, drain, waiting } = runner;
    const finished = await jump({ clock, next, tick, drain, waiting }, target);
    forget();
    await jumped();
    return { from, to: clock.now(), messages: posted() - before, work: tally(done), finished };
  };

  return {
    now: () => clock.now(),
    next,
    tick: () =>
      inTurn(async () => {
        await runner.tick();
        await runner.drain();
      }),
    jump: (target) =>
      inTurn(async () => {
        const to = target ?? (await next())?.due;
        return to === undefined ? undefined : await jumpTo(to);
      }),
  };
};
