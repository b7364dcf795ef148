import { describe, expect, test } from '@jest/globals';
import { plain } from '../../../src/chat/text.ts';
import type { Message } from '../../../src/delivery/message.ts';
import { PortError } from '../../../src/shared/errors.ts';
import {
  aChannel,
  aClosedRound,
  aProfile,
  aResult,
  aRound,
  aTeam,
  HOME,
  NEXT,
  OPENS,
  personRef,
  TENANT,
} from '../../support/builders.ts';
import {
  haveTeam,
  makeMemoryPorts,
  makeProduct,
  workMinutes,
  workUntilQuiet,
} from '../../support/memory-world.ts';
import type { MemoryPorts } from '../../support/memory-world.ts';

const LEAD = personRef('LEAD');
const SECOND = personRef('SECOND');
const RESULT: Message = { kind: 'result', tenant: TENANT, round: 'C1-1' };
const FOR_LEAD: Message = { kind: 'result-for-lead', tenant: TENANT, round: 'C1-1', lead: 0 };
const REFUSED = new PortError('refused', 'not_in_channel');

const CLOSED = aClosedRound(aResult({ first: 'b' }), { leads: [LEAD, SECOND], published: undefined });

const makeWorld = async (round = CLOSED) => {
  const ports: MemoryPorts = makeMemoryPorts(OPENS);
  ports.directory.setChannel(aChannel(), [LEAD, SECOND]);
  await haveTeam(ports, aTeam({ leads: [LEAD, SECOND], due: NEXT, currentRound: 'C1-1' }));
  await ports.people.prefer(SECOND, { language: 'en' });
  await ports.rounds.create(round);
  const product = makeProduct(ports);
  return {
    ports,
    product,
    publish: async () => {
      await ports.queue.enqueueMessages([
        { message: RESULT, tenant: TENANT, lane: 'now', deduplicationId: 'result' },
      ]);
      await workUntilQuiet(product);
    },
    said: () => ports.gateway.posted().map(({ to, card }) => [to, plain(card.title)]),
  };
};

describe('the result', () => {
  test('goes to the team, and only then to each lead in their own language', async () => {
    const { publish, said } = await makeWorld();
    await publish();
    expect(said()).toEqual([
      [HOME, '5 Antworten. Redet zuerst hierüber: „Frage b“'],
      [LEAD, 'Dein Team hat gerade das Ergebnis bekommen: zum Ergebnis. Du siehst genau dasselbe.'],
      [SECOND, 'Your team has just received the result: to the result. You see exactly the same.'],
    ]);
  });

  test('leaves the last place of the week to the ask of a lead who is asked in a team', async () => {
    const { ports, publish, said } = await makeWorld();
    await ports.people.join(LEAD, 'C2');
    for (const subject of [LEAD, SECOND]) {
      const place = { tenant: TENANT, subject, week: '2026-11-30', key: 'a notice' };
      await ports.quiet.take(place, { limit: 1, forgetAt: NEXT });
    }
    await publish();
    expect(said().map(([to]) => to)).toEqual([HOME, SECOND]);
  });

  test('of the lead is the team’s card, with a link to it', async () => {
    const { ports, publish } = await makeWorld();
    await publish();
    const [team, lead] = ports.gateway.posted();
    // All but the other language, which whoever reads alone needs no button for.
    expect(lead?.card.nodes.slice(2, -2)).toEqual(team?.card.nodes.slice(0, -1));
    expect(lead?.card.title).toContainEqual({
      kind: 'link',
      text: 'zum Ergebnis',
      url: await ports.gateway.linkTo({ conversation: HOME, message: '1' }),
    });
  });

  test('of the lead names the channel where there are no links', async () => {
    const world = await makeWorld();
    const gateway = { ...world.ports.gateway, linkTo: async () => undefined };
    const product = makeProduct({ ...world.ports, gateway });
    await product.deliver(RESULT);
    await product.deliver(FOR_LEAD);
    expect(world.ports.gateway.posted()[1]?.card.title).toContainEqual({
      kind: 'conversation',
      conversation: HOME,
    });
  });

  test('of the lead is nothing as long as the team’s does not stand', async () => {
    const { product, said } = await makeWorld();
    await product.deliver(FOR_LEAD);
    expect(said()).toEqual([]);
  });

  test.each([
    ['refuses', REFUSED, 1],
    ['cannot be reached', new PortError('unreachable', 'timeout'), 12],
  ])('is nobody’s when the channel %s, and each lead is told that once', async (_, fault, minutes) => {
    const { ports, product, publish, said } = await makeWorld();
    ports.gateway.fail(HOME, fault);
    await publish();
    await workMinutes(product, minutes);
    await product.deliver(RESULT);
    await workUntilQuiet(product);
    expect(said()).toEqual([
      [LEAD, 'Ich konnte das Ergebnis von #team-nord nicht in den Kanal stellen.'],
      [SECOND, 'I could not post the result of #team-nord in its channel.'],
    ]);
    await product.deliver(FOR_LEAD);
    expect(said()).toHaveLength(2);
  });

  test.each([
    ['shared', aChannel({ shared: true })],
    ['public', aChannel({ visibility: 'public' })],
    ['archived', aChannel({ archived: true })],
  ])('is nobody’s when the channel is %s by now, and each lead is told that once', async (_, channel) => {
    const { ports, product, publish, said } = await makeWorld();
    ports.directory.setChannel(channel, [LEAD, SECOND]);
    await publish();
    await product.deliver(RESULT);
    await workUntilQuiet(product);
    expect(said()).toEqual([
      [LEAD, 'Ich konnte das Ergebnis von #team-nord nicht in den Kanal stellen.'],
      [SECOND, 'I could not post the result of #team-nord in its channel.'],
    ]);
    expect((await ports.rounds.find(TENANT, 'C1-1'))?.published).toBeUndefined();
  });

  test('can be read again once it stands in the channel, and not before', async () => {
    const { ports, product, publish } = await makeWorld();
    const read = async (): Promise<string | undefined> => {
      const reply = await product.desk.handle({
        kind: 'typed',
        actor: { tenant: TENANT, person: LEAD, outsider: false },
        conversation: 'slack:T1:D1',
        text: 'puls ergebnis',
      });
      return reply.kind === 'card' ? plain(reply.card.title) : reply.kind;
    };
    expect(await read()).toBe(
      'Noch gibt es kein Ergebnis. Wenn es eins gibt, steht es im Kanal deines Teams.',
    );
    await publish();
    expect(await read()).toBe('5 Antworten. Redet zuerst hierüber: „Frage b“');
    const published = await ports.rounds.find(TENANT, 'C1-1');
    expect(published).toMatchObject({ published: true });
    await product.deliver(RESULT);
    expect(await ports.rounds.find(TENANT, 'C1-1')).toEqual(published);
  });

  test('is not for a lead who left the channel since', async () => {
    const { ports, product, publish, said } = await makeWorld();
    ports.directory.setChannel(aChannel(), [SECOND]);
    await product.desk.happened({ kind: 'left', person: LEAD, conversation: HOME });
    await publish();
    expect(said().map(([to]) => to)).toEqual([HOME, SECOND]);
  });

  test.each([
    REFUSED,
    new PortError('unreachable', 'timeout'),
    new PortError('misconfigured', 'missing_scope'),
  ])('reaches the lead with the channel’s name when asking for the link ends in %s', async (fault) => {
    const world = await makeWorld();
    const gateway = { ...world.ports.gateway, linkTo: async () => Promise.reject(fault) };
    const product = makeProduct({ ...world.ports, gateway });
    await product.deliver(RESULT);
    await product.deliver(FOR_LEAD);
    expect(world.said().map(([to]) => to)).toEqual([HOME, LEAD]);
    expect(world.ports.gateway.posted()[1]?.card.title).toContainEqual({
      kind: 'conversation',
      conversation: HOME,
    });
  });

  test('waits with the lead’s copy for as long as the platform wants to be asked for the link', async () => {
    const world = await makeWorld();
    const limited = new PortError('rate-limited', 'ratelimited', { retryAfterSeconds: 60 });
    const gateway = { ...world.ports.gateway, linkTo: async () => Promise.reject(limited) };
    const product = makeProduct({ ...world.ports, gateway });
    await product.deliver(RESULT);
    await expect(product.deliver(FOR_LEAD)).rejects.toBe(limited);
    expect(world.said().map(([to]) => to)).toEqual([HOME]);
  });

  test('that waits for the channel leaves the leads waiting', async () => {
    const { ports, product, publish, said } = await makeWorld();
    ports.gateway.fail(HOME, new PortError('rate-limited', 'ratelimited', { retryAfterSeconds: 60 }));
    await ports.queue.enqueueMessages([
      { message: RESULT, tenant: TENANT, lane: 'now', deduplicationId: 'early' },
    ]);
    await workMinutes(product, 30);
    expect(said()).toEqual([]);
    ports.gateway.fail(HOME, undefined);
    await publish();
    expect(said().map(([to]) => to)).toEqual([HOME, LEAD, SECOND]);
  });

  test.each(['open', 'closing'] as const)('of a round that is %s is nothing', async (state) => {
    const { product, said } = await makeWorld(aRound({ state }));
    await product.deliver(RESULT);
    await product.deliver(FOR_LEAD);
    expect(said()).toEqual([]);
  });

  test('of a round or for a lead that nobody knows is nothing', async () => {
    const { product, said } = await makeWorld();
    await product.deliver({ ...RESULT, round: 'C9-9' });
    await product.deliver(RESULT);
    await product.deliver({ kind: 'result-for-lead', tenant: TENANT, round: 'C1-1', lead: 7 });
    expect(said().map(([to]) => to)).toEqual([HOME]);
  });
});

describe('an ask', () => {
  test('is in each person’s language and clock, else in the team’s', async () => {
    const { ports, product } = await makeWorld(aRound());
    const people = [
      aProfile('A', { zone: 'America/New_York' }),
      aProfile('B', { language: 'en', zone: undefined }),
    ];
    await ports.people.remember(people);
    for (const { person } of people) await ports.people.join(person, 'C1');
    await ports.people.prefer(personRef('A'), { language: 'en' });
    await ports.batches.create({
      tenant: TENANT,
      id: 'C1-1.0',
      version: 1,
      history: [],
      outbox: [],
      round: 'C1-1',
      people: people.map(({ person }) => person),
      last: true,
      closesAt: NEXT,
    });
    await product.deliver({ kind: 'asks', tenant: TENANT, batch: 'C1-1.0', from: 0, to: 1 });
    expect(ports.gateway.posted().map(({ to }) => to)).toEqual([personRef('A')]);
    await product.deliver({ kind: 'asks', tenant: TENANT, batch: 'C1-1.0', from: 1, to: 2 });
    expect(ports.gateway.posted().map(({ to }) => to)).toEqual([personRef('A'), personRef('B')]);
    const [english, german] = ports.gateway.posted().map(({ card }) => card);
    expect(plain(english?.title ?? [])).toBe('Three questions about your recent shifts, under a minute.');
    expect(plain(german?.title ?? [])).toBe('Drei Fragen zu deinen letzten Schichten, unter einer Minute.');
    const until = [english, german].map((card) => card?.nodes[0]);
    expect(until).toMatchObject([
      { text: [{ text: 'Open until ' }, { fallback: 'Thu 10 Dec, 06:07' }, {}] },
      { text: [{ text: 'Offen bis ' }, { fallback: 'Do, 10.12., 12:07' }, {}] },
    ]);
  });

  test('of a batch that nobody knows is nothing', async () => {
    const { ports, product } = await makeWorld(aRound());
    await product.deliver({ kind: 'asks', tenant: TENANT, batch: 'C9-9.0', from: 0, to: 25 });
    expect(ports.gateway.posted()).toEqual([]);
  });
});

describe('a removed app', () => {
  test('sends nothing of what is still queued', async () => {
    const { ports, product } = await makeWorld();
    await ports.tenants.removed(TENANT, OPENS);
    await product.deliver(RESULT);
    await product.deliver({ kind: 'promise', tenant: TENANT, team: 'C1' });
    await product.deliver({
      kind: 'team-notice',
      tenant: TENANT,
      team: 'C1',
      lead: 0,
      round: 1,
      notice: 'channel-shared',
    });
    expect(ports.gateway.posted()).toEqual([]);
  });
});

describe('a word to the leads', () => {
  test('is not for one who left the channel since', async () => {
    const { ports, product } = await makeWorld();
    ports.directory.setChannel(aChannel(), [SECOND]);
    await product.desk.happened({ kind: 'left', person: LEAD, conversation: HOME });
    for (const lead of [0, 1]) {
      await product.deliver({
        kind: 'team-notice',
        tenant: TENANT,
        team: 'C1',
        lead,
        round: 1,
        notice: 'channel-shared',
      });
    }
    expect(ports.gateway.posted().map(({ to }) => to)).toEqual([SECOND]);
  });

  test('of a team or for a lead that nobody knows is nothing', async () => {
    const { ports, product } = await makeWorld();
    const notice = {
      kind: 'team-notice',
      tenant: TENANT,
      lead: 0,
      round: 1,
      notice: 'channel-shared',
    } as const;
    await product.deliver({ ...notice, team: 'C9' });
    await product.deliver({ ...notice, team: 'C1', lead: 7 });
    await product.deliver({ kind: 'promise', tenant: TENANT, team: 'C9' });
    expect(ports.gateway.posted()).toEqual([]);
  });
});
