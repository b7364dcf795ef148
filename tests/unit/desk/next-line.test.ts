import { describe, expect, test } from '@jest/globals';
import { plain } from '../../../src/chat/text.ts';
import { nextLine } from '../../../src/desk/next-line.ts';
import { voice } from '../../../src/i18n/translate.ts';
import { nextText } from '../../../src/team/change/team-card.ts';
import type { Team } from '../../../src/team/team.ts';
import { aTeam } from '../../support/builders.ts';

const de = voice('de');
const en = voice('en');
const pausedUntil = { year: 2026, month: 12, day: 1 };

describe('when the next round opens', () => {
  test.each<[string, Partial<Team>, string, string]>([
    [
      'a date',
      {},
      'Die nächste Runde öffnet am Do, 3.12., 12:07.',
      'The next round opens on Thu 3 Dec, 12:07.',
    ],
    [
      'the date after a pause with an end',
      { state: 'paused', pausedUntil },
      'Die nächste Runde öffnet am Do, 3.12., 12:07.',
      'The next round opens on Thu 3 Dec, 12:07.',
    ],
    [
      'a pause without an end',
      { state: 'paused' },
      'Dein Team macht Pause: Es öffnet keine Runde, bis jemand weitermacht.',
      'Your team pauses: no round opens until somebody goes on.',
    ],
    [
      'the end',
      { state: 'ended' },
      'Dieser Puls ist beendet: Es öffnet keine Runde mehr.',
      'This pulse has ended: no round opens any more.',
    ],
    [
      'a question to the team',
      { wayOn: { asked: 'below-gate', number: 1 } },
      'Dein Team entscheidet, wie es weitergeht: Die Frage steht in seinem Kanal.',
      'Your team decides how to go on: the question stands in its channel.',
    ],
  ])('is %s', (_, differing, german, english) => {
    const team = aTeam(differing);
    expect(plain(nextLine(de, team, 'Europe/Berlin'))).toBe(german);
    expect(plain(nextLine(en, team, 'Europe/Berlin'))).toBe(english);
  });

  test.each<[Partial<Team>, string]>([
    [{}, 'Thu 3 Dec, 12:07'],
    [{ waits: true }, 'as soon as an admin has released it'],
    [{ state: 'paused', pausedUntil }, 'Thu 3 Dec, 12:07, pause up to and including Tue 1 Dec'],
    [{ state: 'paused' }, 'paused until somebody goes on'],
    [{ state: 'ended' }, 'none: this pulse has ended'],
    [{ wayOn: { asked: 'below-gate', number: 1 } }, 'as soon as the team has decided how to go on'],
  ])('on the card of a team: %j', (differing, words) => {
    expect(plain(nextText(en, aTeam(differing)))).toBe(words);
  });
});
