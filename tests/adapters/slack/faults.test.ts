import { expect, test } from '@jest/globals';
import { PortError } from '../../../src/shared/errors.ts';
import { aBench } from './support/bench.ts';
import { aCommand, anEvent, aPress, aSubmission, onHome } from './support/payloads.ts';
import { aCard } from './support/stub-desk.ts';

const CANARY = 'canary-of-a-comment';
const broken = async (): Promise<never> => {
  throw new PortError('unreachable', 'network', { cause: CANARY });
};
const never = () => new Promise<never>(() => {});
const answer = { kind: 'answer', round: 'r1' } as const;

test('a command that breaks is answered with a private apology', async () => {
  const bench = await aBench();
  bench.desk.reply = broken;
  const { statusCode, body } = await bench.send(aCommand());
  expect([statusCode, JSON.parse(body ?? '')]).toMatchObject([
    200,
    { response_type: 'ephemeral', text: 'sorry' },
  ]);
});

test('a press that breaks is answered with a private apology that leaves the message alone', async () => {
  const bench = await aBench();
  bench.desk.reply = broken;
  const press = aPress(answer, {
    response_url: new URL('/r', bench.slack.url).href,
    container: { type: 'message', is_ephemeral: true },
  });
  expect(await bench.send(press)).toEqual({ statusCode: 200, body: '' });
  expect(bench.slack.calls).toMatchObject([
    { method: '/r', params: { response_type: 'ephemeral', text: 'sorry', replace_original: false } },
  ]);
});

test('a press on the home tab that breaks is answered with a dialog', async () => {
  const bench = await aBench();
  bench.desk.reply = broken;
  expect(await bench.send(aPress(answer, onHome))).toEqual({ statusCode: 200, body: '' });
  expect(bench.slack.calls).toMatchObject([
    { method: 'views.open', params: { trigger_id: 'trigger', view: { title: { text: 'Rahmen' } } } },
  ]);
});

test('a submission that breaks gets the apology on top of the form, which keeps what was typed', async () => {
  const bench = await aBench();
  bench.desk.reply = broken;
  const { statusCode, body } = await bench.send(aSubmission(answer, {}));
  expect([statusCode, JSON.parse(body ?? '')]).toMatchObject([200, { response_action: 'push' }]);
});

test('what takes too long gets the apology, and its late result reaches nobody', async () => {
  const bench = await aBench({ answerWithin: 30 });
  let finish = (): void => {};
  const late = new Promise<void>((resolve) => {
    finish = resolve;
  });
  bench.desk.reply = async () => {
    await late;
    return { kind: 'card', card: aCard('late') };
  };
  const responseUrl = new URL('/r', bench.slack.url).href;
  expect(await bench.send(aPress(answer, { response_url: responseUrl }))).toEqual({
    statusCode: 200,
    body: '',
  });
  finish();
  await new Promise((resolve) => {
    setTimeout(resolve, 50);
  });
  expect(bench.slack.calls.map(({ params }) => params.text)).toEqual(['sorry']);
  expect(bench.log).toContainEqual({
    level: 'error',
    event: 'request-failed',
    fields: { route: 'action', errorClass: 'PortError', fault: 'unreachable', outcome: 'deadline' },
  });
});

test('answers within three seconds when everything hangs', async () => {
  const bench = await aBench();
  bench.desk.reply = never;
  bench.desk.apologize = (actor) => (actor ? never() : Promise.resolve(aCard('sorry')));
  const started = Date.now();
  const { body } = await bench.send(aCommand());
  expect(JSON.parse(body ?? '').text).toBe('sorry');
  expect(Date.now() - started).toBeLessThan(2_900);
  expect(bench.desk.apologies.map(Boolean)).toEqual([true, false]);
});

test('when not even the apology can be said, Slack shows its own error sign', async () => {
  const bench = await aBench();
  bench.desk.reply = broken;
  bench.desk.apologize = broken;
  expect(await bench.send(aCommand())).toEqual({ statusCode: 500, body: '' });
});

test('an event that breaks is answered with 500 and done again when Slack repeats it', async () => {
  const bench = await aBench();
  const event = anEvent({ type: 'app_uninstalled' });
  bench.desk.happen = broken;
  expect(await bench.send(event)).toEqual({ statusCode: 500, body: '' });
  bench.desk.happen = async () => {};
  const again = { ...event, headers: { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_error' } };
  expect(await bench.send(again)).toEqual({ statusCode: 200, body: '' });
  expect(bench.desk.happenings).toHaveLength(1);
});

test('an event that takes too long is answered with 500', async () => {
  const bench = await aBench({ answerWithin: 20 });
  bench.desk.happen = never;
  expect(await bench.send(anEvent({ type: 'app_uninstalled' }))).toEqual({ statusCode: 500, body: '' });
});

test('a button or form of ours that this version does not know gets the apology', async () => {
  const bench = await aBench();
  const old = [{ type: 'button', action_id: 'rahmen:vote:0', value: '{"kind":"vote"}' }];
  await bench.send(aPress(answer, { ...onHome, actions: old }));
  const view = {
    callback_id: 'rahmen:answer',
    private_metadata: '{}',
    state: {},
    app_installed_team_id: 'T1',
  };
  const { body } = await bench.send(aSubmission(answer, {}, { view }));
  expect(JSON.parse(body ?? '').response_action).toBe('push');
  expect(bench.desk.apologies).toHaveLength(2);
  expect(bench.desk.handled).toEqual([]);
});

test('logs classes and codes, and nothing that anybody typed', async () => {
  const bench = await aBench();
  bench.desk.reply = async () => {
    throw new TypeError(CANARY);
  };
  await bench.send(aCommand({ text: CANARY }));
  await bench.send(aSubmission(answer, { q: { value: { type: 'plain_text_input', value: CANARY } } }));
  expect(bench.log.map(({ fields }) => fields?.errorClass)).toContain('TypeError');
  expect(JSON.stringify(bench.log)).not.toContain(CANARY);
  expect(JSON.stringify(bench.log)).not.toMatch(/U1|T1|r1/u);
});
