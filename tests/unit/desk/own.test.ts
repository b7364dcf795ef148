import { describe, expect, test } from '@jest/globals';
import type { FormIntent, Intent } from '../../../src/chat/actions.ts';
import type { FormValues } from '../../../src/chat/form.ts';
import { aProfile, aTeam, HOME, personRef, TENANT, utc } from '../../support/builders.ts';
import { makeRecorder } from '../../support/intercept.ts';
import { makeProduct } from '../../support/memory-world.ts';
import { openRound } from '../../support/open-round.ts';
import { replyLines } from '../../support/said.ts';

/** An open round of six; it is the 3rd of December, a Thursday. */
const makeWorld = async (team = aTeam()) => {
  const world = await openRound(6, { team });
  const { around, calls } = makeRecorder();
  const { desk } = makeProduct(world.ports, around);
  const actorOf = (id: string) => ({ tenant: TENANT, person: personRef(id), outsider: false });
  return {
    ...world,
    calls,
    type: (text: string, id = 'P1') =>
      desk.handle({ kind: 'typed', actor: actorOf(id), conversation: HOME, text }),
    press: (intent: Intent, id = 'P1') => desk.handle({ kind: 'pressed', actor: actorOf(id), intent }),
    submit: (intent: FormIntent, values: FormValues, id = 'P1') =>
      desk.handle({ kind: 'submitted', actor: actorOf(id), nonce: 'n', intent, values }),
    settings: async (id = 'P1') => (await world.ports.people.find(personRef(id)))?.settings,
  };
};

const TIMES: FormValues = { asks: 'team', language: 'team' };

describe('my times', () => {
  test('opens filled with what holds: at first the team’s way', async () => {
    const { press } = await makeWorld();
    const reply = await press({ kind: 'my-times' });
    expect(replyLines(reply)).toEqual([
      'form',
      'Meine Zeiten',
      'Niemand sonst sieht diese Einstellung.',
      'Wann soll ich dich fragen?',
      'Immer am',
      'Um',
      'Sprache',
      '[Speichern]',
    ]);
    const values = reply.kind === 'form' ? reply.form.fields.map((field) => field.value) : [];
    expect(values).toEqual(['team', undefined, undefined, 'team']);
  });

  test.each([
    [
      { asks: 'at', weekday: '3', time: '22:30', language: 'team' },
      { asks: { kind: 'at', weekday: 3, hour: 22, minute: 30 } },
      'Ab der nächsten Runde frage ich dich immer am Mittwoch um 22:30.',
    ],
    [
      { asks: 'now', language: 'team' },
      { asks: { kind: 'now' } },
      'Ich schreibe dich nicht an. Wenn du so weit bist: /rahmen puls jetzt.',
    ],
    [
      { asks: 'channel', language: 'de' },
      { asks: { kind: 'channel' }, language: 'de' },
      'Ich schreibe dich nicht an. Die Runde siehst du im Kanal.',
    ],
    [
      { asks: 'team', weekday: '3', time: '22:30', language: 'en' },
      { language: 'en' },
      "I'll ask you as is usual in your team.",
    ],
  ])('%p are kept as %p, and said in a dialog alone', async (values, settings, said) => {
    const { submit, press, settings: kept } = await makeWorld();
    const reply = await submit({ kind: 'my-times' }, values);
    expect(await kept()).toEqual(settings);
    const lines = replyLines(reply);
    expect([lines[0], lines[2]]).toEqual(['notice', said]);
    const again = await press({ kind: 'my-times' });
    const [asks] = again.kind === 'form' ? again.form.fields : [];
    expect(asks?.value).toBe(values.asks);
  });

  test('are given back to the team, and leave nothing', async () => {
    const { submit, settings } = await makeWorld();
    await submit({ kind: 'my-times' }, { asks: 'now', language: 'en' });
    await submit({ kind: 'my-times' }, TIMES);
    expect(await settings()).toBeUndefined();
  });

  test.each([
    [{ asks: 'at', language: 'team' }, ['weekday', 'time']],
    [{ asks: 'at', weekday: '3', language: 'team' }, ['time']],
    [{ asks: 'at', weekday: '9', time: '22:30', language: 'team' }, ['weekday']],
    [{ asks: 'at', weekday: '3', time: '22:31', language: 'team' }, ['time']],
    [{ asks: 'sometimes', language: 'team' }, ['asks']],
    [{ asks: 'now', language: 'fr' }, ['language']],
    [{}, ['asks']],
  ])('%p stay open with a word beside %p, and change nothing', async (values, fields) => {
    const { submit, settings } = await makeWorld();
    const reply = await submit({ kind: 'my-times' }, values);
    expect(reply.kind === 'field-errors' ? Object.keys(reply.errors) : reply.kind).toEqual(fields);
    expect(await settings()).toBeUndefined();
  });
});

describe('away', () => {
  const SAID =
    'Gut. Bis einschließlich Do, 24.12. lasse ich dich in Ruhe. Warum du weg bist, frage ich nicht, und niemand sieht diese Einstellung. Früher zurück? /rahmen puls bin da';

  test.each(['puls pause bis 24.12.', 'pause 24. Dezember', 'PAUSE until 24 Dec', 'puls pause 2026-12-24'])(
    '%p leaves me alone up to and including that day',
    async (typed) => {
      const { type, settings } = await makeWorld();
      expect(replyLines(await type(typed))).toEqual(['card', SAID]);
      expect(await settings()).toEqual({ awayUntil: { year: 2026, month: 12, day: 24 } });
    },
  );

  test('names the year where it is not this one', async () => {
    const { type } = await makeWorld();
    expect(replyLines(await type('pause bis 6.1.'))[1]).toContain('Bis einschließlich Mi, 6.1.2027 lasse');
  });

  test.each(['puls pause', 'pause bis', 'pause until'])('%p asks until when', async (typed) => {
    const { type } = await makeWorld();
    expect(replyLines(await type(typed))).toEqual(['form', 'Ich bin weg', 'Bis wann?', '[Speichern]']);
  });

  test('is said in the form as well, which shows what holds', async () => {
    const { press, submit } = await makeWorld();
    const reply = await submit({ kind: 'away' }, { until: '2026-12-24' });
    expect(replyLines(reply)).toEqual(['notice', SAID]);
    const form = await press({ kind: 'away' });
    expect(form.kind === 'form' ? form.form.fields[0]?.value : undefined).toBe('2026-12-24');
  });

  test.each([
    ['pause bis morgen früh', 'Diesen Tag verstehe ich nicht. Schreib ihn so: 24.12. oder 24.12.2026.'],
    ['pause bis 2.12.', 'Dieser Tag ist schon vorbei. Nimm heute oder einen späteren.'],
    [
      'pause bis 24.12.2062',
      'Das ist mehr als ein Jahr hin. Nimm einen früheren Tag; verlängern geht immer.',
    ],
  ])('%p is refused kindly, with the form one click away', async (typed, words) => {
    const { type, settings } = await makeWorld();
    expect(replyLines(await type(typed))).toEqual(['card', words, '[Ich bin weg bis …]']);
    expect(await settings()).toBeUndefined();
  });

  test.each([{ until: '2026-12-02' }, { until: '2028-01-01' }, {}, { until: ['x'] }])(
    'picked as %p stays open with a word beside the day',
    async (values) => {
      const { submit, settings } = await makeWorld();
      const reply = await submit({ kind: 'away' }, values);
      expect(reply.kind === 'field-errors' ? Object.keys(reply.errors) : reply.kind).toEqual(['until']);
      expect(await settings()).toBeUndefined();
    },
  );

  test('ends with “bin da”, which says what is open', async () => {
    const { type, settings } = await makeWorld();
    await type('pause bis 24.12.');
    const lines = replyLines(await type('bin da'));
    expect(lines.slice(0, 4)).toEqual([
      'card',
      'Schön, dass du wieder da bist. Die Pause ist vergessen.',
      'Eine Runde ist offen bis Do, 10.12., 12:07.',
      'Drei Fragen, unter einer Minute. Bis dahin kannst du alles ändern.',
    ]);
    expect(lines).toContain('[Antworten]');
    expect(await settings()).toBeUndefined();
  });

  test('goes by the day where one is', async () => {
    const { type, ports } = await makeWorld();
    ports.clock.set(utc('2026-12-03T23:30:00Z'));
    expect(replyLines(await type('pause bis 3.12.'))[1]).toBe(
      'Dieser Tag ist schon vorbei. Nimm heute oder einen späteren.',
    );
    await ports.people.remember([aProfile('P1', { zone: 'America/New_York' })]);
    expect(replyLines(await type('pause bis 3.12.'))[1]).toContain('Do, 3.12.');
  });
});

describe('off and on', () => {
  test('are answered to oneself, and kept until the other comes', async () => {
    const { type, settings } = await makeWorld();
    await type('pause bis 24.12.');
    expect(replyLines(await type('puls aus'))).toEqual([
      'card',
      'Gut, ich frage dich nicht mehr.',
      'Niemand erfährt davon: Auf der Liste deines Teams bleibst du wie alle. Antworten kannst du weiter: /rahmen puls. Wieder gefragt werden: /rahmen puls an',
    ]);
    expect(await settings()).toEqual({ off: true });
    expect(replyLines(await type('puls an'))).toEqual([
      'card',
      'Gut, du bist wieder dabei.',
      'Ab jetzt frage ich dich wieder. Niemand erfährt davon.',
    ]);
    expect(await settings()).toBeUndefined();
  });
});

describe('now', () => {
  test.each(['puls jetzt', 'jetzt', 'now', 'pulse now'])(
    '%p opens the form at once, and stores nothing',
    async (typed) => {
      const { type, calls } = await makeWorld();
      expect((await type(typed)).kind).toBe('form');
      expect(calls.filter((call) => !/\.(find|glance|head|read|isActive)$/.test(call))).toEqual([]);
    },
  );

  test('says when the next round opens while none is open', async () => {
    const { type } = await makeWorld();
    expect(replyLines(await type('jetzt', 'LEAD'))[1]).toBe('Du leitest #team-nord.');
  });
});
