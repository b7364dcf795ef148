import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import * as z from 'zod';
import { makeDynamoClient } from '../../adapters/dynamodb/client.ts';
import { createTables } from '../../adapters/dynamodb/create-tables.ts';
import { handlerTarget } from '../../playground/lambda/http-function.ts';
import { PEOPLE } from '../../playground/slack/seed/people.ts';
import type { Entry } from '../../playground/slack/entry.ts';
import { startSlackDouble } from '../../playground/slack/double.ts';
import type { SlackDouble } from '../../playground/slack/double.ts';
import { startSqs } from '../adapters/sqs/sqs-stand-in.ts';
import type { SqsStandIn } from '../adapters/sqs/sqs-stand-in.ts';
import { startDynalite } from '../support/dynalite.ts';
import type { LocalEngine } from '../support/local-engine.ts';
import { present } from '../support/scenes.ts';
import { textOf, viewText } from '../support/slack-text.ts';
import { startBundle } from './bundle-process.ts';
import type { BundleProcess } from './bundle-process.ts';

// What is deployed, each in a process of its own: nothing that the build left out may be missed.
jest.setTimeout(60_000);

const SECRETS = { signingSecret: 'bundle-signing-secret', botToken: 'xoxb-bundle' };
const TABLES = { state: 'state', vault: 'vault' };

const createAll = async ({ endpoint }: LocalEngine): Promise<void> => {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = makeDynamoClient({ region: 'eu-central-1', endpoint, credentials });
  await createTables(client, TABLES);
  client.documents.destroy();
};

let engine: LocalEngine;
let sqs: SqsStandIn;
let slack: SlackDouble;
let bundles: Readonly<Record<'slack' | 'tick' | 'jobs' | 'deliver', BundleProcess>>;

const result = z.object({ statusCode: z.int() }).loose();

beforeAll(async () => {
  [engine, sqs, slack] = await Promise.all([
    startDynalite(),
    startSqs(),
    startSlackDouble({ ...SECRETS, ackWithin: 10_000 }),
  ]);
  await createAll(engine);
  const environment = {
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'of-the-role',
    AWS_SECRET_ACCESS_KEY: 'of-the-role',
    AWS_ENDPOINT_URL_SQS: sqs.endpoint,
    STATE_TABLE: TABLES.state,
    VAULT_TABLE: TABLES.vault,
    DYNAMODB_ENDPOINT: engine.endpoint,
    JOBS_QUEUE_URL: `${sqs.endpoint}/1/jobs.fifo`,
    DELIVERIES_QUEUE_URL: `${sqs.endpoint}/1/deliveries.fifo`,
    SLACK_API_URL: slack.apiUrl,
    SLACK_BOT_TOKEN: SECRETS.botToken,
    SLACK_SIGNING_SECRET: SECRETS.signingSecret,
    FIRST_ADMIN: PEOPLE.ina,
  };
  const start = (name: string) => startBundle(name, environment);
  bundles = {
    slack: await start('slack'),
    tick: await start('tick'),
    jobs: await start('jobs'),
    deliver: await start('deliver'),
  };
  slack.deliverTo(handlerTarget(async (event) => result.parse(await bundles.slack.invoke(event))));
});

afterAll(async () => {
  await Promise.all(Object.values(bundles ?? {}).map((bundle) => bundle.stop()));
  await slack.close();
  await sqs.stop();
  await engine.stop();
});

/** Hands what was queued so far to the bundle that it is for, and what that queues, until nothing is left. */
const work = async (): Promise<void> => {
  for (let taken = 0; taken < sqs.batches.length; taken += 1) {
    const entries = present(sqs.batches[taken], 'batch');
    const worker = entries.some(({ MessageBody }) => MessageBody.includes('"due":')) ? 'jobs' : 'deliver';
    const Records = entries.map(({ Id, MessageBody, MessageGroupId }) => ({
      messageId: Id,
      receiptHandle: Id,
      body: MessageBody,
      attributes: { MessageGroupId, ApproximateReceiveCount: '1' },
    }));
    expect(await bundles[worker].invoke({ Records })).toEqual({ batchItemFailures: [] });
  }
};

/** All that a function may load, at start and later. */
const codeOf = (name: string): string => {
  const folder = new URL(`../../.build/${name}/`, import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith('.js'));
  return files.map((file) => readFileSync(new URL(file, folder), 'utf8')).join('\n');
};

/** What somebody reads who types a word. */
const typed = async (person: string, word: string): Promise<readonly string[]> => {
  const { messages } = await slack.asPerson(person).command('/rahmen', word, slack.channels.nord);
  return messages.flatMap(textOf);
};

/** Opens a form from the set-up card, fills it in, and reads what is said to that. */
const setUp = async (person: string, button: string, entry: Entry): Promise<readonly string[]> => {
  const actor = slack.asPerson(person);
  const { messages } = await actor.command('/rahmen', 'setup');
  const { view } = await actor.click(present(messages.at(-1), 'set-up card'), button);
  const done = await actor.submit(present(view, 'form'), entry);
  await actor.close(present(done.view, 'receipt'), true);
  return viewText(done.view);
};

describe('the bundles', () => {
  test.each(['slack', 'tick', 'jobs', 'deliver'] as const)('%s: starts with one file', (name) => {
    expect(bundles[name].loaded).toEqual(['index.js']);
  });

  test('slack and tick hold no code that lists or counts what lies in the vault', () => {
    const able = ['slack', 'tick', 'jobs', 'deliver'].filter((name) =>
      codeOf(name).includes('begins_with(#sk, :slot)'),
    );
    expect(able).toEqual(['jobs', 'deliver']);
  });

  test('tick: finds nothing due in an empty table', async () => {
    await bundles.tick.invoke({});
    expect(bundles.tick.printed()).toBe('{"level":"info","event":"tick","count":0}\n');
  });

  test('slack: answers a signed command', async () => {
    const lea = slack.asPerson(slack.people.lea);
    const { error, messages } = await lea.command('/rahmen', 'help', slack.channels.nord);
    expect({ error, text: messages.map(({ text }) => text) }).toEqual({ text: ['Das geht hier'] });
  });

  test('slack: answers an event by calling Slack', async () => {
    const { error, view } = await slack.asPerson(slack.people.lea).openHome();
    expect(error).toBeUndefined();
    expect(view?.source.type).toBe('home');
  });
  test.each(['jobs', 'deliver'] as const)('%s: handles an empty batch', async (name) => {
    expect(await bundles[name].invoke({ Records: [] })).toEqual({ batchItemFailures: [] });
  });

  test('slack: set-up is read when an admin needs it, in either language', async () => {
    const { ina, lea, fay } = slack.people;
    expect(await typed(lea, 'einrichten')).toEqual(['Das machen hier nur Admins. Frag gern: @ina']);
    expect(await typed(fay, 'setup')).toEqual(['Only admins do this here. You can ask: @ina']);
    expect(await setUp(ina, 'Weiter', { admins: [ina, fay] })).toEqual(
      expect.arrayContaining(['Gespeichert. Wer dazukam oder wegfiel, erfährt es.']),
    );
    expect(await setUp(fay, 'Next', { ground: 'works agreement' })).toEqual(
      expect.arrayContaining([expect.stringContaining('Ground: works agreement')]),
    );
  });

  test('a team that is set up gets its promise, through both queues', async () => {
    const { people, channels, asPerson, messages } = slack;
    const english = await asPerson(people.fay).command('/rahmen', 'team', channels.nord);
    expect(viewText(english.view)[0]).toBe('Set up your team');
    const { view } = await asPerson(people.lea).command('/rahmen', 'team', channels.nord);
    expect(viewText(view)[0]).toBe('Team einrichten');
    // A fault of the files that were loaded at start, and known as one in those that were loaded now.
    slack.faults.next('users.list', { kind: 'rate-limited', retryAfter: 20 });
    const preview = await asPerson(people.lea).submit(present(view, 'set-up form'));
    expect(viewText(preview.view)).toEqual(expect.arrayContaining([expect.stringContaining('Bis zu ')]));
    const { error } = await asPerson(people.lea).submit(present(preview.view, 'preview'));
    expect(error).toBeUndefined();
    await work();
    expect(messages(channels.nord).map(({ text }) => text)).toEqual([expect.stringContaining('drei Fragen')]);
  });

  test.each([
    ['lea', 'meins', 'Das weiß ich über dich.'],
    ['fay', 'me', 'This is what I know about you.'],
    ['lea', 'puls aussetzen', 'Soll die Runde von '],
    ['fay', 'pulse skip', 'Shall the round of '],
    ['lea', 'team', 'Der Puls von #kundenservice-nord'],
    ['fay', 'team', 'The pulse of #kundenservice-nord'],
  ] as const)('slack: answers %s, who types %s', async (person, word, begin) => {
    expect((await typed(slack.people[person], word))[0]).toContain(begin);
  });

  test('slack: shows the promise in the other language', async () => {
    const { people, channels, asPerson, messages } = slack;
    const promise = present(messages(channels.nord)[0], 'promise');
    const { view } = await asPerson(people.fay).click(promise, 'English');
    expect(viewText(view)).toEqual(expect.arrayContaining([expect.stringContaining('three questions')]));
  });

  test('nothing went wrong on the way', () => {
    const lines = Object.values(bundles).flatMap((bundle) => bundle.printed().split('\n'));
    expect(lines.filter((line) => line !== '' && !line.startsWith('{"level":"info",'))).toEqual([]);
  });
});
