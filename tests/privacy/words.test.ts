import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { plain } from '../../src/chat/text.ts';
import { de } from '../../src/i18n/de.ts';
import { en } from '../../src/i18n/en.ts';
import { voice } from '../../src/i18n/translate.ts';
import { protectionNotice } from '../../src/pulse/answers/answer-form.ts';
import { closeRounds, look, openRounds, roundOf, submit } from '../support/pulse-round.ts';
import { actorOf } from '../support/pulse-teams.ts';
import { makePulseWorld } from '../support/pulse-world.ts';
import type { PulseWorld } from '../support/pulse-world.ts';
import { saidAt } from './played-round.ts';

/*
 * While a round is open somebody who runs the technology could resolve answers, so until then the word is "confidential";
 * "anonymous" is said of what is closed, or of what it takes.
 */

const CONFIDENTIAL = /confidential|vertraulich/iu;
const ANONYMOUS = /anonym/iu;

/** Explains both words in one breath, each with the time it belongs to. */
const SHEET = 'sheet.answers-text';

const TOLD = ['protection.closed-word', SHEET, 'roster.too-few', 'refusal.too-few', 'too-few.nobody'];

const keysWith = (catalogue: object, word: RegExp): readonly string[] =>
  Object.entries(catalogue).flatMap(([key, text]) => (word.test(JSON.stringify(text)) ? [key] : []));

describe.each([
  ['English', en],
  ['German', de],
])('the %s catalogue', (_, catalogue) => {
  test('says "confidential" of the time before the close only', () => {
    expect(keysWith(catalogue, CONFIDENTIAL)).toEqual(['protection.open-word', SHEET]);
  });

  test('says "anonymous" of the time after the close, and of what it takes', () => {
    expect(keysWith(catalogue, ANONYMOUS)).toEqual(TOLD);
  });
});

test.each(['de', 'en'] as const)('the promise (%s) puts each word to its own time', (language) => {
  const { nodes } = protectionNotice(voice(language), 'Slack');
  const [before = '', after = '', ...more] = nodes.map((node) =>
    node.kind === 'paragraph' ? plain(node.text) : '',
  );
  expect([CONFIDENTIAL.test(before), ANONYMOUS.test(before)]).toEqual([true, false]);
  expect([CONFIDENTIAL.test(after), ANONYMOUS.test(after)]).toEqual([false, true]);
  expect(more.filter((text) => CONFIDENTIAL.test(text) || ANONYMOUS.test(text))).toEqual([]);
});

describe('what a team reads in a round', () => {
  let world: PulseWorld;
  /** Every message and every answer people got, while the round was open and after its close. */
  const read = { open: '', closed: '' };

  beforeAll(async () => {
    world = await makePulseWorld({ seed: 'words', teams: 1, people: 6 });
    const { desk, ports, teams } = world;
    const [team] = teams;
    if (team === undefined) throw new RangeError('nobody is there');
    const everything = async (): Promise<string> => {
      const round = await roundOf(ports, team);
      const replies: unknown[] = [];
      for (const [place, person] of team.people.entries()) {
        const actor = actorOf(person);
        replies.push(await look(desk, person, round), await submit(desk, person, round, saidAt(place)));
        replies.push(await desk.home(actor));
        for (const text of ['', 'pulse', 'puls ergebnis', 'team', 'help', 'anything']) {
          replies.push(await desk.handle({ kind: 'typed', actor, conversation: team.home, text }));
        }
      }
      return JSON.stringify([replies, ports.gateway.posted()]);
    };
    await openRounds(world);
    read.open = await everything();
    await closeRounds(world);
    read.closed = await everything();
  }, 60_000);

  afterAll(() => world.stop());

  test('promises nothing that does not hold yet', () => {
    expect(read.open).toContain('canary-');
    expect(read.open).not.toMatch(ANONYMOUS);
  });

  test('is not asked to trust any more once it need not', () => {
    expect(read.closed.length).toBeGreaterThan(read.open.length / 2);
    expect(read.closed).not.toMatch(CONFIDENTIAL);
  });
});
