import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { addTeam } from '../support/added-team.ts';
import type { AddedTeam } from '../support/added-team.ts';
import { expectQuietLog } from '../support/quiet-log.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { answer, askOf, filled, pressAnswer, present, setUpTeam } from '../support/scenes.ts';
import { textOf, viewText } from '../support/slack-text.ts';

const OPENS = Date.parse('2026-12-03T11:00:00Z');
const CLOSES = Date.parse('2026-12-10T11:00:00Z');
const MINUTE = 60_000;

let rahmen: RunningRahmen;
let german: AddedTeam;
let english: AddedTeam;

beforeAll(async () => {
  rahmen = await startRahmen({ double: { retryAfter: [20, 20, 20] } });
  german = addTeam(rahmen.slack, 'D');
  english = addTeam(rahmen.slack, 'E', { locale: 'en-GB' });
});

afterAll(() => rahmen.stop());

const repair = (): void => {
  rahmen.engine.state.unblock();
  rahmen.engine.vault.unblock();
};

afterEach(repair);

const SORRY = {
  de: [
    'Das hat nicht geklappt. Bitte versuch es noch einmal.',
    'Dabei passiert nichts doppelt. Was gespeichert ist, siehst du unter meins.',
  ],
  en: [
    "That didn't work. Please try once more.",
    'Nothing is done twice if you do. See me for what is stored.',
  ],
};

describe('while the storage cannot be reached', () => {
  test('a set-up is not lost, but sent again by the one who waits', async () => {
    const { slack, engine } = rahmen;
    const lead = slack.asPerson(german.lead);
    const { view } = await lead.command('/rahmen', 'team', german.channel);
    engine.state.block('refused');
    const failed = await lead.submit(present(view, 'form'), { time: '12:00' });
    expect(failed.error).toBeUndefined();
    // On top of the form, which keeps what was chosen. Nobody knows the language now.
    expect(viewText(failed.view)).toEqual(['Rahmen', ...SORRY.en]);
    await lead.close(present(failed.view, 'apology'));
    expect(viewText(lead.view())).toContain('▾ 12:00');

    repair();
    const preview = await lead.submit(present(lead.view(), 'form'));
    const sent = await lead.submit(present(preview.view, 'preview'));
    expect(viewText(sent.view)[1]).toBe('Dein Team ist eingerichtet.');
    await rahmen.work();
    expect(slack.messages(german.channel)).toHaveLength(1);
    await setUpTeam(rahmen, { lead: english.lead, channel: english.channel, entry: { time: '12:00' } });
  });

  test('a tick fails, and the next one finds everything that is due', async () => {
    const { slack, engine, clock, work } = rahmen;
    clock.jumpTo(OPENS);
    engine.state.block('refused');
    await expect(work()).rejects.toMatchObject({ name: 'FunctionFailed' });
    repair();
    // The vault is missing when the round wants to lay out its slots.
    engine.vault.block('refused');
    await work();
    expect(slack.dm(german.people[0] ?? '')).toEqual([]);
    repair();
    await rahmen.jumpTo(OPENS + 5 * MINUTE);
    for (const { people } of [german, english]) {
      expect(people.map((person) => slack.dm(person).length)).toEqual([1, 1, 1, 1, 1]);
    }
  });

  test('a command, a click and a form are answered with an apology in the person’s language', async () => {
    const { slack, engine } = rahmen;
    const [ada, jo] = [slack.asPerson(german.people[0] ?? ''), slack.asPerson(english.people[0] ?? '')];
    const form = await pressAnswer(rahmen, ada.id);
    const said = filled(form, { marks: [5, 4, 3], comment: 'Nicht verlieren' });

    engine.vault.block('refused');
    const typed = await ada.command('/puls');
    expect([typed.error, typed.messages.map(textOf)]).toEqual([undefined, [SORRY.de]]);
    const clicked = await jo.click(askOf(rahmen, jo.id), 'Answer');
    expect([clicked.error, clicked.messages.map(textOf)]).toEqual([undefined, [SORRY.en]]);
    const sent = await ada.submit(form, said);
    expect([sent.error, viewText(sent.view)]).toEqual([undefined, ['Rahmen', ...SORRY.de]]);

    repair();
    await ada.close(present(sent.view, 'apology'));
    expect(viewText(ada.view())).toContain('[Nicht verlieren]');
    const again = await ada.submit(present(ada.view(), 'form'));
    expect(viewText(again.view)[1]).toBe('Drin.');
  });

  test('nobody is left without an answer for three seconds, when nothing answers us', async () => {
    const { slack, engine } = rahmen;
    const [first = '', second = '', third = ''] = german.people.slice(1);
    const form = await pressAnswer(rahmen, first);
    engine.state.block('hanging');
    engine.vault.block('hanging');
    slack.faults.next('users.info', { kind: 'slow', milliseconds: 60_000 });
    const started = performance.now();
    const outcomes = await Promise.all([
      slack.asPerson(first).submit(form, filled(form, { marks: [1, 2, 3] })),
      slack.asPerson(second).command('/puls'),
      slack.asPerson(third).click(askOf(rahmen, third), 'Antworten'),
      slack.asPerson(slack.people.nils).command('/rahmen', 'hilfe'),
    ]);
    expect(performance.now() - started).toBeLessThan(3000);
    const [sent, ...others] = outcomes;
    expect(outcomes.map(({ error }) => error)).toEqual([undefined, undefined, undefined, undefined]);
    expect(viewText(sent?.view)).toEqual(['Rahmen', ...SORRY.en]);
    for (const { messages } of others) expect(messages.map(textOf)).toEqual([SORRY.en]);
  });

  test('an event is asked for again until it is noted, and then no more', async () => {
    const { slack, engine } = rahmen;
    const [leaving = ''] = english.people.slice(4);
    const rows = async () => (await rahmen.dump()).state.filter(({ sk }) => sk === 'EVENT');
    const before = (await rows()).length;
    engine.state.block('refused');
    const first = await slack.events.leaves(english.channel, leaving);
    expect(first).toMatchObject({ ok: false, status: 500 });
    repair();
    await slack.events.settled();
    expect(await rows()).toHaveLength(before + 1);

    const seen = await rahmen.dump();
    expect(await slack.events.repeatLast()).toMatchObject({ ok: true });
    expect(await rahmen.dump()).toEqual(seen);
    await slack.events.joins(english.channel, leaving);
  });
});

describe('at the close', () => {
  test('a storage that comes and goes loses no answer and publishes once', async () => {
    const { slack, engine, clock, work } = rahmen;
    for (const person of german.people) {
      await answer(rahmen, person, { marks: [1, 3, 5], comment: 'Wir zählen alle' });
    }
    clock.jumpTo(CLOSES);
    // Every step of the close fails once: reading, sealing, the key, the emptying, the round itself.
    for (const operation of ['GetItem', 'UpdateItem', 'PutItem', 'Query']) {
      engine.vault.block('refused', operation);
      await work();
      repair();
      engine.state.block('refused', operation);
      await work().catch(() => undefined);
      repair();
      clock.jumpTo(clock.now() + MINUTE);
    }
    await rahmen.jumpTo(CLOSES + 15 * MINUTE);
    const [, result, ...more] = slack.messages(german.channel);
    expect([result?.text.slice(0, 11), more]).toEqual(['5 Antworten', []]);
    const ofRound = `#ROUND#${german.channel}`;
    const vault = (await rahmen.dump()).vault.filter(({ pk }) => String(pk).includes(ofRound));
    expect(vault.map((row) => Object.keys(row).sort())).toEqual(
      Array.from({ length: 6 }, () => ['pk', 'sealed', 'sk', 'ttl']),
    );
    const { view } = await slack
      .asPerson(german.people[0] ?? '')
      .click(present(result, 'result'), 'Kommentare');
    expect(viewText(view).filter((line) => line === '• Wir zählen alle')).toHaveLength(5);
  });
});

test('none of these faults put into the log who or what', () => {
  expectQuietLog(rahmen, ['verlieren', 'zählen']);
});
