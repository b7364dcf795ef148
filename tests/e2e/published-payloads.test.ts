import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { expectQuietLog } from '../support/quiet-log.ts';
import { SECRETS, startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { FORM_TYPE, form, interaction, json, signedRequest } from '../support/signed-request.ts';

const folder = path.join(import.meta.dirname, '../fixtures/slack/inbound');
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

let rahmen: RunningRahmen;

beforeAll(async () => {
  rahmen = await startRahmen();
});

afterAll(() => rahmen.stop());

const asSlackSends = (name: string) => {
  const payload = JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
  if (name === 'signature-vector.json') return { contentType: FORM_TYPE, body: payload.raw_body };
  if (name.startsWith('slash-command.')) return form(payload);
  return name.startsWith('event.') ? json(payload) : interaction(payload);
};

const send = (name: string) =>
  rahmen.invoke(signedRequest({ ...asSlackSends(name), secret: SECRETS.signingSecret }));

describe('every payload that Slack publishes', () => {
  test.each(files)('%s is answered with 200', async (name) => {
    expect(await send(name)).toMatchObject({ statusCode: 200 });
  });

  test('leaves the two removals it tells of, and nobody who is named in it', async () => {
    const { state, vault } = await rahmen.dump();
    expect(vault).toEqual([]);
    expect(new Set(state.map(({ sk }) => sk))).toEqual(
      // The workspace of the story has its release; the two that left are removed in thirty days.
      new Set(['EVENT', 'REMOVAL', 'SETTINGS', 'TENANT']),
    );
    expect(state.filter(({ sk }) => sk === 'TENANT')).toMatchObject([
      { pk: 'T#slack:E111', state: 'removed' },
      { pk: 'T#slack:T_INSTALLED', state: 'removed' },
    ]);
  });

  test('leaves no line in the log that says who or what', () => {
    expectQuietLog(rahmen);
  });
});
