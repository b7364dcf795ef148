import { describe, expect, test } from '@jest/globals';
import { days, minutes } from '../../../src/shared/time.ts';
import type { Team } from '../../../src/team/team.ts';
import { aTeam, anInvitation, NEXT, OPENS, personRef, TENANT } from '../../support/builders.ts';
import { makeChangeWorld, untouched } from '../../support/change-world.ts';
import { workMinutes } from '../../support/memory-world.ts';
import { openRound } from '../../support/open-round.ts';

const LEAD = personRef('LEAD');
const INVITED = personRef('P2');
const LAPSES = OPENS + minutes(5) + days(14);

/** A team in its first round, whose lead has just asked one of its people to lead it too. */
const makeWorld = async () => {
  const world = await makeChangeWorld(7);
  const form = await world.formOf(LEAD, 'settings');
  world.ports.clock.set(OPENS + minutes(5));
  await world.submit(LEAD, form.intent, { ...untouched(form), leads: [LEAD, INVITED] });
  const enqueued = world.ports.queue.messages('messages').map(({ body }) => body);
  await workMinutes(world.product, 1);
  return {
    ...world,
    enqueued,
    accept: () =>
      world.desk.handle({
        kind: 'pressed',
        actor: { tenant: TENANT, person: INVITED, outsider: false },
        intent: { kind: 'accept-lead', team: 'C1' },
      }),
  };
};

describe('somebody who is asked to lead a team they belong to', () => {
  test('is told by a message that names nobody', async () => {
    const { enqueued } = await makeWorld();
    const bodies = enqueued.filter((body) => body.includes('lead-invitation'));
    expect(bodies).toHaveLength(1);
    expect(bodies.join()).not.toContain(INVITED);
  });

  test('belongs to it like everybody until they accept', async () => {
    const { ports, round } = await makeWorld();
    expect((await ports.people.find(INVITED))?.team).toBe('C1');
    expect((await round())?.asked).toBe(7);
  });

  test('keeps their slot of an open round when they accept, and is free', async () => {
    const { ports, accept, round, team } = await makeWorld();
    await accept();
    expect((await team())?.leads).toEqual([LEAD, INVITED]);
    expect((await round())?.asked).toBe(7);
    expect(await ports.people.find(INVITED)).toMatchObject({ leads: ['C1'] });
    expect((await ports.people.find(INVITED))?.team).toBeUndefined();
    // Within the week in which this round asked them no other team does.
    expect((await ports.people.departures([INVITED], ports.clock.now())).get(INVITED)).toBe('C1-1');
  });

  test('cannot accept after 14 days, and the invitation is dropped by itself', async () => {
    const { ports, product, team } = await makeWorld();
    expect((await team())?.invited).toMatchObject([{ person: INVITED, by: LEAD, until: LAPSES }]);
    ports.clock.set(LAPSES + days(1));
    await workMinutes(product, 5);
    expect((await team())?.invited).toBeUndefined();
  });
});

describe('invitations that lapse between two rounds', () => {
  const between = async (differing: Partial<Team>) => {
    const invited = [anInvitation('P1', { until: OPENS + days(2) }), anInvitation('P2')];
    const world = await openRound(6, { team: aTeam({ ...differing, invited }) });
    return { ...world, at: OPENS + days(2) };
  };

  test('open no round, and what is planned stays', async () => {
    const { ports, product, team, at } = await between({});
    const before = await team();
    expect(before?.due).toBe(at);
    ports.clock.set(at);
    await product.runJob({ kind: 'team', tenant: TENANT, id: 'C1', due: at });
    const after = await team();
    expect(after).toMatchObject({
      nextOpening: before?.nextOpening,
      currentRound: 'C1-1',
      due: NEXT - days(1),
    });
    expect(after?.invited).toEqual([anInvitation('P2')]);
    expect(ports.gateway.posted().filter(({ to }) => to === LEAD)).toEqual([]);
  });

  test('do not end a pause', async () => {
    const { ports, product, team, at } = await between({});
    const stored = await team();
    if (stored === undefined) throw new RangeError('no team');
    await ports.teams.save({ ...stored, version: stored.version + 1, state: 'paused' });
    ports.clock.set(at);
    await product.runJob({ kind: 'team', tenant: TENANT, id: 'C1', due: at });
    expect(await team()).toMatchObject({ state: 'paused', invited: [{ person: INVITED }] });
  });
});
