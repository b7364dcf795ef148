import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addTeam } from '../support/added-team.ts';
import type { AddedTeam } from '../support/added-team.ts';
import { SECRETS, startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { answer, setUpTeam } from '../support/scenes.ts';
import { json, signedRequest } from '../support/signed-request.ts';
import { textOf } from '../support/slack-text.ts';

const OPENS = Date.parse('2026-12-03T11:00:00Z');
const HOUR = 3_600_000;
const WEEK = 168 * HOUR;

let rahmen: RunningRahmen;
let team: AddedTeam;
let waiting: AddedTeam;

beforeAll(async () => {
  rahmen = await startRahmen();
  team = addTeam(rahmen.slack, 'U');
  waiting = addTeam(rahmen.slack, 'W');
  await setUpTeam(rahmen, { lead: team.lead, channel: team.channel, entry: { time: '12:00' } });
  await setUpTeam(rahmen, {
    lead: waiting.lead,
    channel: waiting.channel,
    entry: { time: '12:00', weekday: '1' },
  });
});

afterAll(() => rahmen.stop());

const posts = (): number => rahmen.slack.count('chat.postMessage');

const uninstalled = () => rahmen.slack.events.uninstalls();

const revoked = () =>
  rahmen.slack.events.send({
    type: 'tokens_revoked',
    tokens: { oauth: [], bot: [rahmen.slack.people.bot] },
  });

const answerAll = async (): Promise<void> => {
  for (const person of team.people)
    await answer(rahmen, person, { marks: [1, 3, 5], comment: 'Vergiss mich' });
};

describe('an app that is removed while a round is open', () => {
  test.each([
    ['told first that it is gone, then that its token is', OPENS, [uninstalled, revoked]],
    ['told the other way round', OPENS + 2 * WEEK, [revoked, uninstalled]],
  ])('asks and publishes nothing more: %s', async (_name, opens, events) => {
    await rahmen.jumpTo(opens);
    await answerAll();
    for (const event of events) expect(await event()).toMatchObject({ ok: true });
    const before = posts();
    // The other team's round would open on the Monday between.
    await rahmen.jumpTo(opens + WEEK + HOUR);
    expect(posts()).toBe(before);

    const { state, vault } = await rahmen.dump();
    expect(
      vault
        // How often somebody was written to this week is nothing of the round.
        .filter(({ sk }) => !String(sk).startsWith('QUIET#'))
        .flatMap((row) => Object.keys(row))
        .filter((name) => !['pk', 'sk', 'sealed', 'ttl'].includes(name)),
    ).toEqual([]);
    expect(JSON.stringify({ state, vault })).not.toContain('Vergiss mich');

    // Whoever types a word proves that it is back.
    const { messages } = await rahmen.slack.asPerson(team.lead).command('/rahmen', 'puls ergebnis');
    expect(messages.flatMap(textOf)).toEqual([
      'Noch gibt es kein Ergebnis. Wenn es eins gibt, steht es im Kanal deines Teams.',
    ]);
    await rahmen.jumpTo(opens + WEEK + 2 * HOUR);
    expect(posts()).toBe(before);
  });

  test('asks and publishes again once it is used again, whatever old news still comes in', async () => {
    const { slack } = rahmen;
    const opens = OPENS + 4 * WEEK;
    await rahmen.jumpTo(opens);
    expect(slack.dm(team.people[0] ?? '')).toHaveLength(3);
    const old = {
      type: 'event_callback',
      team_id: 'T0RAHMEN01',
      event_id: 'Ev0OLDNEWS',
      event_time: (opens - 3 * WEEK) / 1000,
      event: { type: 'app_uninstalled' },
    };
    const sent = signedRequest({ ...json(old), secret: SECRETS.signingSecret });
    expect(await rahmen.invoke(sent)).toMatchObject({ statusCode: 200 });
    await answerAll();
    await rahmen.jumpTo(opens + WEEK);
    expect(
      slack
        .messages(team.channel)
        .slice(1)
        .map(({ text }) => text),
    ).toEqual(['Die Runde ist noch bis Do, 7.1., 12:00 offen.', expect.stringMatching(/^5 Antworten/u)]);
    expect(slack.dm(team.lead)).toHaveLength(1);
    expect(slack.dm(waiting.people[0] ?? '').length).toBeGreaterThan(0);
  });

  test('of a person’s own token is no news', async () => {
    const before = await rahmen.dump();
    await rahmen.slack.events.send({ type: 'tokens_revoked', tokens: { oauth: ['U0ADAMUST1'], bot: [] } });
    expect((await rahmen.dump()).state).toEqual(before.state);
  });
});
