import { describe, expect, test } from '@jest/globals';
import type { PersonKind } from '../../../src/people/person.ts';
import { days } from '../../../src/shared/time.ts';
import { makeLapseProposal } from '../../../src/team/set-up/lapse-proposal.ts';
import type { LeadRefusal } from '../../../src/team/refusals.ts';
import { makeDispatch } from '../../../src/work/dispatch.ts';
import { anInvitation, aPerson, aProfile, HOME, personRef, TENANT } from '../../support/builders.ts';
import { present } from '../../support/scenes.ts';
import { ELSEWHERE, makeSetUpWorld, setUpValues, TUESDAY } from '../../support/set-up-world.ts';

const PEOPLE = ['LEAD', 'A', 'B', 'P1', 'P2', 'P3', 'P4', 'P5'];

const refused = (refusal: LeadRefusal) => ({ ok: false, refusal });

/** LEAD proposes a team that A and B, or whoever is named, are asked to lead. */
const proposed = async (leads: readonly string[] = ['A', 'B']) => {
  const world = makeSetUpWorld();
  world.meet(HOME, PEOPLE);
  await world.submit({ values: setUpValues({ leads: leads.map(personRef) }) });
  const messages = () => world.ports.queue.messages('messages').map(({ body }) => JSON.parse(body));
  const lapse = makeLapseProposal({ ...world.ports, dispatch: makeDispatch(world.ports) });
  return {
    ...world,
    messages,
    lapse,
    accept: (name: string, kind: PersonKind = 'member') =>
      world.acceptLead({ person: aPerson(name, { kind }), team: 'C1' }),
    decline: (name: string) => world.declineLead({ person: aPerson(name), team: 'C1' }),
    appoint: async (admins: readonly string[]) => {
      const settings = present(await world.ports.settings.find(TENANT, 'settings'), 'release');
      const version = settings.version + 1;
      await world.ports.settings.save({ ...settings, version, admins: admins.map(personRef) });
    },
  };
};

describe('a proposal without a lead', () => {
  test('asks each of those who were named, and nobody else anything', async () => {
    const { team, messages, ports } = await proposed();
    expect(await team()).toMatchObject({
      state: 'proposed',
      leads: [],
      invited: [{ person: personRef('A') }, { person: personRef('B') }],
      due: TUESDAY + days(14),
    });
    const asked = { kind: 'lead-invitation', tenant: TENANT, team: 'C1' };
    expect(messages()).toEqual(['1.0', '1.1'].map((invitation) => ({ ...asked, invitation })));
    expect(ports.queue.messages('jobs')).toEqual([]);
  });

  test('starts with the first who accepts; the others stay asked', async () => {
    const { accept, team, ports, messages } = await proposed();
    expect(await accept('B')).toMatchObject({ ok: true });
    expect(await team()).toMatchObject({
      state: 'settling',
      leads: [personRef('B')],
      invited: [{ person: personRef('A') }],
      due: TUESDAY,
    });
    expect((await ports.people.find(personRef('B')))?.leads).toEqual(['C1']);
    expect(ports.queue.messages('jobs').map(({ body }) => JSON.parse(body).kind)).toEqual(['team']);
    expect(messages()).toHaveLength(2);
  });

  test('is started at once by who proposes themselves, and still asks the others', async () => {
    const { team, messages } = await proposed(['LEAD', 'A']);
    expect(await team()).toMatchObject({
      state: 'settling',
      leads: [personRef('LEAD')],
      invited: [{ person: personRef('A'), by: personRef('LEAD') }],
    });
    expect(messages()).toMatchObject([{ kind: 'lead-invitation' }]);
  });

  test('lapses, and frees its channel; who proposed it is told once', async () => {
    const { lapse, team, messages, ports, submit, accept } = await proposed();
    ports.clock.advance(days(14));
    await lapse(present(await team(), 'team'));
    expect(await team()).toMatchObject({ state: 'ended', due: undefined, invited: undefined });
    expect(messages().slice(2)).toEqual([
      { kind: 'proposal-over', tenant: TENANT, team: 'C1', version: 2, why: 'lapsed' },
    ]);
    expect(await accept('A')).toEqual(refused({ code: 'proposal-over' }));
    expect(await submit({ nonce: 'n2' })).toMatchObject({
      ok: true,
      value: { state: 'settling', version: 3 },
    });
    expect((await team())?.forgetAt).toBeUndefined();
  });
});

describe('accepting', () => {
  test('again is the same, also twice at once', async () => {
    const { accept, team, ports } = await proposed();
    const said = await Promise.all([accept('A'), accept('A'), accept('A')]);
    expect(said.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(await accept('A')).toMatchObject({ ok: true });
    expect(await team()).toMatchObject({ leads: [personRef('A')], version: 2 });
    expect(ports.queue.messages('jobs')).toHaveLength(1);
  });

  test('by two at once makes both lead', async () => {
    const { accept, team } = await proposed();
    await Promise.all([accept('A'), accept('B')]);
    const stored = await team();
    expect([...(stored?.leads ?? [])].sort()).toEqual([personRef('A'), personRef('B')]);
    expect(stored?.invited).toBeUndefined();
  });

  test('and saying no at once leave one of the two', async () => {
    const { accept, decline, team } = await proposed(['A']);
    const [yes, no] = await Promise.all([accept('A'), decline('A')]);
    const leads = (await team())?.leads.length;
    expect([yes.ok, no.ok, leads]).toEqual(leads === 1 ? [true, false, 1] : [false, true, 0]);
  });

  test('is told to a team that has its promise, in its log and in its channel', async () => {
    const { accept, team, ports, messages } = await proposed(['LEAD', 'A']);
    const stored = present(await team(), 'team');
    await ports.teams.save({
      ...stored,
      version: stored.version + 1,
      state: 'active',
      promised: true,
      nextOpening: {
        number: 1,
        local: { year: 2026, month: 12, day: 3, hour: 12, minute: 0 },
        instant: TUESDAY + days(2),
      },
    });
    await ports.people.join(personRef('A'), 'C1');
    expect(await accept('A')).toMatchObject({ ok: true });
    expect((await team())?.log).toMatchObject([
      { by: personRef('A'), what: [{ kind: 'lead-joined', people: [personRef('A')] }] },
    ]);
    expect(messages().at(-1)).toMatchObject({ kind: 'team-changed', team: 'C1' });
    expect((await ports.people.find(personRef('A')))?.team).toBeUndefined();
  });

  test.each<PersonKind>(['guest', 'channel-guest'])('is not for a %s', async (kind) => {
    const { accept, team } = await proposed();
    expect(await accept('A', kind)).toEqual(refused({ code: 'guest-cannot-lead' }));
    expect(await team()).toMatchObject({ state: 'proposed', version: 1 });
  });

  test('needs nothing of a further channel that others read, or nobody can', async () => {
    const { accept, team, ports, meet } = await proposed();
    const stored = present(await team(), 'team');
    const further = `${TENANT}:C9` as const;
    await ports.teams.save({ ...stored, version: stored.version + 1, alsoIn: [further] });
    expect(await accept('A')).toMatchObject({ ok: true });
    meet(HOME, ['LEAD', 'P1', 'P2', 'P3', 'P4', 'P5']);
    meet(further, ['B'], { shared: true });
    expect(await accept('B')).toEqual(refused({ code: 'lead-must-be-here' }));
    meet(further, ['B']);
    expect(await accept('B')).toMatchObject({ ok: true });
  });

  test('is for 14 days; then whoever leads can ask again', async () => {
    const { accept, ports, team } = await proposed(['LEAD', 'A']);
    ports.clock.advance(days(14) - 1);
    const before = await team();
    ports.clock.advance(1);
    expect(await accept('A')).toEqual(refused({ code: 'invitation-over' }));
    expect(await team()).toEqual(before);
  });

  test('is not for whoever was not named', async () => {
    const { accept } = await proposed();
    expect(await accept('P1')).toEqual(refused({ code: 'not-invited' }));
  });

  test('is for whoever is in the channel at that moment', async () => {
    const { accept, meet } = await proposed();
    meet(HOME, ['LEAD', 'B', 'P1', 'P2', 'P3', 'P4', 'P5']);
    expect(await accept('A')).toEqual(refused({ code: 'lead-must-be-here' }));
    meet(HOME, PEOPLE);
    expect(await accept('A')).toMatchObject({ ok: true });
  });

  test.each([
    ['channel-shared', { shared: true }],
    ['channel-public', { visibility: 'public' }],
    ['channel-archived', { archived: true }],
  ] as const)('asks again whether the channel is fit: %s', async (code, differing) => {
    const { accept, meet, team } = await proposed();
    meet(HOME, PEOPLE, differing);
    expect(await accept('A')).toEqual(refused({ code }));
    expect(await team()).toMatchObject({ version: 1 });
  });
});

describe('saying no', () => {
  test('drops one without a word', async () => {
    const { decline, team, messages } = await proposed();
    expect(await decline('A')).toMatchObject({ ok: true });
    expect(await decline('A')).toMatchObject({ ok: true });
    expect(await team()).toMatchObject({
      state: 'proposed',
      invited: [{ person: personRef('B') }],
      version: 2,
    });
    expect(messages()).toHaveLength(2);
  });

  test('by everybody ends the proposal, and who made it is told', async () => {
    const { decline, team, messages } = await proposed();
    await Promise.all([decline('A'), decline('B')]);
    expect(await team()).toMatchObject({ state: 'ended', due: undefined });
    expect(messages().slice(2)).toMatchObject([{ kind: 'proposal-over', why: 'declined' }]);
    expect(await decline('A')).toEqual(refused({ code: 'proposal-over' }));
  });

  test('is too late for who leads', async () => {
    const { accept, decline } = await proposed();
    await accept('A');
    expect(await decline('A')).toEqual(refused({ code: 'leads-already' }));
  });

  test('leaves a team alone that has a lead', async () => {
    const { decline, team, messages } = await proposed(['LEAD', 'A']);
    await decline('A');
    expect(await team()).toMatchObject({ state: 'settling', leads: [personRef('LEAD')], invited: undefined });
    expect(messages()).toHaveLength(1);
  });
});

describe('nobody leads more than two teams without an admin', () => {
  const leadingTwo = async () => {
    const world = await proposed();
    await world.ports.people.remember([aProfile('A'), aProfile('LEAD')]);
    for (const id of ['C7', 'C8']) {
      const home = `${TENANT}:${id}` as const;
      world.meet(home, PEOPLE);
      await world.setUpTeam({
        nonce: id,
        person: aPerson('A'),
        home,
        values: setUpValues({ leads: [personRef('A')] }),
      });
    }
    return world;
  };

  test('by accepting', async () => {
    const { accept, team, ports } = await leadingTwo();
    expect(await accept('A')).toEqual(refused({ code: 'leads-enough' }));
    expect(await team()).toMatchObject({ state: 'proposed', leads: [] });
    expect((await team())?.invited).toHaveLength(2);
    expect((await ports.people.find(personRef('A')))?.leads).toEqual(['C7', 'C8']);
  });

  test('by proposing themselves', async () => {
    const { setUpTeam, meet, ports } = await leadingTwo();
    meet(ELSEWHERE, PEOPLE);
    const third = { nonce: 'n9', person: aPerson('A'), home: ELSEWHERE };
    const values = setUpValues({ leads: [personRef('A')] });
    expect(await setUpTeam({ ...third, values })).toEqual({ ok: false, refusal: { code: 'leads-enough' } });
    expect(await ports.teams.find(TENANT, 'C2')).toBeUndefined();
    expect(await ports.channels.find(ELSEWHERE)).toBeUndefined();
  });

  test.each([
    ['proposed it', 'LEAD'],
    ['accepts', 'A'],
  ])('unless an admin %s', async (_, admin) => {
    const { accept, appoint } = await leadingTwo();
    await appoint([admin]);
    expect(await accept('A')).toMatchObject({ ok: true });
  });

  test('nor if somebody who is no admin invites them to a team that an admin set up', async () => {
    const { accept, appoint, team, ports } = await leadingTwo();
    await appoint(['LEAD']);
    const stored = present(await team(), 'team');
    const invited = [anInvitation('A', { by: personRef('B'), until: TUESDAY + days(14) })];
    await ports.teams.save({ ...stored, version: stored.version + 1, invited });
    expect(await accept('A')).toEqual(refused({ code: 'leads-enough' }));
  });

  test.each<PersonKind>(['guest', 'deactivated'])(
    'nor if who invited them was an admin and is a %s',
    async (kind) => {
      const { accept, appoint, ports } = await leadingTwo();
      await appoint(['LEAD']);
      await ports.people.remember([aProfile('LEAD', { kind })]);
      expect(await accept('A')).toEqual(refused({ code: 'leads-enough' }));
    },
  );

  test('and a team that is gone does not count', async () => {
    const { accept, ports } = await leadingTwo();
    await ports.teams.remove(TENANT, 'C7');
    expect(await accept('A')).toMatchObject({ ok: true });
    expect((await ports.people.find(personRef('A')))?.leads).toEqual(['C1', 'C8']);
  });

  test('however many they accept at once', async () => {
    const world = makeSetUpWorld();
    const ids = ['C1', 'C2', 'C3', 'C4', 'C5'];
    for (const id of ids) {
      const home = `${TENANT}:${id}` as const;
      world.meet(home, PEOPLE);
      await world.setUpTeam({
        nonce: id,
        person: aPerson('LEAD'),
        home,
        values: setUpValues({ leads: [personRef('A')] }),
      });
    }
    await world.ports.people.remember([aProfile('A')]);
    const said = await Promise.all(ids.map((team) => world.acceptLead({ person: aPerson('A'), team })));
    expect(said.filter(({ ok }) => ok)).toHaveLength(2);
    const teams = await Promise.all(ids.map((id) => world.team(id)));
    expect(teams.filter((team) => team?.leads.length === 1)).toHaveLength(2);
    expect((await world.ports.people.find(personRef('A')))?.leads).toHaveLength(2);
  });
});
