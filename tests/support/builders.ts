import { SETTINGS_ID } from '../../src/admin/settings.ts';
import type { Settings } from '../../src/admin/settings.ts';
import type { ConversationRef, PersonRef, TenantRef } from '../../src/chat/identity.ts';
import type { Person, Profile } from '../../src/people/person.ts';
import type { Channel } from '../../src/ports/directory.ts';
import type { Answer, Mark, RoundItem } from '../../src/pulse/answers/answer.ts';
import { PROMPTS } from '../../src/pulse/items/pack.ts';
import type { Round } from '../../src/pulse/round.ts';
import type { ReachedResult, RoundResult } from '../../src/pulse/results/result.ts';
import { days } from '../../src/shared/time.ts';
import type { Instant } from '../../src/shared/time.ts';
import type { Invitation, Opening, Team } from '../../src/team/team.ts';

export const TENANT: TenantRef = 'slack:T1';
export const HOME: ConversationRef = 'slack:T1:C1';
/** Thursday, 3 December 2026, 12:07 in Berlin: when the round of {@link aRound} opens. */
export const OPENS: Instant = Date.parse('2026-12-03T11:07:00Z');
export const CLOSES: Instant = Date.parse('2026-12-10T11:07:00Z');
/** The end of that round if it stays open once more. */
export const EXTENDED: Instant = Date.parse('2026-12-17T11:07:00Z');
/** The opening after that. */
export const NEXT: Instant = Date.parse('2026-12-17T11:07:00Z');
export const NEXT_OPENING: Opening = {
  number: 2,
  local: { year: 2026, month: 12, day: 17, hour: 12, minute: 7 },
  instant: NEXT,
};

export const utc = (iso: string): Instant => Date.parse(iso);

export const personRef = (id: string): PersonRef => `slack:T1:${id}`;

export const aProfile = (id: string, differing: Partial<Profile> = {}): Profile => ({
  person: personRef(id),
  tenant: TENANT,
  kind: 'member',
  language: 'de',
  zone: 'Europe/Berlin',
  ...differing,
});

export const aPerson = (id: string, differing: Partial<Person> = {}): Person => ({
  ...aProfile(id),
  leads: [],
  ...differing,
});

export const aChannel = (differing: Partial<Channel> = {}): Channel => ({
  conversation: HOME,
  name: 'team-nord',
  visibility: 'private',
  shared: false,
  archived: false,
  ...differing,
});

export const anItem = (id: string): RoundItem => ({
  id,
  version: 1,
  texts: { de: `Frage ${id}`, en: `Question ${id}` },
});

/** The settings of a tenant that one admin released. */
export const aReleasedTenant = (differing: Partial<Settings> = {}): Settings => ({
  tenant: TENANT,
  id: SETTINGS_ID,
  version: 1,
  history: [{ command: 'release', what: 'released' }],
  outbox: [],
  admins: [personRef('ADMIN')],
  releases: {
    pulse: {
      by: personRef('ADMIN'),
      on: { year: 2026, month: 11, day: 27 },
      ground: 'Betriebsvereinbarung vom 20. November',
    },
  },
  ...differing,
});

/** One mark for each of the items, in the order of `aRound`. */
export const anAnswer = (marks: readonly [Mark, Mark, Mark], comment?: string): Answer => ({
  marks: { a: marks[0], b: marks[1], c: marks[2] },
  ...(comment === undefined ? {} : { comment }),
});

export const anInvitation = (id: string, differing: Partial<Invitation> = {}): Invitation => ({
  id: '1.0',
  person: personRef(id),
  by: personRef('LEAD'),
  until: OPENS + days(14),
  ...differing,
});

export const aTeam = (differing: Partial<Team> = {}): Team => ({
  tenant: TENANT,
  id: 'C1',
  version: 1,
  history: [{ command: 'nonce', what: 'set up' }],
  outbox: [],
  due: OPENS,
  name: 'team-nord',
  home: HOME,
  language: 'de',
  zone: 'Europe/Berlin',
  leads: [personRef('LEAD')],
  setUpBy: personRef('LEAD'),
  rhythm: { weeks: 2, weekday: 4, hour: 12, minute: 7 },
  state: 'active',
  promised: true,
  readers: 7,
  nextOpening: {
    number: 1,
    local: { year: 2026, month: 12, day: 3, hour: 12, minute: 7 },
    instant: OPENS,
  },
  asked: {},
  ...differing,
});

export const aRound = (differing: Partial<Round> = {}): Round => ({
  tenant: TENANT,
  id: 'C1-1',
  version: 1,
  history: [{ command: 'open/C1-1', what: 'opened' }],
  outbox: [],
  due: CLOSES,
  team: 'C1',
  number: 1,
  state: 'open',
  home: HOME,
  leads: [personRef('LEAD')],
  language: 'de',
  zone: 'Europe/Berlin',
  items: [anItem('a'), anItem('b'), anItem('c')],
  prompt: PROMPTS[0],
  opensAt: OPENS,
  closesAt: CLOSES,
  asked: 6,
  ...differing,
});

export const aClosedRound = (result: RoundResult, differing: Partial<Round> = {}): Round =>
  aRound({ state: 'closed', due: undefined, result, published: true, ...differing });

/** What was kept of a round whose questions were all alike. */
export const aResult = (differing: Partial<ReachedResult> = {}): ReachedResult => ({
  reached: true,
  answers: 5,
  items: ['a', 'b', 'c'].map((item) => ({ item, enough: true, wording: 'alike' })),
  commentPages: 0,
  ...differing,
});
