import { describe, expect, test } from '@jest/globals';
import { plain } from '../../../src/chat/text.ts';
import { refusalText } from '../../../src/desk/refusal-text.ts';
import type { Refusal } from '../../../src/desk/refusal-text.ts';
import { en } from '../../../src/i18n/en.ts';
import { voice } from '../../../src/i18n/translate.ts';
import { CLOSES, NEXT, personRef } from '../../support/builders.ts';

/** One of every code; a code without an example does not compile. */
const EXAMPLES: { readonly [Code in Refusal['code']]: Extract<Refusal, { code: Code }> } = {
  'mark-missing': { code: 'mark-missing', fields: ['item-a'] },
  'comment-too-long': { code: 'comment-too-long' },
  'not-on-roster': { code: 'not-on-roster' },
  'asked-elsewhere': { code: 'asked-elsewhere' },
  'channel-guests-are-not-asked': { code: 'channel-guests-are-not-asked' },
  'taken-off-the-list': { code: 'taken-off-the-list' },
  'later-on-a-holiday': { code: 'later-on-a-holiday' },
  'round-not-found': { code: 'round-not-found' },
  'round-closed': { code: 'round-closed' },
  'round-closed-next': { code: 'round-closed-next', closed: CLOSES, next: NEXT, zone: 'Europe/Berlin' },
  'leads-are-not-asked': { code: 'leads-are-not-asked' },
  'result-not-for-you': { code: 'result-not-for-you' },
  'hide-not-for-leads': { code: 'hide-not-for-leads' },
  'hide-not-for-guests': { code: 'hide-not-for-guests' },
  'hide-not-for-you': { code: 'hide-not-for-you' },
  'comment-not-found': { code: 'comment-not-found' },
  'team-not-found': { code: 'team-not-found' },
  'team-ended': { code: 'team-ended' },
  'not-yours-to-change': { code: 'not-yours-to-change' },
  'last-lead': { code: 'last-lead' },
  'has-lead': { code: 'has-lead' },
  'not-on-the-list': { code: 'not-on-the-list' },
  'not-taken-off': { code: 'not-taken-off' },
  'too-many-people': { code: 'too-many-people', most: 10, field: 'take-off' },
  'day-over': { code: 'day-over' },
  'not-a-member': { code: 'not-a-member' },
  'channel-unreadable': { code: 'channel-unreadable' },
  'channel-shared': { code: 'channel-shared' },
  'channel-public': { code: 'channel-public' },
  'channel-archived': { code: 'channel-archived' },
  'team-proposed': { code: 'team-proposed' },
  'team-settling': { code: 'team-settling' },
  'team-waits': { code: 'team-waits' },
  'nothing-to-pause': { code: 'nothing-to-pause' },
  'open-beyond-rhythm': { code: 'open-beyond-rhythm', field: 'days' },
  'team-ending': { code: 'team-ending' },
  'team-exists': { code: 'team-exists', next: NEXT, zone: 'Europe/Berlin' },
  'not-in-channel': { code: 'not-in-channel' },
  'no-lead': { code: 'no-lead' },
  'lead-not-in-channel': { code: 'lead-not-in-channel', people: [personRef('X')] },
  'lead-not-a-member': { code: 'lead-not-a-member', people: [personRef('X')] },
  'leads-enough': { code: 'leads-enough' },
  'also-channel-unreadable': { code: 'also-channel-unreadable' },
  'also-channel-shared': { code: 'also-channel-shared' },
  'also-channel-public': { code: 'also-channel-public' },
  'also-channel-archived': { code: 'also-channel-archived' },
  'also-not-in-channel': { code: 'also-not-in-channel' },
  'also-channel-taken': { code: 'also-channel-taken' },
  'too-few': { code: 'too-few', n: 4 },
  'proposal-over': { code: 'proposal-over' },
  'invitation-over': { code: 'invitation-over' },
  'not-invited': { code: 'not-invited' },
  'leads-already': { code: 'leads-already' },
  'guest-cannot-lead': { code: 'guest-cannot-lead' },
  'lead-must-be-here': { code: 'lead-must-be-here' },
  'choice-invalid': { code: 'choice-invalid', field: 'weeks' },
  'message-gone': { code: 'message-gone' },
  'message-not-for-you': { code: 'message-not-for-you' },
  'day-unreadable': { code: 'day-unreadable' },
  'day-past': { code: 'day-past' },
  'day-too-far': { code: 'day-too-far' },
  'too-late-for-later': { code: 'too-late-for-later' },
  'later-is-over': { code: 'later-is-over' },
  'pulse-is-off': { code: 'pulse-is-off' },
  'time-missing': { code: 'time-missing', fields: ['weekday', 'time'] },
  'way-over': { code: 'way-over' },
  'way-not-yours': { code: 'way-not-yours' },
  'way-decided': { code: 'way-decided', way: 'talk' },
  'nothing-planned': { code: 'nothing-planned' },
  'not-released': { code: 'not-released' },
  'not-on-a-holiday': { code: 'not-on-a-holiday' },
  'start-too-early': { code: 'start-too-early', next: NEXT, zone: 'Europe/Berlin' },
  'round-still-open': { code: 'round-still-open', next: NEXT, zone: 'Europe/Berlin' },
  'admins-only': { code: 'admins-only', admins: [] },
  'admin-needed': { code: 'admin-needed' },
  'admins-too-many': { code: 'admins-too-many' },
  'admin-not-a-member': { code: 'admin-not-a-member' },
  'release-date-missing': { code: 'release-date-missing' },
  'release-date-ahead': { code: 'release-date-ahead' },
  'release-ground-missing': { code: 'release-ground-missing' },
  'release-ground-too-long': { code: 'release-ground-too-long' },
  'release-exists': {
    code: 'release-exists',
    release: { on: { year: 2026, month: 11, day: 30 }, ground: 'Betriebsvereinbarung.' },
  },
  'release-gone': { code: 'release-gone' },
  'trial-running': { code: 'trial-running', until: CLOSES, zone: 'Europe/Berlin' },
  'trial-for-admins': { code: 'trial-for-admins' },
  outsider: { code: 'outsider' },
};

const refusals: readonly Refusal[] = Object.values(EXAMPLES);

describe('every refusal', () => {
  test.each(refusals.map((refusal) => [refusal.code, refusal] as const))(
    '%s is said in both languages, in full sentences',
    (_, refusal) => {
      const said = [plain(refusalText(voice('de'), refusal)), plain(refusalText(voice('en'), refusal))];
      for (const words of said) {
        expect(words).toMatch(/^\p{Lu}.*[.!?]$/u);
        expect(words).not.toMatch(/[{}…]|\.\./);
      }
      expect(said[0]).not.toBe(said[1]);
    },
  );

  test('has words, and all words have a refusal', () => {
    const worded = Object.keys(en).filter((key) => key.startsWith('refusal.'));
    expect(worded.sort()).toEqual(refusals.map(({ code }) => `refusal.${code}`).sort());
  });

  test('with a date says it in one’s own way', () => {
    const refusal = EXAMPLES['round-closed-next'];
    expect(plain(refusalText(voice('de'), refusal))).toBe(
      'Die Runde ist seit Do, 10.12., 12:07 zu, das zählt nicht mehr. Nächste: Do, 17.12., 12:07.',
    );
    expect(plain(refusalText(voice('en'), refusal))).toBe(
      'The round closed at Thu 10 Dec, 12:07, this no longer counts. Next: Thu 17 Dec, 12:07.',
    );
  });
});
