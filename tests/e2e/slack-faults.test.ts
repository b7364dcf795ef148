import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Fault } from '../../playground/slack/faults.ts';
import { addTeam } from '../support/added-team.ts';
import type { AddedTeam } from '../support/added-team.ts';
import { expectQuietLog } from '../support/quiet-log.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { answer, askOf, present, setUpTeam } from '../support/scenes.ts';
import { textOf, viewText } from '../support/slack-text.ts';

const WEEK = 7 * 86_400_000;
const HOUR = 3_600_000;
const SECONDS = 1000;
/** Thursday noon in Berlin. */
const NOON = Date.parse('2026-12-03T11:00:00Z');

let rahmen: RunningRahmen;
let wall = 0;

beforeAll(async () => {
  rahmen = await startRahmen({ double: { wall: () => Date.now() + wall } });
});

afterAll(() => rahmen.stop());

afterEach(() => {
  rahmen.slack.faults.clear();
});

interface Asked extends AddedTeam {
  readonly opens: number;
}

/** The hour at which the team's round opens; no two open or close at the same. */
const HOURS = { A: 8, D: 9, E: 10, G: 11, H: 12, C: 13, F: 18 } as const;

const teams: Partial<Record<keyof typeof HOURS, Asked>> = {};

beforeAll(async () => {
  for (const [letter, hour] of Object.entries(HOURS)) {
    const team = addTeam(rahmen.slack, letter, { size: 6 });
    const entry = { time: `${String(hour).padStart(2, '0')}:00`, weeks: '4' };
    await setUpTeam(rahmen, { lead: team.lead, channel: team.channel, entry });
    Object.assign(teams, { [letter]: { ...team, opens: NOON + (hour - 12) * HOUR } });
  }
});

/** Of this team, a second before its round opens. */
const beforeRound = async (letter: keyof typeof HOURS): Promise<Asked> => {
  const team = present(teams[letter], 'team');
  await rahmen.jumpTo(team.opens - SECONDS);
  return team;
};

const asks = ({ people }: AddedTeam): readonly number[] =>
  people.map((person) => rahmen.slack.dm(person).length);

const logged = (event: string): number => rahmen.logger.lines().filter((line) => line.event === event).length;

/** Goes wrong with the post after the next `count` messages. */
const afterPosts = (count: number, fault: Fault, times = 1): void => {
  const { workspace, faults } = rahmen.slack;
  const until = workspace.messages.length + count;
  const forget = workspace.onChange(() => {
    if (workspace.messages.length < until) return;
    forget();
    faults.next('chat.postMessage', fault, times);
  });
};

/** Everything that can be done at this moment, and no minute later. */
const workAt = async (instant: number): Promise<void> => {
  rahmen.clock.jumpTo(instant);
  for (let turn = 0; turn < 3; turn += 1) await rahmen.work();
};

describe('while asks go out', () => {
  test('a limit makes their lane wait, not the other one, and nobody is asked twice', async () => {
    const team = await beforeRound('A');
    afterPosts(3, { kind: 'rate-limited', retryAfter: 30 });
    await workAt(team.opens);
    expect(asks(team)).toEqual([1, 1, 1, 0, 0, 0]);

    const { people, channels } = rahmen.slack;
    await setUpTeam(rahmen, { lead: people.lea, channel: channels.nord });
    expect(rahmen.slack.messages(channels.nord)).toHaveLength(1);
    expect(asks(team)).toEqual([1, 1, 1, 0, 0, 0]);

    await workAt(team.opens + 29 * SECONDS);
    expect(asks(team)).toEqual([1, 1, 1, 0, 0, 0]);
    await workAt(team.opens + 30 * SECONDS);
    expect(asks(team)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(logged('delivery-repeated')).toBe(0);
  });

  test('a failure of Slack or a lost answer loses nobody, and what may stand twice is counted', async () => {
    const team = await beforeRound('D');
    afterPosts(1, { kind: 'status', status: 503 }, 2);
    afterPosts(3, { kind: 'lost-answer' });
    await rahmen.jumpTo(team.opens);
    expect(asks(team)).toEqual([1, 1, 1, 2, 1, 1]);
    // The second came after two failures, the fourth after its answer was lost.
    expect(logged('delivery-repeated')).toBe(2);
  });

  test('somebody who was deactivated meanwhile is skipped, and all others are asked', async () => {
    const { workspace } = rahmen.slack;
    const team = await beforeRound('E');
    const [, gone = ''] = team.people;
    const user = present(workspace.users.get(gone), 'person');
    const failed = logged('delivery-failed');
    workspace.users.set(gone, { ...user, deleted: true });
    await rahmen.jumpTo(team.opens);
    expect(asks(team)).toEqual([1, 0, 1, 1, 1, 1]);
    expect(logged('delivery-failed')).toBe(failed + 1);
  });
});

describe('somebody who waits', () => {
  const GERMAN = [
    'Das hat nicht geklappt. Bitte versuch es noch einmal.',
    'Dabei passiert nichts doppelt. Was gespeichert ist, siehst du unter meins.',
  ];

  test('is told at once when Slack says that the click is too old', async () => {
    const { slack } = rahmen;
    const team = await beforeRound('H');
    await rahmen.jumpTo(team.opens);
    const person = slack.asPerson(team.people[0] ?? '');
    const opened = () =>
      slack.calls.filter(({ method, answer: said }) => method === 'views.open' && said?.['ok'] === true);
    const before = opened().length;
    slack.faults.next('views.open', { kind: 'error', error: 'expired_trigger_id' });
    const click = await person.click(askOf(rahmen, person.id), 'Antworten');
    expect([click.view, click.messages.map(textOf)]).toEqual([undefined, [GERMAN]]);
    expect(click.messages[0]?.onlyFor).toBe(person.id);

    // Slack's own three seconds pass on the way.
    const target = rahmen.replay;
    slack.deliverTo(async (request) => {
      wall += 3001;
      return target(request);
    });
    const typed = await person.command('/puls');
    slack.deliverTo(target);
    expect([typed.view, typed.messages.map(textOf)]).toEqual([undefined, [GERMAN]]);
    expect(opened()).toHaveLength(before);
    expect(viewText((await person.command('/puls')).view)[0]).toBe('Drei Fragen');
  });

  test.each<[string, Fault]>([
    ['fails', { kind: 'status', status: 500 }],
    ['limits us', { kind: 'rate-limited', retryAfter: 60 }],
    ['breaks the connection', { kind: 'lost-answer' }],
  ])('is told when Slack %s', async (_name, fault) => {
    const { slack } = rahmen;
    const { people } = slack;
    await slack.asPerson(people.ada).command('/rahmen', 'hilfe');
    slack.faults.next('conversations.info', fault);
    const { messages, error } = await slack
      .asPerson(people.ada)
      .command('/rahmen', 'team', slack.channels.everyone);
    expect(error).toBeUndefined();
    expect(messages.map(textOf)).toEqual([GERMAN]);
  });

  test('and whom we do not know yet is told in English when Slack cannot say who they are', async () => {
    const { slack } = rahmen;
    slack.faults.next('users.info', { kind: 'status', status: 500 });
    const { messages } = await slack.asPerson(slack.people.nils).command('/rahmen');
    expect(messages.map(textOf)).toEqual([
      [
        "That didn't work. Please try once more.",
        'Nothing is done twice if you do. See me for what is stored.',
      ],
    ]);
  });
});

describe('a Slack that stays away for hours', () => {
  test('a limit met over and over again costs nobody the ask', async () => {
    const team = await beforeRound('C');
    rahmen.slack.faults.next('chat.postMessage', { kind: 'rate-limited', retryAfter: 20 }, 9);
    await rahmen.jumpTo(team.opens);
    expect(asks(team)).toEqual([1, 1, 1, 1, 1, 1]);
    const given = rahmen.logger.lines().filter(({ fields }) => fields.fault === 'tried-too-often');
    expect(given).toEqual([]);
  });

  test('a Slack that fails for an hour and a half is given up, and the round goes on', async () => {
    const { slack } = rahmen;
    const team = await beforeRound('F');
    const [first = ''] = team.people;
    slack.faults.next('chat.postMessage', { kind: 'status', status: 500 }, 8);
    await rahmen.jumpTo(team.opens);
    expect(asks(team)).toEqual([0, 1, 1, 1, 1, 1]);
    // Who got no ask is on the roster all the same.
    const { view } = await slack.asPerson(first).command('/puls');
    expect(viewText(view)[0]).toBe('Drei Fragen');
  });
});

describe('at the close', () => {
  test('a result that was posted without our knowing may stand twice, but never not at all', async () => {
    const { slack } = rahmen;
    const team = present(teams.G, 'team');
    for (const person of team.people) await answer(rahmen, person, { marks: [2, 3, 4] });
    await rahmen.jumpTo(team.opens + WEEK - SECONDS);
    slack.faults.next('chat.postMessage', { kind: 'lost-answer' });
    await rahmen.jumpTo(team.opens + WEEK);
    const [, , ...results] = slack.messages(team.channel); // The promise and the reminder stand before it.
    expect(results.map(({ text }) => text)).toEqual(Array(2).fill(expect.stringMatching(/^6 Antworten/u)));
    const [copy, ...more] = slack.dm(team.lead);
    expect(more).toEqual([]);
    // The link leads to the post that we know of.
    expect(textOf(copy)[0]).toContain(`/p${present(results[1], 'result').ts.replace('.', '')}>`);
  });
});

test('none of these faults put into the log who or what', () => {
  expectQuietLog(rahmen);
});
