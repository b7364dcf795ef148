import type { Settings } from '../../src/admin/settings.ts';
import type { PersonRef, TenantRef } from '../../src/chat/identity.ts';
import type { Message } from '../../src/delivery/message.ts';
import type { Profile } from '../../src/people/person.ts';
import type { Answer, RoundHead } from '../../src/pulse/answers/answer.ts';
import type { AskBatch } from '../../src/pulse/asks/ask-batch.ts';
import type { Look } from '../../src/pulse/asks/look.ts';
import type { Round } from '../../src/pulse/round.ts';
import type { Team } from '../../src/team/team.ts';

/* Things to store. Every field is set, optional ones too, so that an implementation that loses one is found. */

const counter = { tenants: 0 };

/** A tenant that no other test of the file knows: storage may be shared between tests. */
export const aTenant = (): TenantRef => {
  counter.tenants += 1;
  return `slack:T${counter.tenants}`;
};

export const personOf = (tenant: TenantRef, name: string): PersonRef => `${tenant}:${name}`;

export const aProfile = (tenant: TenantRef, name: string, change: Partial<Profile> = {}): Profile => ({
  person: personOf(tenant, name),
  tenant,
  kind: 'member',
  language: 'de',
  zone: 'Europe/Berlin',
  ...change,
});

const items = [
  {
    id: 'help',
    version: 1,
    texts: { de: 'Ich bekomme Hilfe, wenn ich sie brauche.', en: 'I get help when I need it.' },
  },
  { id: 'tools', version: 2, texts: { de: 'Mein Werkzeug hilft mir.', en: 'My tools help me.' } },
];
const prompt = { de: 'Was noch?', en: 'What else?' };

export const messagesOf = (tenant: TenantRef): readonly Message[] => [
  { kind: 'promise', tenant, team: 'C1' },
  { kind: 'team-notice', tenant, team: 'C1', lead: 0, round: 3, notice: 'channel-shared' },
  { kind: 'admin-notice', tenant, team: 'C1', round: 3, notice: 'channel-unreadable' },
  { kind: 'asks', tenant, batch: 'C1-3.0', from: 0, to: 25 },
  { kind: 'later', tenant, round: 'C1-3', at: 1_700_003_600_000 },
  { kind: 'result', tenant, round: 'C1-3' },
  { kind: 'result-for-lead', tenant, round: 'C1-3', lead: 1 },
];

const common = (tenant: TenantRef) => ({
  tenant,
  version: 1,
  history: [{ command: 'command-1', what: 'created' }],
  outbox: messagesOf(tenant).map((message, index) => ({ id: `command-1.${index}`, attempt: 0, message })),
  due: 1_700_000_600_000,
  redriveAt: 1_700_000_120_000,
});

export const aTeam = (tenant: TenantRef, change: Partial<Team> = {}): Team => ({
  ...common(tenant),
  id: 'C1',
  name: 'Support #1 %',
  home: `${tenant}:C1`,
  language: 'de',
  zone: 'Europe/Berlin',
  leads: [personOf(tenant, 'LEAD')],
  setUpBy: personOf(tenant, 'LEAD'),
  rhythm: { weeks: 2, weekday: 2, hour: 10, minute: 5 },
  state: 'active',
  promised: true,
  readers: 9,
  nextOpening: {
    number: 4,
    local: { year: 2026, month: 3, day: 3, hour: 10, minute: 5 },
    instant: 1_772_528_700_000,
  },
  currentRound: 'C1-3',
  previousRound: 'C1-0',
  since: 1_690_000_000_000,
  asked: { help: 2, tools: 1 },
  ...change,
});

export const aRound = (tenant: TenantRef, change: Partial<Round> = {}): Round => ({
  ...common(tenant),
  id: 'C1-3',
  team: 'C1',
  number: 3,
  previous: 'C1-2',
  state: 'closing',
  home: `${tenant}:C1`,
  leads: [personOf(tenant, 'LEAD')],
  language: 'en',
  zone: 'Europe/Berlin',
  items,
  prompt,
  opensAt: 1_700_000_000_000,
  closesAt: 1_700_600_000_000,
  asked: 8,
  result: {
    reached: true,
    answers: 14,
    first: 'help',
    items: [
      { item: 'help', enough: true, wording: 'mixed', counts: [0, 2, 3, 2, 2], cannotSay: 5 },
      { item: 'tools', enough: false },
    ],
    commentPages: 1,
  },
  ...change,
});

export const anAskBatch = (tenant: TenantRef, change: Partial<AskBatch> = {}): AskBatch => ({
  ...common(tenant),
  id: 'C1-3.0',
  round: 'C1-3',
  people: [personOf(tenant, 'A'), personOf(tenant, 'B')],
  last: true,
  closesAt: 1_700_600_000_000,
  forgetAt: 1_709_000_000_000,
  ...change,
});

export const someSettings = (tenant: TenantRef, change: Partial<Settings> = {}): Settings => ({
  ...common(tenant),
  id: 'settings',
  admins: [personOf(tenant, 'A'), personOf(tenant, 'B')],
  first: personOf(tenant, 'A'),
  releases: {
    pulse: {
      by: personOf(tenant, 'A'),
      on: { year: 2026, month: 11, day: 30 },
      ground: 'Betriebsvereinbarung vom 30. November',
    },
  },
  telling: { after: 'C1' },
  hasTeam: true,
  ...change,
});

export const aLook = (tenant: TenantRef, change: Partial<Look> = {}): Look => ({
  ...common(tenant),
  id: 'C1-3.1700003600000',
  round: 'C1-3',
  at: 1_700_003_600_000,
  forgetAt: 1_709_000_000_000,
  ...change,
});

export const aHead = (): RoundHead => ({
  round: 'C1-3',
  team: 'C1',
  items,
  prompt,
  closesAt: 1_700_600_000_000,
  zone: 'Europe/Berlin',
  language: 'de',
  fewShare: ['en'],
});

export const anAnswer = (change: Partial<Answer> = {}): Answer => ({
  marks: { help: 4, tools: 'cannot-say' },
  comment: 'Zu viele Werkzeuge.',
  ...change,
});
