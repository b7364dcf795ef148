import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { QueuedMessage } from '../../src/ports/queue.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { erase, readMine } from '../support/mine.ts';
import { answer, present, setUpTeam } from '../support/scenes.ts';
import { role } from './compiled-template.ts';

// A team's whole life goes through the handlers. What each of them called, and nothing else, is what its role allows.
jest.setTimeout(60_000);

const OPENS = Date.parse('2026-12-03T11:00:00Z');
const CLOSES = Date.parse('2026-12-10T11:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const FUNCTIONS = ['Slack', 'Tick', 'Jobs', 'Deliver'] as const;
const TARGETS = ['StateTable', 'VaultTable', 'JobsQueue', 'DeliveriesQueue'] as const;

let rahmen: RunningRahmen;
let running: (typeof FUNCTIONS)[number] | undefined;
const called = new Set<string>();

/** What no function calls is the test's own doing. */
const note = (action: string, target: (typeof TARGETS)[number]): void => {
  if (running !== undefined) called.add(`${running}: ${action} ${target}`);
};

/** One function works at a time. */
const as =
  <Args extends readonly unknown[], Result>(
    name: (typeof FUNCTIONS)[number],
    work: (...args: Args) => Promise<Result>,
  ) =>
  async (...args: Args): Promise<Result> => {
    running = name;
    try {
      return await work(...args);
    } finally {
      running = undefined;
    }
  };

/** Answers with what was sent to the chat's queue so far. */
const watch = ({ engine, queue }: RunningRahmen): readonly QueuedMessage[] => {
  const sent: QueuedMessage[] = [];
  engine.state.watch((operation) => note(`dynamodb:${operation}`, 'StateTable'));
  engine.vault.watch((operation) => note(`dynamodb:${operation}`, 'VaultTable'));
  const enqueueJobs = queue.enqueueJobs.bind(queue);
  jest.spyOn(queue, 'enqueueJobs').mockImplementation(async (jobs) => {
    if (jobs.length > 0) note('sqs:SendMessage', 'JobsQueue');
    await enqueueJobs(jobs);
  });
  const enqueueMessages = queue.enqueueMessages.bind(queue);
  jest.spyOn(queue, 'enqueueMessages').mockImplementation(async (messages) => {
    if (messages.length > 0) note('sqs:SendMessage', 'DeliveriesQueue');
    sent.push(...messages);
    await enqueueMessages(messages);
  });
  return sent;
};

let sent: readonly QueuedMessage[];

beforeAll(async () => {
  rahmen = await startRahmen({
    around: ({ tick, jobs, deliver }) => ({
      tick: as('Tick', tick),
      jobs: as('Jobs', jobs),
      deliver: as('Deliver', deliver),
    }),
  });
  rahmen.slack.deliverTo(as('Slack', rahmen.replay));
  sent = watch(rahmen);
});

afterAll(() => rahmen.stop());

/** Takes along what is stored, erases it, and somebody leaves for good. */
const beForgotten = async (): Promise<void> => {
  const { people, events, asPerson } = rahmen.slack;
  const card = await readMine(rahmen, people.dana, 'meins');
  const { view } = await asPerson(people.dana).click(card, 'rahmen:mine:1');
  await asPerson(people.dana).close(present(view, 'answer'), true);
  await rahmen.drain();
  await erase(rahmen, people.dana);
  await rahmen.jumpTo(rahmen.clock.now() + HOUR);
  await events.changes(people.ben, { deleted: true });
  await events.changes(people.ben, { deleted: false });
};

const live = async (): Promise<void> => {
  const { people, channels, events, asPerson } = rahmen.slack;
  await setUpTeam(rahmen, { lead: people.lea, channel: channels.nord, entry: { time: '12:00' } });
  await rahmen.jumpTo(OPENS);
  for (const person of [people.ada, people.ben, people.cem, people.dana, people.fay]) {
    await answer(rahmen, person, { marks: [1, 5, 'cannot-say'], comment: 'Drachenfrucht' });
  }
  // Every ask a second time: whoever has theirs is looked up.
  const again = sent.map((one) => ({ ...one, deduplicationId: `${one.deduplicationId}-again` }));
  await rahmen.queue.enqueueMessages(again);
  await rahmen.work();
  await rahmen.jumpTo(CLOSES);
  await asPerson(people.ada).openHome();
  await asPerson(people.ada).command('/rahmen', 'puls ergebnis');
  await events.changes(people.ben, { locale: 'en-GB' });
  await events.leaves(channels.nord, people.cem);
  await beForgotten();
  await events.uninstalls();
  await rahmen.jumpTo(rahmen.clock.now() + 31 * DAY);
};

/** What Lambda does itself with a worker's role: reading its queue. */
const ofTheRuntime = /^sqs:(ReceiveMessage|DeleteMessage|GetQueueAttributes|ChangeMessageVisibility)$/u;

const allowed = (): readonly string[] =>
  FUNCTIONS.flatMap((name) =>
    TARGETS.flatMap((target) =>
      role(`${name}Role`)
        .may(target)
        .filter((action) => !ofTheRuntime.test(action))
        .map((action) => `${name}: ${action} ${target}`),
    ),
  );

test('a role allows what its function calls in the life of a team, and nothing else', async () => {
  await live();
  expect([...called].sort()).toEqual([...allowed()].sort());
});
