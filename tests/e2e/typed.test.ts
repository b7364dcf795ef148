import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Fields } from '../../playground/slack/json.ts';
import { expectQuietLog } from '../support/quiet-log.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { everyString } from '../support/said.ts';
import { present, setMyTimes, setUpTeam } from '../support/scenes.ts';
import { textOf, viewText } from '../support/slack-text.ts';

const OPENS = Date.parse('2026-12-03T11:00:00Z');

/** Something that is in nobody's dictionary. */
const CANARY = 'Drachenfrucht-4711';

let rahmen: RunningRahmen;

beforeAll(async () => {
  rahmen = await startRahmen();
});

afterAll(() => rahmen.stop());

afterEach(() => {
  rahmen.slack.faults.clear();
  expectQuietLog(rahmen, [CANARY, 'Drachenfrucht']);
});

/** What the bot says to a direct message, to this person alone. */
const answerTo = async (person: string, text: string): Promise<readonly string[]> => {
  const { messages, error } = await rahmen.slack.asPerson(person).write(text);
  expect(error).toBeUndefined();
  const [, ...answers] = messages;
  for (const { onlyFor } of answers) expect(onlyFor).toBe(person);
  return answers.flatMap(textOf);
};

const asked = (method: string): number => rahmen.slack.count(method);

const TYPED = {
  de: [
    'Das zählt nicht als Antwort, und ich speichere es nicht.',
    'Im Chat steht es trotzdem: Lösche es, wenn es privat war.',
  ],
  en: [
    "This does not count as an answer and I don't store it.",
    'It is still in the chat: delete it if it was private.',
  ],
} as const;

describe('typed to the bot alone', () => {
  test('while nothing is open it is answered kindly, in the writer’s language', async () => {
    const { people } = rahmen.slack;
    expect(await answerTo(people.ada, 'Gestern war es zu laut.')).toEqual([...TYPED.de, '[Hilfe]']);
    expect(await answerTo(people.fay, 'It was too loud.')).toEqual([...TYPED.en, '[Help]']);
  });

  test('while a round is open the answer leads to the form, and for a lead it does not', async () => {
    const { people, channels, asPerson } = rahmen.slack;
    await setUpTeam(rahmen, { lead: people.lea, channel: channels.nord, entry: { time: '12:00' } });
    await setMyTimes(rahmen, people.fay, { asks: 'team', language: 'en' });
    await rahmen.jumpTo(OPENS);
    expect(await answerTo(people.ada, `5 3 4 ${CANARY}`)).toEqual([...TYPED.de, '[Antworten] [Hilfe]']);
    expect(await answerTo(people.fay, `5 3 4 ${CANARY}`)).toEqual([...TYPED.en, '[Answer] [Help]']);
    expect(await answerTo(people.lea, CANARY)).toEqual([...TYPED.de, '[Hilfe]']);

    const ada = asPerson(people.ada);
    const { view } = await ada.click(present(ada.directMessages().at(-1), 'answer'), 'Antworten');
    expect(viewText(view)[0]).toBe('Drei Fragen');
    await ada.close(present(view, 'form'));
  });

  test('nothing of it is stored', async () => {
    const { state, vault } = await rahmen.dump();
    for (const said of everyString([state, vault])) expect(said).not.toContain(CANARY);
    expect(JSON.stringify(rahmen.slack.calls)).not.toContain(CANARY);
  });

  test('a word is answered like the same word behind a slash', async () => {
    const { people, asPerson } = rahmen.slack;
    for (const [person, word] of [
      [people.ada, 'hilfe'],
      [people.fay, 'Pulse  RESULT'],
      [people.lea, 'puls'],
    ] as const) {
      const { messages } = await asPerson(person).command('/rahmen', word);
      expect(await answerTo(person, word)).toEqual(messages.flatMap(textOf));
    }
  });

  test('a word for a form brings a button, and the button opens it', async () => {
    const { people, asPerson } = rahmen.slack;
    expect(await answerTo(people.ada, '  Puls ')).toEqual(['Drei Fragen', '[Öffnen]']);
    expect(await answerTo(people.fay, 'puls')).toEqual(['Three questions', '[Open]']);
    const fay = asPerson(people.fay);
    const { view } = await fay.click(present(fay.directMessages().at(-1), 'answer'), 'Open');
    expect(viewText(view).slice(0, 2)).toEqual(['Three questions', 'No names, no customer data.']);
    await fay.close(present(view, 'form'));
  });

  test('nearly a word names the nearest, as a button', async () => {
    const { people } = rahmen.slack;
    expect(await answerTo(people.ada, 'pusl')).toEqual([
      '„pusl“ kenne ich nicht. Meintest du puls?',
      '[puls] [Hilfe]',
    ]);
  });

  test('a sentence that begins with a word does not act', async () => {
    const { people } = rahmen.slack;
    expect(await answerTo(people.ada, 'Team war gut, Puls auch.')).toEqual([
      ...TYPED.de,
      '[Antworten] [team] [Hilfe]',
    ]);
    expect(await answerTo(people.ada, 'gut')).toEqual([...TYPED.de, '[Antworten] [Hilfe]']);
  });
});

describe('an event of Slack', () => {
  const event = (differing: Fields = {}): Fields => ({
    type: 'message',
    channel_type: 'im',
    channel: `D${rahmen.slack.people.ben.slice(1)}`,
    user: rahmen.slack.people.ben,
    text: CANARY,
    ts: '1.1',
    ...differing,
  });

  test('that is delivered twice is answered once', async () => {
    const { people, events } = rahmen.slack;
    await answerTo(people.ben, CANARY);
    const before = asked('chat.postEphemeral');
    expect(await events.repeatLast()).toMatchObject({ ok: true });
    expect(await events.repeatLast()).toMatchObject({ ok: true });
    expect(asked('chat.postEphemeral')).toBe(before);
  });

  test.each<[string, Fields]>([
    ['of another bot', { bot_id: 'B0OTHERBOT' }],
    ['of our own', { bot_id: 'B0RAHMEN01', user: 'U0RAHMBOT1' }],
    ['of somebody who changed one', { subtype: 'message_changed' }],
    ['with a file', { subtype: 'file_share', files: [] }],
    ['that shows as edited', { edited: { user: 'U0BENBEIS1', ts: '1.2' } }],
    ['in a channel', { channel_type: 'group', channel: 'C0NORDTEAM' }],
    ['without a writer', { user: undefined }],
  ])('about a message %s is left alone', async (_, differing) => {
    const before = asked('chat.postEphemeral');
    expect(await rahmen.slack.events.send(event(differing))).toMatchObject({ ok: true });
    expect(asked('chat.postEphemeral')).toBe(before);
  });

  test('in a thread is answered in the thread', async () => {
    await rahmen.slack.events.send(event({ thread_ts: '1.1' }));
    expect(rahmen.slack.calls.at(-1)).toMatchObject({
      method: 'chat.postEphemeral',
      args: { thread_ts: '1.1' },
    });
  });

  test('is not sent again because Slack had enough of us, or because the writer is gone', async () => {
    const { faults, events } = rahmen.slack;
    for (const fault of [
      { kind: 'rate-limited', retryAfter: 30 },
      { kind: 'error', error: 'user_not_in_channel' },
    ] as const) {
      faults.next('chat.postEphemeral', fault);
      expect(await events.send(event())).toMatchObject({ ok: true });
    }
  });
});

test('two machines do not keep each other talking: beyond sixty answers a minute there is none', async () => {
  const { people, asPerson } = rahmen.slack;
  const before = asked('chat.postEphemeral');
  for (let time = 0; time < 70; time += 1) await asPerson(people.ben).write('hilfe');
  const answered = asked('chat.postEphemeral') - before;
  expect(answered).toBeLessThanOrEqual(60);
  expect(answered).toBeGreaterThan(30);
});
