import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { expectQuietLog } from '../support/quiet-log.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { everyString } from '../support/said.ts';
import { present, setMyTimes, setUpTeam } from '../support/scenes.ts';
import { textOf, viewText } from '../support/slack-text.ts';

const OPENS = Date.parse('2026-12-03T11:00:00Z');
const CANARY = 'Drachenfrucht-4711';
const LINK = 'https://slack.com/app_redirect?app=A0RAHMEN01&team=T0RAHMEN01';
const US_TWO = {
  de: `Das machen wir lieber zu zweit: zu unserem Chat <${LINK}>.`,
  en: `Let's do this just us two: to our chat <${LINK}>.`,
} as const;

let rahmen: RunningRahmen;

beforeAll(async () => {
  rahmen = await startRahmen();
  const { people, channels } = rahmen.slack;
  await setUpTeam(rahmen, { lead: people.lea, channel: channels.nord, entry: { time: '12:00' } });
  await setMyTimes(rahmen, people.fay, { asks: 'team', language: 'en' });
  await rahmen.jumpTo(OPENS);
});

afterAll(() => rahmen.stop());

afterEach(() => expectQuietLog(rahmen, [CANARY, 'Drachenfrucht']));

/** Writes it in the channel, the bot's name first; what comes back is for the writer's eyes alone. */
const mention = async (person: string, text: string, channel: string = rahmen.slack.channels.nord) => {
  const { people, asPerson } = rahmen.slack;
  const before = rahmen.slack.messages(channel).length;
  const { messages, error } = await asPerson(person).write(`<@${people.bot}> ${text}`, channel);
  expect(error).toBeUndefined();
  expect(rahmen.slack.messages(channel)).toHaveLength(before + 1);
  const [, ...answers] = messages;
  for (const { onlyFor } of answers) expect(onlyFor).toBe(person);
  return answers.flatMap(textOf);
};

describe('the bot’s name in a channel', () => {
  test.each(['puls', 'PULSE', 'jetzt', 'pause bis 24.12.', 'bin da', 'puls aus'])(
    'with %p leads to where nobody reads along',
    async (word) => {
      const { people } = rahmen.slack;
      expect(await mention(people.ada, word)).toEqual([US_TWO.de]);
      expect(await mention(people.fay, word)).toEqual([US_TWO.en]);
    },
  );

  test('with a word for the team is answered like behind a slash', async () => {
    const { people, channels, asPerson } = rahmen.slack;
    for (const [person, word] of [
      [people.ada, 'hilfe'],
      [people.fay, 'pulse result'],
      [people.ada, ''],
    ] as const) {
      const { messages } = await asPerson(person).command('/rahmen', word, channels.nord);
      expect(await mention(person, word)).toEqual(messages.flatMap(textOf));
    }
  });

  test('with something else says that it is no answer, and that it stands there', async () => {
    const { people } = rahmen.slack;
    expect(await mention(people.ada, `5 3 4 ${CANARY}`)).toEqual([
      'Das zählt nicht als Antwort, und ich speichere es nicht.',
      'Im Chat steht es trotzdem: Lösche es, wenn es privat war.',
      US_TWO.de,
      '[Antworten] [Hilfe]',
    ]);
    expect(await mention(people.fay, `5 3 4 ${CANARY}`)).toEqual([
      "This does not count as an answer and I don't store it.",
      'It is still in the chat: delete it if it was private.',
      US_TWO.en,
      '[Answer] [Help]',
    ]);
    const { state, vault } = await rahmen.dump();
    for (const said of everyString([state, vault])) expect(said).not.toContain(CANARY);
  });

  test('its button answers alone as well', async () => {
    const { people, channels, asPerson } = rahmen.slack;
    await mention(people.ben, 'Gestern war es laut');
    const ben = asPerson(people.ben);
    const answer = present(ben.messages(channels.nord).at(-1), 'answer');
    const { view } = await ben.click(answer, 'Antworten');
    expect(viewText(view)[0]).toBe('Drei Fragen');
    await ben.close(present(view, 'form'));
  });

  test('a word for a form brings a button that opens it', async () => {
    const { people, channels, asPerson } = rahmen.slack;
    const { tiny } = channels;
    expect(await mention(people.mia, 'team', tiny)).toContain('[Öffnen]');
    const mia = asPerson(people.mia);
    const { view } = await mia.click(present(mia.messages(tiny).at(-1), 'answer'), 'Öffnen');
    await mia.close(present(view, 'form'));
  });

  test('delivered twice is answered once', async () => {
    const { people, events } = rahmen.slack;
    await mention(people.cem, 'hilfe');
    const before = rahmen.slack.count('chat.postEphemeral');
    expect(await events.repeatLast()).toMatchObject({ ok: true });
    expect(rahmen.slack.count('chat.postEphemeral')).toBe(before);
  });

  test('by somebody of another organisation is told that this is not for them, and theirs alone', async () => {
    const { people, channels } = rahmen.slack;
    expect(await mention(people.otto, 'team', channels.partners)).toEqual([
      'This is for people of this organisation only. · Das ist nur für Leute aus dieser Organisation.',
    ]);
    expect(await mention(people.ben, 'hilfe', channels.partners)).toContain('Das geht hier');
  });

  test('not said, the bot hears nothing', async () => {
    const { people, channels, asPerson } = rahmen.slack;
    const before = rahmen.delivered.length;
    await asPerson(people.ada).write('Guten Morgen!', channels.nord);
    expect(rahmen.delivered).toHaveLength(before);
  });

  test('where the bot is not, it hears nothing', async () => {
    const { people, channels, asPerson } = rahmen.slack;
    const before = rahmen.delivered.length;
    await asPerson(people.ada).write(`<@${people.bot}> puls`, channels.closed);
    expect(rahmen.delivered).toHaveLength(before);
  });
});
