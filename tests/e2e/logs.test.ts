import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { pressForged } from '../support/forge.ts';
import { expectQuietLine } from '../support/quiet-log.ts';
import { SECRETS, startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { answer, askOf, filled, pressAnswer, setUpTeam } from '../support/scenes.ts';
import { json, signedRequest } from '../support/signed-request.ts';

const OPENS = Date.parse('2026-12-03T11:00:00Z');
const CLOSES = Date.parse('2026-12-10T11:00:00Z');

let rahmen: RunningRahmen;
const written: string[] = [];

beforeAll(async () => {
  rahmen = await startRahmen({ logsToOutput: true, double: { retryAfter: [20, 20, 20] } });
});

afterAll(() => rahmen.stop());

/** Words of people, in places where they could slip into a message, an error or a dump of a payload. */
const CANARIES = ['Haubentaucher', 'Zaunkönig', 'Kleiber', 'Eisvogel', 'Wiedehopf'];

const record = (chunk: unknown): boolean => {
  written.push(String(chunk));
  return true;
};

/** All that the process writes meanwhile, by whatever way. */
const recording = async (act: () => Promise<void>): Promise<void> => {
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation(record),
    jest.spyOn(process.stderr, 'write').mockImplementation(record),
    ...(['log', 'info', 'warn', 'error', 'debug', 'trace'] as const).map((level) =>
      jest
        .spyOn(console, level)
        .mockImplementation((...said) => void record(`console.${level} ${String(said)}`)),
    ),
  ];
  try {
    await act();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
};

const playARound = async (): Promise<void> => {
  const { people, channels, asPerson } = rahmen.slack;
  await setUpTeam(rahmen, { lead: people.lea, channel: channels.nord, entry: { time: '12:00' } });
  await rahmen.jumpTo(OPENS);
  for (const person of [people.ada, people.ben, people.cem, people.fay, people.gil]) {
    await answer(rahmen, person, { marks: [1, 4, 'cannot-say'], comment: CANARIES[0] ?? '' });
    await asPerson(person).openHome();
  }
  await rahmen.jumpTo(CLOSES);
  await asPerson(people.ada).command('/puls', 'ergebnis');
};

const goWrong = async (): Promise<void> => {
  const { slack, engine, invoke } = rahmen;
  const { people, channels } = slack;
  const ada = slack.asPerson(people.ada);
  await ada.command('/rahmen', CANARIES[1] ?? '');
  for (const value of [CANARIES[2] ?? '', JSON.stringify({ kind: 'answer', round: CANARIES[2] })]) {
    await pressForged(slack, ada.id, { on: askOf(rahmen, ada.id), id: 'rahmen:answer:0', value });
  }
  const request = { secret: SECRETS.signingSecret };
  await invoke(signedRequest({ ...json({ type: CANARIES[3] }), ...request }));
  await invoke(signedRequest({ ...json({}), ...request, body: `{"${CANARIES[3]}` }));
  await invoke(signedRequest({ ...json({ type: CANARIES[3] }), secret: CANARIES[3] ?? '' }));
  slack.faults.next('users.info', { kind: 'error', error: `${CANARIES[4]} is wrong` });
  await slack.asPerson(people.nils).command('/rahmen');
  slack.faults.next('conversations.info', { kind: 'lost-answer' });
  await ada.command('/rahmen', 'team', channels.nord);
  slack.faults.next('views.publish', { kind: 'rate-limited', retryAfter: 3 });
  await ada.openHome();
  await slack.events.settled();
  engine.state.block('refused');
  await ada.command('/puls', CANARIES[1] ?? '');
  await rahmen.work().catch(() => undefined);
  engine.state.unblock();
};

const failWithAnAnswer = async (): Promise<void> => {
  const { slack, engine } = rahmen;
  await rahmen.jumpTo(OPENS + 14 * 86_400_000);
  const ben = slack.asPerson(slack.people.ben);
  const form = await pressAnswer(rahmen, ben.id);
  engine.vault.block('refused', 'UpdateItem');
  await ben.submit(form, filled(form, { marks: [2, 2, 2], comment: CANARIES[0] ?? '' }));
  await rahmen.jumpTo(CLOSES + 14 * 86_400_000 - 1);
  rahmen.clock.jumpTo(CLOSES + 14 * 86_400_000);
  await rahmen.work();
  engine.vault.unblock();
  // It stays open once more.
  await rahmen.jumpTo(CLOSES + 21 * 86_400_000 + 3_600_000);
};

describe('whatever happens, the log', () => {
  test('is lines of codes, and names neither people nor what they said', async () => {
    await recording(async () => {
      await playARound();
      await goWrong();
      await failWithAnAnswer();
    });
    const lines = written
      .join('')
      .split('\n')
      .filter((line) => line !== '');
    expect(lines.length).toBeGreaterThan(50);
    const events = new Set<unknown>();
    for (const line of lines) {
      const { level, event, ...fields } = JSON.parse(line);
      events.add(`${level} ${event}`);
      expectQuietLine({ level, event, ...fields }, CANARIES);
      const allowed = ['route', 'outcome', 'fault', 'errorClass', 'job', 'count', 'took'];
      expect(allowed).toEqual(expect.arrayContaining(Object.keys(fields)));
    }
    // The bad things did happen.
    expect([...events]).toEqual(
      expect.arrayContaining([
        'info request',
        'info job-done',
        'info tick',
        'error request-failed',
        'error job-failed',
      ]),
    );
  });

  test('and the run left what it should', async () => {
    const { slack } = rahmen;
    expect(slack.messages(slack.channels.nord).map(({ text }) => text.slice(0, 11))).toEqual([
      'Ab Do, 3.12',
      'Die Runde i',
      // The second reminder waited while the storage failed; then it was too late.
      '5 Antworten',
      'Es sind noc',
      'Diesmal war',
    ]);
  });
});
