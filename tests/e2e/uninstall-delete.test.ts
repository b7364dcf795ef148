import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { makeDynamoClient } from '../../adapters/dynamodb/client.ts';
import { HOME_TEAM } from '../../playground/slack/seed/people.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { answer, setUpTeam } from '../support/scenes.ts';
import { textOf } from '../support/slack-text.ts';

/** Thursday, noon in Berlin. */
const OPENS = Date.parse('2026-12-03T11:00:00Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const OTHER = 'T0ANDERE07';

let rahmen: RunningRahmen;

beforeAll(async () => {
  rahmen = await startRahmen();
  const { people, channels } = rahmen.slack;
  await setUpTeam(rahmen, { lead: people.lea, channel: channels.nord, entry: { time: '12:00' } });
  await rahmen.jumpTo(OPENS + 5 * MINUTE);
  for (const name of ['ada', 'ben', 'cem', 'dana', 'emil'] as const) {
    await answer(rahmen, people[name], { marks: [1, 3, 5], comment: 'Vergiss mich' });
  }
});

afterAll(() => rahmen.stop());

type Row = Readonly<Record<string, unknown>>;

const rowsOf = async (tenant: string): Promise<readonly Row[]> => {
  const { state, vault } = await rahmen.dump();
  return [...state, ...vault].filter(({ pk }) => String(pk).includes(tenant));
};

/** As storage does with what is past its time: rows of events, which nobody lists. */
const isForgotten = ({ ttl }: Row): boolean => typeof ttl === 'number' && ttl * 1000 <= rahmen.clock.now();

const left = async (): Promise<readonly Row[]> =>
  (await rowsOf(HOME_TEAM.id)).filter((row) => !isForgotten(row));

/** Everything of the tenant once more under another name. Nothing of it is ever due. */
const copyTenant = async (): Promise<void> => {
  const { engine, dump } = rahmen;
  const { state, vault } = await dump();
  for (const [TableName, rows, { endpoint }] of [
    ['state', state, engine.state],
    ['vault', vault, engine.vault],
  ] as const) {
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const { documents } = makeDynamoClient({ region: 'local', endpoint, credentials });
    for (const row of rows) {
      const renamed = Object.entries(row).flatMap(([name, value]) => {
        if (name === 'duePk' || name === 'dueAt') return [];
        return [[name, typeof value === 'string' ? value.replaceAll(HOME_TEAM.id, OTHER) : value]];
      });
      await documents.send(new PutCommand({ TableName, Item: Object.fromEntries(renamed) }));
    }
    documents.destroy();
  }
};

describe('an app that is removed', () => {
  test('keeps everything for 30 days, and goes on if it is installed again', async () => {
    const { people, events } = rahmen.slack;
    await events.uninstalls();
    await rahmen.jumpTo(rahmen.clock.now() + 20 * DAY);
    await rahmen.slack.asPerson(people.lea).command('/rahmen', 'hilfe');
    const before = (await left()).length;
    await rahmen.jumpTo(rahmen.clock.now() + 12 * DAY);
    expect((await left()).length).toBeGreaterThanOrEqual(before);
    expect((await left()).filter(({ sk }) => sk === 'REMOVAL')).toEqual([]);
  });

  test('leaves nothing of the tenant, and every byte of another', async () => {
    await copyTenant();
    const other = await rowsOf(OTHER);
    expect(other.length).toBeGreaterThan(10);
    await rahmen.slack.events.uninstalls();
    await rahmen.slack.events.uninstalls();
    const removed = rahmen.clock.now();
    await rahmen.jumpTo(removed + 29 * DAY);
    expect((await left()).length).toBeGreaterThan(10);

    await rahmen.jumpTo(removed + 31 * DAY);
    const [tombstone, ...more] = await left();
    expect(more).toEqual([]);
    expect(Object.keys(tombstone ?? {}).sort()).toEqual([
      'ownerPk',
      'ownerSk',
      'pk',
      'since',
      'sk',
      'state',
      'ttl',
    ]);
    expect(tombstone).toMatchObject({ sk: 'TENANT', state: 'removed' });
    expect(await rowsOf(OTHER)).toEqual(other);
    await rahmen.jumpTo(removed + 62 * DAY);
    expect(await left()).toEqual([]);
  });

  test('starts empty when it is installed later', async () => {
    const { people, asPerson } = { people: rahmen.slack.people, asPerson: rahmen.slack.asPerson };
    const { messages } = await asPerson(people.ada).command('/rahmen', 'meins');
    expect(textOf(messages.at(-1))).toEqual(
      expect.arrayContaining(['• Eigene Einstellungen: keine.', '• Du bist in keinem Puls-Team.']),
    );
  });
});
