import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { tracesOf } from '../support/mine.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { setUpTeam } from '../support/scenes.ts';

/** Thursday, noon in Berlin. */
const OPENS = Date.parse('2026-12-03T11:00:00Z');
const AFTER_NEXT = Date.parse('2026-12-31T11:00:00Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let rahmen: RunningRahmen;

beforeAll(async () => {
  rahmen = await startRahmen();
  const { people, channels } = rahmen.slack;
  await setUpTeam(rahmen, { lead: people.lea, channel: channels.nord, entry: { time: '12:00' } });
  await rahmen.jumpTo(OPENS + 5 * MINUTE);
});

afterAll(() => rahmen.stop());

const planned = async (): Promise<readonly unknown[]> =>
  (await rahmen.dump()).state.flatMap(({ sk, id, state }) => (sk === 'ERASURE' ? [{ id, state }] : []));

/** Gone from a channel without a word of it: the event was lost. */
const leaveSilently = (person: string): void => {
  const { workspace, channels } = rahmen.slack;
  workspace.channels.get(channels.nord)?.members.delete(person);
  const user = workspace.users.get(person);
  if (user !== undefined) workspace.users.set(person, { ...user, deleted: true });
};

describe('somebody whose account is deactivated', () => {
  test('is found out at an opening where the news was lost, and erased by rule', async () => {
    const { people } = rahmen.slack;
    leaveSilently(people.dana);
    // The first round stayed open a week longer, so that the date after it was passed by.
    await rahmen.jumpTo(AFTER_NEXT + 5 * MINUTE);
    expect(await planned()).toEqual([{ id: people.dana, state: 'planned' }]);
    await rahmen.jumpTo(rahmen.clock.now() + 32 * DAY);
    expect(await tracesOf(rahmen, people.dana)).toEqual([]);
  });

  test('is erased 30 days later, and nothing is erased before', async () => {
    const { people, events } = rahmen.slack;
    await events.changes(people.ada, { deleted: true });
    await events.changes(people.ada, { deleted: true });
    expect(await planned()).toEqual([{ id: people.ada, state: 'planned' }]);
    const start = rahmen.clock.now();
    await rahmen.jumpTo(start + 29 * DAY);
    expect((await tracesOf(rahmen, people.ada)).length).toBeGreaterThan(1);
    await rahmen.jumpTo(start + 31 * DAY + 10 * MINUTE);
    expect(await tracesOf(rahmen, people.ada)).toEqual([]);
  });

  test('is not erased if they come back', async () => {
    const { people, events } = rahmen.slack;
    await events.changes(people.ben, { deleted: true });
    expect(await planned()).toEqual([{ id: people.ben, state: 'planned' }]);
    await events.changes(people.ben, { deleted: false });
    expect(await planned()).toEqual([]);
    await rahmen.jumpTo(rahmen.clock.now() + 32 * DAY);
    expect((await tracesOf(rahmen, people.ben)).length).toBeGreaterThan(0);
  });

  test('is not erased if they came back and nobody said so', async () => {
    const { people, events, workspace } = rahmen.slack;
    await events.changes(people.cem, { deleted: true });
    const user = workspace.users.get(people.cem);
    if (user !== undefined) workspace.users.set(people.cem, { ...user, deleted: false });
    await rahmen.jumpTo(rahmen.clock.now() + 32 * DAY);
    expect(await planned()).toEqual([]);
    const { state } = await rahmen.dump();
    expect(state.find(({ person }) => String(person).endsWith(people.cem))).toMatchObject({ kind: 'member' });
  });
});
