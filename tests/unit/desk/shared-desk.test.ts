import { describe, expect, test } from '@jest/globals';
import type { SharedMessage } from '../../../src/chat/actions.ts';
import type { ConversationRef } from '../../../src/chat/identity.ts';
import type { Language } from '../../../src/i18n/language.ts';
import type { Round } from '../../../src/pulse/round.ts';
import { promiseMade } from '../../../src/team/notices/team-messages.ts';
import type { Team } from '../../../src/team/team.ts';
import {
  aClosedRound,
  aProfile,
  aResult,
  aRound,
  aTeam,
  anItem,
  HOME,
  OPENS,
  personRef,
  TENANT,
} from '../../support/builders.ts';
import { haveTeam, makeMemoryPorts, makeProduct } from '../../support/memory-world.ts';
import { replyLines } from '../../support/said.ts';

const AWAY: ConversationRef = 'slack:T1:C9';
const SECOND: ConversationRef = 'slack:T1:C2';

const TEAM: Partial<Team> = {
  alsoIn: [SECOND],
  promisedFrom: OPENS,
  promise: promiseMade(aTeam({ alsoIn: [SECOND] })),
  log: [
    {
      id: 'nonce-7',
      by: personRef('LEAD'),
      on: { year: 2026, month: 12, day: 1 },
      what: [{ kind: 'setting', setting: 'weeks', from: '2', to: '1' }],
    },
  ],
  wayOn: { asked: 'too-small', number: 4 },
  tooFew: 4,
  talk: { number: 3, items: [anItem('a')] },
};

interface Setting {
  readonly team?: Partial<Team>;
  readonly round?: Round;
}

const makeWorld = async ({ team = {}, round = aRound() }: Setting = {}) => {
  const ports = makeMemoryPorts(OPENS);
  for (const id of ['P1', 'STRANGER']) ports.directory.setPerson(aProfile(id));
  await haveTeam(ports, aTeam({ ...TEAM, ...team }));
  await ports.rounds.create(round);
  const { desk } = makeProduct(ports);
  const read = async (
    shared: SharedMessage,
    {
      who = 'STRANGER',
      from = HOME,
      language = 'en',
    }: { who?: string; from?: ConversationRef; language?: Language } = {},
  ) =>
    replyLines(
      await desk.handle({
        kind: 'pressed',
        actor: { tenant: TENANT, person: personRef(who), outsider: false },
        conversation: from,
        intent: { kind: 'in-language', ...shared, language },
      }),
    );
  return { ports, read };
};

const FIRST_LINES: {
  readonly [What in SharedMessage['what']]: readonly [id: string, en: RegExp, de: RegExp];
} = {
  promise: ['C1/1', /^From Thu 3 Dec I'll ask you/u, /^Ab Do, 3\.12\. stelle ich euch/u],
  'round-ask': ['C1-1', /^Three questions about/u, /^Drei Fragen zu deinen/u],
  reminder: ['C1-1', /^The round is open until/u, /^Die Runde ist noch bis/u],
  extension: ['C1-1', /^There are not yet 5/u, /^Es sind noch keine 5/u],
  result: ['C1-1', /^5 answers\. /u, /^5 Antworten\. /u],
  'too-small': ['C1/4', /^You are \d/u, /^Ihr seid \d/u],
  talk: ['C1/3', /\?|talk/iu, /\?|Gespräch|rede|spr/iu],
  'team-changed': ['C1/nonce-7', /every week/u, /jede Woche/u],
};

const KINDS = Object.entries(FIRST_LINES).map(([what, expected]) => ({ what, expected }));

const isShared = (what: string): what is SharedMessage['what'] => what in FIRST_LINES;

describe('a message of a channel in the other language', () => {
  test.each(KINDS)('$what is read in either, in a dialog without that button', async ({ what, expected }) => {
    if (!isShared(what)) throw new Error(`no message is ${what}`);
    const [id, en, de] = expected;
    const { read } = await makeWorld(what === 'result' ? { round: aClosedRound(aResult()) } : {});
    for (const [language, pattern] of [
      ['en', en],
      ['de', de],
    ] as const) {
      const [kind, ...lines] = await read({ what, id }, { language });
      expect(kind).toBe('notice');
      expect(lines.slice(0, 2).join(' ')).toMatch(pattern);
      expect(lines.join(' ')).not.toMatch(/\[(?:English|Deutsch)\]/u);
    }
  });

  test.each(KINDS)('$what is refused kindly once its record does not hold it', async ({ what }) => {
    if (!isShared(what)) throw new Error(`no message is ${what}`);
    const { read } = await makeWorld();
    expect(await read({ what, id: 'C7-1/9' })).toEqual([
      'notice',
      'Woraus diese Nachricht entstanden ist, habe ich nicht mehr.',
    ]);
  });

  test('is for whoever stands in one of the team’s channels, and for its people and leads anywhere', async () => {
    const { ports, read } = await makeWorld();
    await ports.people.remember([aProfile('P1')]);
    await ports.people.join(personRef('P1'), 'C1');
    const promise = { what: 'promise', id: 'C1/1' } as const;
    const no = ['notice', 'Diese Nachricht gehört einem anderen Team.'];
    expect(await read(promise, { from: AWAY })).toEqual(no);
    for (const seen of [
      { from: HOME },
      { from: SECOND },
      { who: 'P1', from: AWAY },
      { who: 'LEAD', from: AWAY },
    ]) {
      if (seen.who === 'LEAD') ports.directory.setPerson(aProfile('LEAD'));
      expect((await read(promise, seen))[1]).toMatch(/^From Thu 3 Dec/u);
    }
  });

  test('is nobody’s while a result does not stand in the channel', async () => {
    const { read } = await makeWorld({ round: aClosedRound(aResult(), { published: undefined }) });
    expect(await read({ what: 'result', id: 'C1-1' })).toEqual([
      'notice',
      'Woraus diese Nachricht entstanden ist, habe ich nicht mehr.',
    ]);
  });

  test('of a promise names the first date for good', async () => {
    const later = {
      number: 9,
      local: { year: 2027, month: 4, day: 1, hour: 12, minute: 7 },
      instant: OPENS * 1.01,
    };
    const { read } = await makeWorld({ team: { nextOpening: later } });
    expect((await read({ what: 'promise', id: 'C1/1' }))[1]).toMatch(/^From Thu 3 Dec/u);
  });

  test('of a promise stays what was promised, whatever is set later', async () => {
    const now = await makeWorld();
    const later = await makeWorld({
      team: {
        leads: [personRef('P1')],
        readers: 70,
        alsoIn: undefined,
        way: 'talk',
        rhythm: { weeks: 1, weekday: 1, hour: 9, minute: 0 },
      },
    });
    for (const language of ['de', 'en'] as const) {
      const promise = await later.read({ what: 'promise', id: 'C1/1' }, { language });
      expect(promise).toEqual(await now.read({ what: 'promise', id: 'C1/1' }, { language }));
    }
    expect((await later.read({ what: 'promise', id: 'C1/1' }, { language: 'de' }))[1]).toMatch(
      /alle zwei Wochen drei Fragen/u,
    );
  });

  test('of an older promise is refused kindly once another one stands', async () => {
    const { read } = await makeWorld();
    expect(await read({ what: 'promise', id: 'C1/0' })).toEqual([
      'notice',
      'Woraus diese Nachricht entstanden ist, habe ich nicht mehr.',
    ]);
  });
});
