import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { inTenant } from '../../../src/chat/identity.ts';
import { minutes } from '../../../src/shared/time.ts';
import { makeClaimChannels } from '../../../src/team/set-up/claim-channels.ts';
import { makeTeamIn } from '../../../src/team/team-in.ts';
import { channelsOf } from '../../../src/team/team.ts';
import { aPerson, aTeam, HOME, personRef, TENANT } from '../../support/builders.ts';
import { makeMemoryPorts } from '../../support/memory-world.ts';
import { ELSEWHERE, makeSetUpWorld, setUpValues, TUESDAY } from '../../support/set-up-world.ts';

const channel = (id: string) => inTenant(TENANT, id);
const claimant = (team: string, command = `founds ${team}`) => ({ tenant: TENANT, team, command });

const makeWorld = () => {
  const ports = makeMemoryPorts(TUESDAY);
  return { ports, claim: makeClaimChannels(ports), teamIn: makeTeamIn(ports) };
};

describe('claiming channels', () => {
  test('gives all of them or none', async () => {
    const { ports, claim } = makeWorld();
    expect(await claim(claimant('A'), [channel('A'), channel('X')])).toEqual({ ok: true, value: undefined });
    expect(await claim(claimant('B'), [channel('B'), channel('X')])).toEqual({
      ok: false,
      refusal: { code: 'channel-taken', channel: channel('X') },
    });
    expect(await ports.channels.find(channel('B'))).toBeUndefined();
  });

  test('by the same command again is the same', async () => {
    const { claim } = makeWorld();
    await claim(claimant('A'), [channel('A')]);
    expect(await claim(claimant('A'), [channel('A')])).toMatchObject({ ok: true });
    expect(await claim(claimant('A', 'another form'), [channel('A')])).toMatchObject({ ok: false });
  });

  test('goes to the next after ten minutes, when no team came', async () => {
    const { ports, claim } = makeWorld();
    await claim(claimant('A'), [channel('A'), channel('X')]);
    ports.clock.advance(minutes(10) - 1);
    expect(await claim(claimant('B'), [channel('X')])).toMatchObject({ ok: false });
    ports.clock.advance(1);
    expect(await claim(claimant('B'), [channel('X')])).toMatchObject({ ok: true });
  });

  test('never goes to another while a team has it, and at once when that has ended', async () => {
    const { ports, claim } = makeWorld();
    await claim(claimant('A'), [channel('A'), channel('X')]);
    const team = aTeam({ id: 'A', home: channel('A'), alsoIn: [channel('X')] });
    await ports.teams.create({ ...team, history: [{ command: 'founds A', what: 'set up' }] });
    ports.clock.advance(minutes(1000));
    expect(await claim(claimant('B'), [channel('X')])).toMatchObject({ ok: false });
    const stored = await ports.teams.find(TENANT, 'A');
    if (stored !== undefined) {
      const more = [...stored.history, { command: 'end', what: 'ended' }];
      await ports.teams.save({ ...stored, history: more, version: 2, state: 'ended', due: undefined });
    }
    expect(await claim(claimant('B'), [channel('X')])).toMatchObject({ ok: true });
  });
});

describe('the team of a channel', () => {
  test('is found from each of its channels', async () => {
    const { ports, claim, teamIn } = makeWorld();
    await claim(claimant('C1'), [HOME, ELSEWHERE]);
    await ports.teams.create(aTeam({ alsoIn: [ELSEWHERE] }));
    expect((await teamIn(TENANT, HOME))?.id).toBe('C1');
    expect((await teamIn(TENANT, ELSEWHERE))?.id).toBe('C1');
    expect(await teamIn(TENANT, channel('C3'))).toBeUndefined();
  });

  test('is not one that only claimed it', async () => {
    const { ports, claim, teamIn } = makeWorld();
    await claim(claimant('C1'), [HOME, ELSEWHERE]);
    await ports.teams.create(aTeam());
    expect(await teamIn(TENANT, ELSEWHERE)).toBeUndefined();
  });
});

/** Everything at once, in whatever order the storage takes it. */
describe('several teams at once', () => {
  const ids = ['C1', 'C2', 'C3', 'C4'];
  const PEOPLE = ['LEAD', 'P1', 'P2', 'P3', 'P4', 'P5'];
  const team = fc.record({
    home: fc.constantFrom(...ids),
    further: fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 3 }),
    by: fc.constantFrom('LEAD', 'P1'),
  });

  test('never share a channel, and whoever is refused leaves nothing behind', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(team, { minLength: 2, maxLength: 5 }),
        fc.scheduler(),
        async (wanted, scheduler) => {
          const world = makeSetUpWorld((_, apply) => scheduler.schedule(Promise.resolve()).then(apply));
          for (const id of ids) world.meet(channel(id), PEOPLE);
          const said = wanted.map(({ home, further, by }, index) =>
            world.setUpTeam({
              nonce: `n${index}`,
              person: aPerson(by),
              home: channel(home),
              // Invited, so that the limit of two teams plays no part.
              values: setUpValues({ leads: [personRef('P5')], channels: further.map(channel) }),
            }),
          );
          await scheduler.waitFor(Promise.all(said));
          const outcomes = await Promise.all(said);
          const stored = await Promise.all(ids.map((id) => world.ports.teams.find(TENANT, id)));
          const held = stored.flatMap((one) => (one === undefined ? [] : channelsOf(one)));
          expect(new Set(held).size).toBe(held.length);
          expect(stored.filter((one) => one !== undefined)).toHaveLength(
            outcomes.filter(({ ok }) => ok).length,
          );
          for (const id of ids) {
            const claim = await world.ports.channels.find(channel(id));
            expect(claim !== undefined).toBe(held.includes(channel(id)));
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
