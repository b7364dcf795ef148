import { describe, expect, test } from '@jest/globals';
import { inTenant } from '../../../src/chat/identity.ts';
import type { SetUpRefusal } from '../../../src/team/refusals.ts';
import { PortError } from '../../../src/shared/errors.ts';
import { aPerson, aProfile, aTeam, HOME, personRef, TENANT } from '../../support/builders.ts';
import { makeRecorder } from '../../support/intercept.ts';
import type { Around } from '../../support/intercept.ts';
import { haveTeam } from '../../support/memory-world.ts';
import { ELSEWHERE, makeSetUpWorld, setUpValues } from '../../support/set-up-world.ts';

const SIX = ['LEAD', 'P1', 'P2', 'P3', 'P4', 'P5'];

const refused = (refusal: SetUpRefusal) => ({ ok: false, refusal });

describe('the preview', () => {
  test('counts readers and who will be asked, and names the first date, without writing anything', async () => {
    const { around, calls } = makeRecorder();
    const { ports, preview, meet } = makeSetUpWorld(around);
    meet(HOME, [...SIX, 'BOT', 'GUEST', 'CHANNELGUEST', 'GONE', 'OUT']);
    ports.directory.setPerson(aProfile('BOT', { kind: 'bot' }));
    ports.directory.setPerson(aProfile('GUEST', { kind: 'guest' }));
    ports.directory.setPerson(aProfile('CHANNELGUEST', { kind: 'channel-guest' }));
    ports.directory.setPerson(aProfile('GONE', { kind: 'deactivated' }));
    ports.directory.setPerson(aProfile('OUT', { kind: 'outsider' }));
    expect(await preview()).toMatchObject({
      ok: true,
      value: {
        counts: { readers: { n: 8, exact: true }, asked: { n: 6, exact: true } },
        team: {
          leads: [personRef('LEAD')],
          readers: 8,
          nextOpening: { number: 1, instant: expect.any(Number) },
        },
      },
    });
    expect(
      calls.filter((name) => !/\.(find|findMany|glance|channel|members|person|people)$/u.test(name)),
    ).toEqual([]);
  });

  test('names the date that the job plans when it comes a minute later', async () => {
    const { preview, meet } = makeSetUpWorld();
    meet(HOME, SIX);
    const said = await preview();
    expect(said.ok && said.value.team.nextOpening?.instant).toBe(Date.parse('2026-12-03T11:00:00Z'));
  });

  test('asks neither whom it invites to lead nor people of another team', async () => {
    const { ports, preview, meet } = makeSetUpWorld();
    meet(HOME, [...SIX, 'P6', 'P7']);
    await ports.people.remember([aProfile('P7')]);
    await ports.people.join(personRef('P7'), 'C9');
    const leads = [personRef('LEAD'), personRef('P6')];
    expect(await preview(setUpValues({ leads }))).toMatchObject({
      value: { counts: { readers: { n: 8 }, asked: { n: 5 } } },
    });
  });

  test('counts everybody once who is in several channels', async () => {
    const { preview, meet } = makeSetUpWorld();
    meet(HOME, ['LEAD', 'P1', 'P2', 'P3']);
    meet(ELSEWHERE, ['LEAD', 'P3', 'P4', 'P5', 'P6']);
    expect(await preview(setUpValues({ channels: [ELSEWHERE, HOME] }))).toMatchObject({
      value: { counts: { readers: { n: 7 }, asked: { n: 6 } }, team: { alsoIn: [ELSEWHERE], readers: 7 } },
    });
  });

  test.each([0, 1, 4])('says before anything is made that %i are too few', async (others) => {
    const { preview, meet, submit, team } = makeSetUpWorld();
    meet(HOME, SIX.slice(0, 1 + others));
    expect(await preview()).toMatchObject({ ok: true, value: { tooFew: others } });
    expect(await submit()).toEqual(refused({ code: 'too-few', n: others }));
    expect(await team()).toBeUndefined();
    expect(await submit({ way: 'talk' })).toMatchObject({ ok: true, value: { way: 'talk' } });
  });
});

describe('where not everybody is known in time', () => {
  const strangers = (around?: Around) => {
    const world = makeSetUpWorld(around);
    // More people than one page, and those of the channel on the last one.
    for (let index = 0; index < 250; index += 1) world.ports.directory.setPerson(aProfile(`X${index}`));
    world.meet(HOME, SIX);
    return world;
  };

  test('the numbers are said to be the most there can be', async () => {
    const { preview } = strangers();
    expect(await preview()).toMatchObject({
      value: { counts: { readers: { n: 6, exact: false }, asked: { n: 5, exact: false } } },
    });
  });

  test('one page is asked for and no more, also when that fails', async () => {
    const { around, calls } = makeRecorder();
    expect(await strangers(around).preview()).toMatchObject({ ok: true });
    expect(calls.filter((name) => name === 'directory.people')).toHaveLength(1);
    const slow: Around = async (name, apply) => {
      if (name === 'directory.people') throw new PortError('unreachable', 'timeout');
      return apply();
    };
    expect(await strangers(slow).preview()).toMatchObject({
      value: { counts: { asked: { n: 5, exact: false } } },
    });
  });

  test('a very large channel is not looked at one by one', async () => {
    const { around, calls } = makeRecorder();
    const { meet, preview } = makeSetUpWorld(around);
    meet(HOME, ['LEAD', ...Array.from({ length: 600 }, (_, index) => `P${index}`)]);
    expect(await preview()).toMatchObject({
      value: { counts: { readers: { n: 601, exact: false }, asked: { n: 600, exact: false } } },
    });
    expect(calls).not.toContain('directory.people');
  });
});

describe('a further channel is refused', () => {
  test.each([
    ['also-channel-shared', { shared: true }],
    ['also-channel-public', { visibility: 'public' }],
    ['also-channel-archived', { archived: true }],
  ] as const)('as %s', async (code, differing) => {
    const { preview, meet } = makeSetUpWorld();
    meet(HOME, SIX);
    meet(ELSEWHERE, SIX, differing);
    expect(await preview(setUpValues({ channels: [ELSEWHERE] }))).toEqual(refused({ code }));
  });

  test('that nobody let us into', async () => {
    const { preview, meet } = makeSetUpWorld();
    meet(HOME, SIX);
    expect(await preview(setUpValues({ channels: [ELSEWHERE] }))).toEqual(
      refused({ code: 'also-channel-unreadable' }),
    );
  });

  test('that the proposer is not in', async () => {
    const { preview, meet } = makeSetUpWorld();
    meet(HOME, SIX);
    meet(ELSEWHERE, ['P1', 'P2']);
    expect(await preview(setUpValues({ channels: [ELSEWHERE] }))).toEqual(
      refused({ code: 'also-not-in-channel' }),
    );
  });

  test('that is another team’s home, or one of its further channels', async () => {
    const { ports, preview, previewTeam, meet, submit } = makeSetUpWorld();
    meet(HOME, SIX);
    meet(ELSEWHERE, SIX);
    await haveTeam(ports, aTeam({ id: 'C2', home: ELSEWHERE, nextOpening: undefined }));
    const values = setUpValues({ channels: [ELSEWHERE] });
    expect(await preview(values)).toEqual(refused({ code: 'also-channel-taken' }));
    await ports.teams.remove(TENANT, 'C2');
    expect(await submit({ values })).toMatchObject({ ok: true });
    const third = inTenant(TENANT, 'C3');
    meet(third, SIX);
    expect(await previewTeam({ person: aPerson('LEAD'), home: third, values })).toEqual(
      refused({ code: 'also-channel-taken' }),
    );
  });

  test('and a team cannot be set up at home where it is one of another’s', async () => {
    const { meet, submit, maySetUp, setUpTeam } = makeSetUpWorld();
    meet(HOME, SIX);
    meet(ELSEWHERE, SIX);
    await submit({ values: setUpValues({ channels: [ELSEWHERE] }) });
    expect(await maySetUp(aPerson('P1'), ELSEWHERE)).toEqual(refused({ code: 'team-settling' }));
    const second = { nonce: 'n2', person: aPerson('P1'), home: ELSEWHERE };
    expect(await setUpTeam({ ...second, values: setUpValues({ leads: [personRef('P1')] }) })).toEqual(
      refused({ code: 'team-settling' }),
    );
  });
});
