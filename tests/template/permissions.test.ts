import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { QueuedMessage } from '../../src/ports/queue.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { erase, readMine } from '../support/mine.ts';
import { answer, askOf, present, setUpTeam } from '../support/scenes.ts';
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

/** The buttons of an ask but *Answer*, and those of the dialogs behind them. */
const NOT_NOW = [['Später', 'In einer Stunde'], ['Später', 'Ich melde mich selbst'], ['Diese Runde nicht']];

/** Each is pressed, and whoever wanted to be is asked once more. */
const pressTheRest = async (): Promise<void> => {
  const { people, asPerson } = rahmen.slack;
  for (const person of [people.ada, people.ben, people.cem]) {
    const actor = asPerson(person);
    for (const [first = '', ...more] of NOT_NOW) {
      let { view } = await actor.click(askOf(rahmen, person), first);
      for (const button of more) ({ view } = await actor.click(present(view, 'dialog'), button));
      await actor.close(present(view, 'dialog'), true);
    }
  }
  // The last one, as people press it in the end.
  const { view } = await asPerson(people.dana).click(askOf(rahmen, people.dana), 'Später');
  const noted = await asPerson(people.dana).click(present(view, 'dialog'), 'In einer Stunde');
  await asPerson(people.dana).close(present(noted.view, 'dialog'), true);
  const before = rahmen.slack.dm(people.dana).length;
  await rahmen.jumpTo(rahmen.clock.now() + 2 * HOUR);
  expect(rahmen.slack.dm(people.dana)).toHaveLength(before + 1);
};

const live = async (): Promise<void> => {
  const { people, channels, events, asPerson } = rahmen.slack;
  await setUpTeam(rahmen, { lead: people.lea, channel: channels.nord, entry: { time: '12:00' } });
  await rahmen.jumpTo(OPENS);
  await pressTheRest();
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
