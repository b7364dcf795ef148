import { describe, expect, test } from '@jest/globals';
import type { FormValues } from '../../../src/chat/form.ts';
import type { PersonKind } from '../../../src/people/person.ts';
import type { Channel } from '../../../src/ports/directory.ts';
import { makeSetUpCases } from '../../../src/desk/open-set-up-desk.ts';
import type { SetUpRefusal } from '../../../src/team/refusals.ts';
import {
  aChannel,
  aPerson,
  aProfile,
  aTeam,
  HOME,
  OPENS,
  personRef,
  TENANT,
  utc,
} from '../../support/builders.ts';
import { makeRecorder } from '../../support/intercept.ts';
import type { Around } from '../../support/intercept.ts';
import { led, makeMemoryPorts, makeProduct, populate, workMinutes } from '../../support/memory-world.ts';

/** Tuesday morning; the first Thursday noon is more than a day ahead. */
const NOW = utc('2026-12-01T09:00:00Z');
const ANA = aPerson('LEAD');
const VALUES: FormValues = {
  leads: [personRef('LEAD')],
  weeks: '2',
  weekday: '4',
  time: '12:00',
  language: 'de',
  asks: 'direct',
};

const makeWorld = (around?: Around, allowPublicChannels = false) => {
  const ports = makeMemoryPorts(NOW);
  populate(ports, 6);
  const seen = around === undefined ? ports : led(ports, around);
  const { setUpTeam, maySetUp } = makeSetUpCases({ ...seen, allowPublicChannels });
  const submit = (differing: Partial<Parameters<typeof setUpTeam>[0]> = {}) =>
    setUpTeam({ nonce: 'n1', person: ANA, home: HOME, values: VALUES, ...differing });
  return { ports, submit, maySetUp };
};

const inChannel = async (differing: Partial<Channel>) => {
  const { ports, submit } = makeWorld();
  ports.directory.setChannel(aChannel(differing), [personRef('LEAD')]);
  return { ports, said: await submit() };
};

const refused = (refusal: SetUpRefusal) => ({ ok: false, refusal });

describe('setting a team up', () => {
  test('makes the channel’s team, and has its channel read at once', async () => {
    const { ports, submit } = makeWorld();
    const said = await submit();
    const team = {
      tenant: TENANT,
      id: 'C1',
      version: 1,
      history: [{ command: 'n1', what: 'set up' }],
      outbox: [],
      due: NOW,
      name: 'team-nord',
      home: HOME,
      language: 'de',
      zone: 'Europe/Berlin',
      leads: [personRef('LEAD')],
      setUpBy: personRef('LEAD'),
      rhythm: { weeks: 2, weekday: 4, hour: 12, minute: 0 },
      asks: 'direct',
      state: 'settling',
      readers: 0,
      asked: {},
    };
    expect(said).toEqual({ ok: true, value: team });
    expect(await ports.teams.find(TENANT, 'C1')).toEqual(team);
    expect(ports.queue.messages('jobs').map(({ body }) => JSON.parse(body))).toEqual([
      { kind: 'team', tenant: TENANT, id: 'C1', due: NOW },
    ]);
  });

  test('opens around noon at the team’s own minute when the time is left to us', async () => {
    const { submit } = makeWorld();
    const said = await submit({ values: { ...VALUES, time: 'own' } });
    expect(said).toMatchObject({ value: { rhythm: { hour: 12, minute: expect.any(Number) } } });
    const minute = said.ok ? said.value.rhythm.minute : 99;
    expect(minute).toBeLessThan(15);
  });

  test('keeps the public holidays of a Land free from the first date on, if one is chosen', async () => {
    const { ports, submit } = makeWorld();
    ports.clock.set(utc('2026-12-22T09:00:00Z'));
    // Friday is Christmas Day, and the day after is a holiday as well.
    const values = { ...VALUES, weekday: '5', land: 'BY' };
    expect(await submit({ values })).toMatchObject({ value: { land: 'BY' } });
    await workMinutes(makeProduct(ports), 2);
    expect(await ports.teams.find(TENANT, 'C1')).toMatchObject({
      nextOpening: { instant: utc('2026-12-27T11:00:00Z') },
    });
  });

  test('keeps the zone of who sets it up, or Greenwich time where none is known', async () => {
    expect(await makeWorld().submit({ person: aPerson('LEAD', { zone: 'Europe/Lisbon' }) })).toMatchObject({
      value: { zone: 'Europe/Lisbon' },
    });
    expect(await makeWorld().submit({ person: aPerson('LEAD', { zone: undefined }) })).toMatchObject({
      value: { zone: 'UTC' },
    });
  });

  test('may name somebody else who leads, and knows them from then on', async () => {
    const { ports, submit } = makeWorld();
    expect(await submit({ values: { ...VALUES, leads: [personRef('P1')] } })).toMatchObject({
      value: {
        state: 'proposed',
        leads: [],
        invited: [{ person: personRef('P1') }],
        setUpBy: personRef('LEAD'),
      },
    });
    expect(await ports.people.find(personRef('P1'))).toMatchObject({ kind: 'member', language: 'de' });
  });
});

describe('refuses', () => {
  test.each<PersonKind>(['guest', 'channel-guest', 'deactivated', 'bot', 'outsider'])(
    'a %s',
    async (kind) => {
      const { submit } = makeWorld();
      expect(await submit({ person: aPerson('LEAD', { kind }) })).toEqual(refused({ code: 'not-a-member' }));
    },
  );

  test('a channel that it cannot see', async () => {
    const { ports, submit } = makeWorld();
    ports.directory.removeChannel(HOME);
    expect(await submit()).toEqual(refused({ code: 'channel-unreadable' }));
  });

  test.each<[SetUpRefusal['code'], Partial<Channel>]>([
    ['channel-shared', { shared: true }],
    ['channel-public', { visibility: 'public' }],
    ['channel-archived', { archived: true }],
  ])('for %s', async (code, differing) => {
    const { said } = await inChannel(differing);
    expect(said).toMatchObject({ ok: false, refusal: { code } });
  });

  test('a shared channel even where public ones are allowed', async () => {
    const { ports, submit } = makeWorld(undefined, true);
    const six = ['LEAD', 'P1', 'P2', 'P3', 'P4', 'P5'].map(personRef);
    ports.directory.setChannel(aChannel({ visibility: 'public', shared: true }), six);
    expect(await submit()).toEqual(refused({ code: 'channel-shared' }));
    ports.directory.setChannel(aChannel({ visibility: 'public' }), six);
    expect(await submit()).toMatchObject({ ok: true });
  });

  test('a second team', async () => {
    const { submit } = makeWorld();
    await submit();
    expect(await submit({ nonce: 'n2' })).toEqual(refused({ code: 'team-settling' }));
  });

  test('a second team, and says when the first one’s next round opens once that is planned', async () => {
    const { ports, submit } = makeWorld();
    await ports.teams.create(aTeam());
    expect(await submit({ nonce: 'n2' })).toEqual(
      refused({ code: 'team-exists', next: OPENS, zone: 'Europe/Berlin' }),
    );
  });

  test('somebody who is not in the channel, whatever the form was opened for', async () => {
    const { ports, submit } = makeWorld();
    ports.directory.setPerson(aProfile('AWAY'));
    expect(await submit({ person: aPerson('AWAY') })).toEqual(refused({ code: 'not-in-channel' }));
  });

  test('a form without leads', async () => {
    const { submit } = makeWorld();
    expect(await submit({ values: { ...VALUES, leads: [] } })).toEqual(refused({ code: 'no-lead' }));
  });

  test('leads who are not in the channel, by name', async () => {
    const { ports, submit } = makeWorld();
    ports.directory.setPerson(aProfile('AWAY'));
    const leads = [personRef('LEAD'), personRef('AWAY'), personRef('NOBODY')];
    expect(await submit({ values: { ...VALUES, leads } })).toEqual(
      refused({ code: 'lead-not-in-channel', people: [personRef('AWAY'), personRef('NOBODY')] }),
    );
  });

  test.each<PersonKind>(['guest', 'channel-guest', 'bot', 'deactivated', 'outsider'])(
    'a %s for a lead',
    async (kind) => {
      const { ports, submit } = makeWorld();
      populate(ports, 5, [aProfile('X', { kind })]);
      expect(await submit({ values: { ...VALUES, leads: [personRef('LEAD'), personRef('X')] } })).toEqual(
        refused({ code: 'lead-not-a-member', people: [personRef('X')] }),
      );
    },
  );

  test('whoever it refuses before the form is shown', async () => {
    const { ports, maySetUp, submit } = makeWorld();
    expect(await maySetUp(ANA, HOME)).toMatchObject({ ok: true, value: { name: 'team-nord' } });
    expect(await maySetUp(aPerson('X', { kind: 'guest' }), HOME)).toEqual(refused({ code: 'not-a-member' }));
    await submit();
    ports.directory.removeChannel(HOME);
    expect(await maySetUp(ANA, HOME)).toEqual(refused({ code: 'team-settling' }));
  });
});

describe('a refusal', () => {
  test.each<[string, Partial<Channel>, FormValues]>([
    ['of the channel', { shared: true }, VALUES],
    ['of a lead', {}, { ...VALUES, leads: [personRef('NOBODY')] }],
    ['of the form', {}, { ...VALUES, weeks: '3' }],
  ])('%s changes nothing', async (_, channel, values) => {
    const { around, calls } = makeRecorder();
    const { ports, submit } = makeWorld(around);
    ports.directory.setChannel(aChannel(channel), [personRef('LEAD')]);
    expect(await submit({ values })).toMatchObject({ ok: false });
    expect(await ports.teams.find(TENANT, 'C1')).toBeUndefined();
    expect(ports.queue.messages('jobs')).toEqual([]);
    expect(calls).not.toContain('teams.create');
    expect(calls).not.toContain('queue.enqueueJobs');
    expect(calls).not.toContain('people.remember');
  });

  test('of a second team leaves the first one as it is', async () => {
    const { ports, submit } = makeWorld();
    await submit();
    const before = await ports.teams.find(TENANT, 'C1');
    await submit({ nonce: 'n2', values: { ...VALUES, weeks: '4', language: 'en' } });
    expect(await ports.teams.find(TENANT, 'C1')).toEqual(before);
    expect(ports.queue.messages('jobs')).toHaveLength(1);
  });
});

describe('the same submission again', () => {
  test('ends the same', async () => {
    const { submit } = makeWorld();
    const first = await submit();
    expect(await submit()).toEqual(first);
  });

  test('at the same time makes one team', async () => {
    const { ports, submit } = makeWorld();
    const [one, other] = await Promise.all([submit(), submit()]);
    expect([one.ok, other.ok]).toEqual([true, true]);
    expect(await ports.teams.find(TENANT, 'C1')).toMatchObject({ version: 1 });
  });

  test('is the team as it is now, after it has moved on', async () => {
    const { ports, submit } = makeWorld();
    const said = await submit();
    const moved = { ...(said.ok ? said.value : undefined), version: 2, readers: 6 };
    expect(said.ok).toBe(true);
    if (said.ok) await ports.teams.save({ ...said.value, version: 2, readers: 6 });
    expect(await submit()).toEqual({ ok: true, value: moved });
  });
});

describe('two people at once', () => {
  test('make one team, and the second is told that there is one', async () => {
    const { ports, submit } = makeWorld();
    const said = await Promise.all([
      submit({ values: { ...VALUES, weekday: '4' } }),
      submit({
        nonce: 'n2',
        person: aPerson('P1'),
        values: { ...VALUES, leads: [personRef('P1')], weekday: '5' },
      }),
    ]);
    const team = await ports.teams.find(TENANT, 'C1');
    expect(said.filter(({ ok }) => ok)).toEqual([{ ok: true, value: team }]);
    expect(said.filter(({ ok }) => !ok)).toEqual([refused({ code: 'team-settling' })]);
  });

  test('of whom one is settled before the other’s write make one team, and the other is told its date', async () => {
    const { ports, submit } = makeWorld(async (name, apply) => {
      if (name === 'teams.create') await settled();
      return apply();
    });
    const settled = () => ports.teams.create(aTeam());
    expect(await submit()).toEqual(refused({ code: 'team-exists', next: OPENS, zone: 'Europe/Berlin' }));
    expect(await ports.teams.find(TENANT, 'C1')).toEqual(aTeam());
    expect(ports.queue.messages('jobs')).toEqual([]);
  });
});
