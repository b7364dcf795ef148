import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Post } from '../../../adapters/memory/chat-gateway.ts';
import type { PersonRef } from '../../../src/chat/identity.ts';
import { idIn } from '../../../src/chat/identity.ts';
import type { Channel } from '../../../src/ports/directory.ts';
import { PortError } from '../../../src/shared/errors.ts';
import { days, hours } from '../../../src/shared/time.ts';
import { textsOf } from '../../support/comment-texts.ts';
import { aChannel, aProfile, personRef, TENANT, utc } from '../../support/builders.ts';
import { makeCrash } from '../../support/intercept.ts';
import type { PlannedCrash } from '../../support/intercept.ts';
import { makeMemoryPorts, makeProduct, workAMinute } from '../../support/memory-world.ts';
import { submitTeam } from '../../support/pulse-teams.ts';

const BEGINS = utc('2026-11-30T09:00:00Z');
const TEAMS = ['C1', 'C2'] as const;
/** More than a life has. */
const ROUNDS = 40;
type TeamId = (typeof TEAMS)[number];
const PEOPLE = Array.from({ length: 12 }, (_, index) => `P${index}`);

type Happening =
  | { readonly kind: 'time'; readonly hours: number }
  | { readonly kind: 'joins' | 'leaves' | 'vanishes'; readonly who: string; readonly where: TeamId }
  | { readonly kind: 'answer'; readonly from: number; readonly count: number; readonly where: TeamId }
  | { readonly kind: 'channel'; readonly where: TeamId; readonly how: Partial<Channel> }
  | { readonly kind: 'posting'; readonly where: TeamId; readonly works: boolean }
  | { readonly kind: 'app'; readonly removed: boolean }
  | { readonly kind: 'crash'; readonly at: number; readonly applied: boolean };

const who = fc.constantFrom(...PEOPLE);
const where = fc.constantFrom(...TEAMS);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { arbitrary: fc.record({ kind: fc.constant('time'), hours: fc.integer({ min: 1, max: 120 }) }), weight: 6 },
  {
    arbitrary: fc.record({
      kind: fc.constant('answer'),
      from: fc.nat(PEOPLE.length),
      count: fc.integer({ min: 1, max: PEOPLE.length }),
      where,
    }),
    weight: 8,
  },
  { arbitrary: fc.record({ kind: fc.constantFrom('joins', 'leaves', 'vanishes'), who, where }), weight: 4 },
  fc.record({
    kind: fc.constant('channel'),
    where,
    how: fc.constantFrom<Partial<Channel>>(
      {},
      {},
      { shared: true },
      { archived: true },
      { visibility: 'public' },
    ),
  }),
  fc.record({ kind: fc.constant('posting'), where, works: fc.boolean() }),
  fc.record({ kind: fc.constant('app'), removed: fc.boolean() }),
  { arbitrary: fc.record({ kind: fc.constant('crash'), at: fc.nat(40), applied: fc.boolean() }), weight: 3 },
);

/** A tick that dies is made up for by the next; without its many calls the work itself dies more often. */
const TICK = ['dueIndex.due', 'queue.enqueueJobs'];

interface Stood extends Post {
  readonly at: number;
  readonly channel: Channel | undefined;
}

/** Two teams, twelve people, and whatever happens to them. */
const makeLife = async () => {
  const ports = makeMemoryPorts(BEGINS);
  const channels = new Map<TeamId, { how: Partial<Channel>; readonly members: Set<string> }>();
  const stood: Stood[] = [];
  const acknowledged = new Map<string, Map<string, string>>();
  let crash: PlannedCrash | undefined;
  let said = 0;

  const gateway = {
    ...ports.gateway,
    post: async (to: Post['to'], card: Post['card']) => {
      const channel = await ports.directory.channel(to);
      const ref = await ports.gateway.post(to, card);
      stood.push({ to, card, ref, at: ports.clock.now(), channel });
      return ref;
    },
  };
  const seen = { ...ports, gateway };
  const product = makeProduct(seen, (name, apply) =>
    crash === undefined || TICK.includes(name) ? apply() : crash.around(name, apply),
  );
  const { desk } = makeProduct(seen);

  const show = (team: TeamId): void => {
    const { how, members } = channels.get(team) ?? { how: {}, members: [] };
    ports.directory.setChannel(
      aChannel({ conversation: `slack:T1:${team}`, name: team, ...how }),
      [`L${team}`, ...members].map(personRef),
    );
  };

  const work = async (minutes: number): Promise<void> => {
    for (let minute = 0; minute < minutes; minute += 1) {
      await workAMinute(product);
      crash?.revive();
    }
  };

  const nextDue = async (until: number): Promise<number> => {
    const pages = await Promise.all(
      Array.from({ length: 10 }, (_, shard) => ports.dueIndex.due(shard, until)),
    );
    return Math.min(until, ...pages.flatMap(({ jobs }) => jobs.map(({ due }) => due)));
  };

  const isWaiting = (): boolean =>
    ports.queue.messages('jobs').length + ports.queue.messages('messages').length > 0;

  /** Lets time pass from one planned moment to the next. */
  const pass = async (span: number): Promise<void> => {
    const end = ports.clock.now() + span;
    while (ports.clock.now() < end) {
      ports.clock.set(Math.max(await nextDue(end), ports.clock.now()));
      await work(3);
      for (let more = 0; more < 20 && isWaiting(); more += 1) await work(1);
    }
  };

  const actor = (person: PersonRef) => ({ tenant: TENANT, person, outsider: false });

  const answer = async (id: string, team: TeamId): Promise<void> => {
    const current = (await ports.teams.find(TENANT, team))?.currentRound;
    const round = current === undefined ? undefined : await ports.rounds.find(TENANT, current);
    if (round === undefined) return;
    said += 1;
    const comment = `${id} ${said}`;
    const reply = await desk.handle({
      kind: 'submitted',
      actor: actor(personRef(id)),
      nonce: 'n',
      intent: { kind: 'answer', round: round.id },
      values: {
        ...Object.fromEntries(round.items.map((item) => [`item-${item.id}`, String((said % 5) + 1)])),
        comment,
      },
    });
    if (reply.kind !== 'notice' || reply.notice.title !== 'Drei Fragen') return;
    const texts = acknowledged.get(round.id) ?? new Map<string, string>();
    acknowledged.set(round.id, texts.set(id, comment));
  };

  const move = async (kind: 'joins' | 'leaves' | 'vanishes', id: string, team: TeamId): Promise<void> => {
    const members = channels.get(team)?.members;
    if (kind === 'joins') members?.add(id);
    else members?.delete(id);
    show(team);
    if (kind === 'vanishes') return;
    const conversation = `slack:T1:${team}` as const;
    await desk.happened({
      kind: kind === 'joins' ? 'joined' : 'left',
      tenant: TENANT,
      person: personRef(id),
      conversation,
    });
  };

  const setApp = async (removed: boolean): Promise<void> => {
    const when = ports.clock.now();
    if (removed) await desk.happened({ kind: 'app-removed', tenant: TENANT, when });
    else
      await desk.handle({
        kind: 'typed',
        actor: actor(personRef('LC1')),
        conversation: 'slack:T1:D1',
        text: '',
      });
  };

  const setPosting = (team: TeamId, works: boolean): void =>
    ports.gateway.fail(`slack:T1:${team}`, works ? undefined : new PortError('refused', 'restricted_action'));

  const happen = async (what: Happening): Promise<void> => {
    switch (what.kind) {
      case 'time':
        return pass(hours(what.hours));
      case 'answer':
        for (const id of [...PEOPLE, ...PEOPLE].slice(what.from, what.from + what.count)) {
          await answer(id, what.where);
        }
        return;
      case 'channel': {
        const channel = channels.get(what.where);
        if (channel !== undefined) channel.how = what.how;
        return show(what.where);
      }
      case 'posting':
        return setPosting(what.where, what.works);
      case 'app':
        return setApp(what.removed);
      case 'crash':
        crash = makeCrash(what);
        return;
      default:
        return move(what.kind, what.who, what.where);
    }
  };

  const begin = async (): Promise<void> => {
    for (const id of [...PEOPLE, 'LC1', 'LC2']) ports.directory.setPerson(aProfile(id));
    for (const [index, team] of TEAMS.entries()) {
      channels.set(team, { how: {}, members: new Set(PEOPLE.slice(index * 6, index * 6 + 6)) });
      show(team);
      const lead = personRef(`L${team}`);
      const chosen = {
        leads: [lead],
        weeks: '1',
        weekday: '4',
        time: '12:00',
        language: 'de',
        asks: 'direct',
      };
      await submitTeam(desk, actor(lead), { id: team, values: chosen });
    }
  };

  /** Everything is in order again, and stays so for weeks. */
  const heal = async (): Promise<void> => {
    crash = undefined;
    await setApp(false);
    for (const team of TEAMS) {
      const channel = channels.get(team);
      if (channel !== undefined) channel.how = {};
      show(team);
      setPosting(team, true);
    }
    await pass(days(25));
  };

  await begin();
  return { ports, stood, acknowledged, happen, heal };
};

type Life = Awaited<ReturnType<typeof makeLife>>;

const titleOf = ({ card }: Post): string =>
  card.title.map((span) => ('text' in span ? span.text : '')).join('');
/** Only an ask has *Later*; what a round says in its channel besides has *Answer* as well. */
const roundAsked = ({ card }: Post): string | undefined =>
  card.nodes
    .flatMap((node) => (node.kind === 'actions' ? node.buttons : []))
    .flatMap(({ intent }) => (intent.kind === 'not-now' && intent.way === 'later' ? [intent.round] : []))[0];

const assertClosed = async ({ ports, acknowledged }: Life, id: string): Promise<void> => {
  const round = await ports.rounds.find(TENANT, id);
  if (round === undefined || round.closesAt > ports.clock.now() - hours(1)) return;
  const ref = { tenant: TENANT, round: id };
  expect([id, round.state, await ports.vault.isEmpty(ref)]).toEqual([id, 'closed', true]);
  expect(await ports.vault.head(ref)).toBeUndefined();
  const texts = [...(acknowledged.get(id)?.values() ?? [])].sort();
  const { result } = round;
  if (result?.reached === true) {
    expect([texts.length, undefined]).toContain(result.answers);
    expect([...textsOf(await ports.comments.page(ref, 0))].sort()).toEqual(texts);
  } else {
    expect(result).toEqual({ reached: false });
    expect(round.withheld === true || texts.length < 5).toBe(true);
  }
};

const assertQuiet = ({ stood, ports }: Life): void => {
  const repeated = ports.logger.lines().filter(({ event }) => event === 'delivery-repeated').length;
  const asks = stood.filter((post) => roundAsked(post) !== undefined);
  const keys = asks.map((post) => `${roundAsked(post)} ${post.to}`);
  expect(keys.length - new Set(keys).size).toBeLessThanOrEqual(repeated);
  for (const ask of asks) {
    const team = roundAsked(ask)?.split('-')[0];
    const promised = stood.some(
      (post) => post.to === `slack:T1:${team}` && titleOf(post).startsWith('Ab ') && post.at < ask.at,
    );
    expect([roundAsked(ask), promised]).toEqual([roundAsked(ask), true]);
  }
};

const assertFitting = ({ stood }: Life): void => {
  const results = stood.filter(
    (post) => post.card.nodes.some(({ kind }) => kind === 'footnote') && idIn(post.to).startsWith('C'),
  );
  const seen = results.map(({ channel }) => [channel?.shared, channel?.archived, channel?.visibility]);
  expect(seen.filter((how) => how.join() !== 'false,false,private')).toEqual([]);
};

/** Of no two results that stand one after the other can one be subtracted from the other (R7). */
const assertGuarded = async ({ ports }: Life, team: TeamId): Promise<void> => {
  let before: readonly PersonRef[] | undefined;
  for (let number = 1; number <= ROUNDS; number += 1) {
    const id = `${team}-${number}`;
    const round = await ports.rounds.find(TENANT, id);
    if (round?.published !== true || round.result?.reached !== true) continue;
    const roster = (await ports.batches.find(TENANT, `${id}.0`))?.people ?? [];
    const changes = [
      ...roster.filter((person) => before?.includes(person) === false),
      ...(before ?? []).filter((person) => !roster.includes(person)),
    ];
    expect(round.result.answers === undefined || ![1, 2].includes(changes.length)).toBe(true);
    before = roster;
  }
};

describe('whatever happens to two teams', () => {
  test('what was acknowledged is counted, what is over is emptied, and nobody is asked twice or unpromised', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 20, maxLength: 60 }), async (happenings) => {
        const life = await makeLife();
        for (const what of happenings) await life.happen(what);
        await life.heal();
        for (const team of TEAMS) {
          for (let number = 1; number <= ROUNDS; number += 1) await assertClosed(life, `${team}-${number}`);
          await assertGuarded(life, team);
          const found = await life.ports.teams.find(TENANT, team);
          expect(found).toMatchObject({ state: 'active', outbox: [] });
          // Nothing is due while the team is asked which way it goes on.
          const waits = found?.wayOn !== undefined && found.wayOn.decided === undefined;
          expect(found?.due ?? (waits ? Infinity : 0)).toBeGreaterThan(life.ports.clock.now());
        }
        assertQuiet(life);
        assertFitting(life);
      }),
      { numRuns: 25 },
    );
  });
});
