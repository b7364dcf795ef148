import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { QueueFunction } from '../../playground/lambda/queue-function.ts';
import type { WorkFunctions } from '../../playground/runner.ts';
import { addTeam } from '../support/added-team.ts';
import type { AddedTeam } from '../support/added-team.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { answer, setUpTeam } from '../support/scenes.ts';

const OPENS = Date.parse('2026-12-03T11:00:00Z');
const WEEK = 7 * 86_400_000;

type Way = 'one after the other' | 'at once';

let rahmen: RunningRahmen;
let way: Way = 'one after the other';
let runs = 0;

/** What a queue hands over at least once comes twice; what fails in either run comes again. */
const doubled =
  (handler: QueueFunction): QueueFunction =>
  async (event, context) => {
    runs += 1;
    const run = () => handler(event, context);
    const results = way === 'at once' ? await Promise.all([run(), run()]) : [await run(), await run()];
    return { batchItemFailures: results.flatMap(({ batchItemFailures }) => batchItemFailures) };
  };

const around = ({ tick, jobs, deliver }: WorkFunctions): WorkFunctions => ({
  tick: async () => {
    await tick();
    await tick();
  },
  jobs: doubled(jobs),
  deliver: doubled(deliver),
});

beforeAll(async () => {
  rahmen = await startRahmen({ around });
});

afterAll(() => rahmen.stop());

const play = async (team: AddedTeam, opens: number): Promise<void> => {
  await setUpTeam(rahmen, { lead: team.lead, channel: team.channel, entry: { time: '12:00', weeks: '4' } });
  await rahmen.jumpTo(opens);
  for (const person of team.people) await answer(rahmen, person, { marks: [1, 3, 5], comment: 'Einmal' });
  await rahmen.jumpTo(opens + WEEK);
};

describe('work that is done twice', () => {
  test.each<[Way, string, number]>([
    ['one after the other', 'N', OPENS],
    ['at once', 'Q', OPENS + 2 * WEEK],
  ])('%s shows only once', async (how, letter, opens) => {
    way = how;
    runs = 0;
    const { slack } = rahmen;
    const team = addTeam(slack, letter, { size: 6 });
    await play(team, opens);

    const posts = slack.messages(team.channel).map(({ text }) => text.slice(0, 9));
    expect(posts).toEqual([expect.stringMatching(/^Ab /u), 'Die Runde', '6 Antwort']);
    expect(team.people.map((person) => slack.dm(person).length)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(slack.dm(team.lead)).toHaveLength(1);
    expect(runs).toBeGreaterThan(5);
    expect([rahmen.queue.messages('jobs'), rahmen.queue.messages('messages')]).toEqual([[], []]);

    const { state } = await rahmen.dump();
    const round = state.find(({ pk, sk }) => sk === 'ROUND' && String(pk).endsWith(`${team.channel}-1`));
    expect(round).toMatchObject({ state: 'closed', result: { answers: 6, commentPages: 1 }, outbox: [] });
    const [comments] = state.filter(({ sk, pk }) => sk === 'COMMENTS#0' && String(pk).includes(team.channel));
    expect(comments?.['comments']).toEqual(Array(6).fill(expect.objectContaining({ text: 'Einmal' })));
  });
});
