import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';

let rahmen: RunningRahmen;

beforeAll(async () => {
  rahmen = await startRahmen();
});

afterAll(() => rahmen.stop());

describe('setting a team up', () => {
  test('gives the channel the promise before anybody is asked', async () => {
    const { slack } = rahmen;
    const lea = slack.asPerson(slack.people.lea);
    const { view } = await lea.command('/rahmen', 'team', slack.channels.nord);
    if (view === undefined) throw new Error('no form opened');
    await lea.submit(view);
    await rahmen.work();
    expect(slack.messages(slack.channels.nord)).toHaveLength(1);
    expect(slack.dm(slack.people.ada)).toHaveLength(0);
  });
});
