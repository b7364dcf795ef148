import { describe, expect, test } from '@jest/globals';
import { inTenant } from '../../../src/chat/identity.ts';
import { makeFreePeople } from '../../../src/pulse/roster/free-people.ts';
import { makeClaimChannels } from '../../../src/team/set-up/claim-channels.ts';
import { makeClosesAt } from '../../../src/team/course/closes-at.ts';
import { makeDisbandTeam } from '../../../src/team/course/disband-team.ts';
import { makeLapseProposal } from '../../../src/team/set-up/lapse-proposal.ts';
import { channelsOf } from '../../../src/team/team.ts';
import type { Team } from '../../../src/team/team.ts';
import { days, minutes } from '../../../src/shared/time.ts';
import { makeDispatch } from '../../../src/work/dispatch.ts';
import { aTeam, HOME, OPENS, TENANT } from '../../support/builders.ts';
import { makeMemoryPorts } from '../../support/memory-world.ts';

const ALSO = inTenant(TENANT, 'C2');

/** A team in two channels that it has claimed. */
const world = async (differing: Partial<Team>) => {
  const ports = makeMemoryPorts(OPENS);
  const team = aTeam({ ...differing, alsoIn: [ALSO], currentRound: undefined });
  await makeClaimChannels(ports)({ tenant: TENANT, team: team.id, command: 'founds' }, channelsOf(team));
  await ports.teams.create(team);
  const claims = async () => Promise.all([HOME, ALSO].map((channel) => ports.channels.find(channel)));
  return { ports, team, claims };
};

describe('the claims of a team that is over', () => {
  test('are forgotten with it', async () => {
    const { ports, team, claims } = await world({ state: 'ended', due: OPENS });
    const cases = { ...ports, freePeople: makeFreePeople(ports), closesAt: makeClosesAt(ports) };
    await makeDisbandTeam(cases)(team);
    ports.clock.set(OPENS + days(729));
    expect(await claims()).toEqual([
      expect.objectContaining({ team: 'C1' }),
      expect.objectContaining({ team: 'C1' }),
    ]);
    ports.clock.set(OPENS + days(730));
    expect(await claims()).toEqual([undefined, undefined]);
  });

  test('are forgotten with a proposal that came to nothing', async () => {
    const { ports, team, claims } = await world({ state: 'proposed', leads: [] });
    await makeLapseProposal({ ...ports, dispatch: makeDispatch(ports) })(team);
    ports.clock.set(OPENS + days(30));
    expect(await claims()).toEqual([undefined, undefined]);
  });

  test('stay if somebody else has them by then', async () => {
    const { ports, team, claims } = await world({ state: 'proposed', leads: [] });
    const dispatch = makeDispatch(ports);
    const claim = makeClaimChannels(ports);
    // Set up anew right after the proposal was over, before its claims got their date.
    const save = async (over: Team): Promise<void> => {
      await ports.teams.save(over);
      ports.clock.advance(minutes(20));
      await claim({ tenant: TENANT, team: 'C1', command: 'anew' }, [HOME]);
    };
    await makeLapseProposal({ ...ports, teams: { ...ports.teams, save }, dispatch })(team);
    ports.clock.set(OPENS + days(1000));
    expect(await claims()).toEqual([expect.objectContaining({ command: 'anew' }), undefined]);
  });

  test('say to five minutes when they were made, and never too early', async () => {
    const { ports } = await world({});
    ports.clock.set(minutes(5_000_000) + 1);
    await makeClaimChannels(ports)({ tenant: TENANT, team: 'C9', command: 'x' }, ['slack:T1:C9']);
    expect((await ports.channels.find('slack:T1:C9'))?.since).toBe(minutes(5_000_005));
  });
});
