import { describe, expect, test } from '@jest/globals';
import type { Channel } from '../../../src/ports/directory.ts';
import { days } from '../../../src/shared/time.ts';
import type { Instant } from '../../../src/shared/time.ts';
import { channelsLeftOut } from '../../../src/team/notices/notices.ts';
import type { Team } from '../../../src/team/team.ts';
import { aChannel, aProfile, aTeam, HOME, NEXT, OPENS, personRef, TENANT } from '../../support/builders.ts';
import { haveTeam, makeMemoryPorts, makeProduct, populate, workMinutes } from '../../support/memory-world.ts';
import type { MemoryPorts } from '../../support/memory-world.ts';
import { formOf, openRound, playOut } from '../../support/open-round.ts';
import { cardLines } from '../../support/said.ts';
import { ELSEWHERE } from '../../support/set-up-world.ts';

const TOLD = 'Bei #team-nord lasse ich … aus.';

const AWRY: readonly (readonly [string, Partial<Channel>])[] = [
  ['shared', { shared: true }],
  ['public', { visibility: 'public' }],
  ['archived', { archived: true }],
];

const makeElsewhere = (ports: MemoryPorts) => {
  ports.directory.setPerson(aProfile('OUT'));
  const elsewhere = (differing: Partial<Channel> = {}) =>
    ports.directory.setChannel(aChannel({ conversation: ELSEWHERE, ...differing }), [personRef('OUT')]);
  /** What the lead has read about it once what is due at this moment is done. */
  const told = async (at: Instant): Promise<readonly string[]> => {
    ports.clock.set(at);
    await workMinutes(makeProduct(ports), 3);
    const read = ports.gateway.posted().filter(({ to }) => to === personRef('LEAD'));
    return read.flatMap(({ card }) => cardLines(card)).filter((line) => line === TOLD);
  };
  return { elsewhere, told, team: () => ports.teams.find(TENANT, 'C1') };
};

/** A team at home and elsewhere, whose first date has come. */
const atItsFirstDate = async (elsewhere: Partial<Channel> | undefined, team: Partial<Team> = {}) => {
  const ports = makeMemoryPorts(OPENS);
  populate(ports, 6);
  const world = makeElsewhere(ports);
  if (elsewhere !== undefined) world.elsewhere(elsewhere);
  await haveTeam(ports, aTeam({ alsoIn: [ELSEWHERE], ...team }));
  return world;
};

/** A team that is elsewhere as well since its first round. */
const afterItsFirstRound = async () => {
  const round = await openRound(6);
  for (const person of round.asked) await round.answer(person, formOf([1, 3, 5]));
  await playOut(round);
  const world = makeElsewhere(round.ports);
  world.elsewhere();
  const team = await round.team();
  if (team !== undefined) {
    await round.ports.teams.save({ ...team, version: team.version + 1, alsoIn: [ELSEWHERE] });
  }
  return world;
};

describe('a further channel', () => {
  test.each(AWRY)('that is %s is told to the leads when a round opens without it', async (_, differing) => {
    const { told, team } = await atItsFirstDate(differing);
    expect(await told(OPENS)).toEqual([TOLD]);
    expect(await team()).toMatchObject({ currentRound: 'C1-1', unfit: [ELSEWHERE] });
  });

  test('that cannot be read is told as well', async () => {
    const { told } = await atItsFirstDate(undefined);
    expect(await told(OPENS)).toEqual([TOLD]);
  });

  test('that is fit is not told', async () => {
    const { told, team } = await atItsFirstDate({});
    expect(await told(OPENS)).toEqual([]);
    expect(await team()).toMatchObject({ currentRound: 'C1-1', unfit: undefined });
  });

  test('is told to a team that is set up while it went wrong, beside its promise', async () => {
    const settling = { state: 'settling', promised: undefined, nextOpening: undefined, due: OPENS } as const;
    const { told, team } = await atItsFirstDate({ shared: true }, settling);
    expect(await told(OPENS)).toEqual([TOLD]);
    expect(await team()).toMatchObject({ state: 'active', unfit: [ELSEWHERE] });
  });

  test('is told a day before a round, while there is time to mend it, and not again at its opening', async () => {
    const { elsewhere, told, team } = await afterItsFirstRound();
    elsewhere({ shared: true });
    expect(await told(NEXT - days(1))).toEqual([TOLD]);
    expect(await told(NEXT)).toEqual([TOLD]);
    expect(await team()).toMatchObject({ currentRound: 'C1-2', unfit: [ELSEWHERE] });
  });

  test('that was mended counts again', async () => {
    const { elsewhere, told, team } = await afterItsFirstRound();
    elsewhere({ shared: true });
    await told(NEXT - days(1));
    elsewhere();
    await told(NEXT);
    expect(await team()).toMatchObject({ currentRound: 'C1-2', unfit: undefined });
  });

  test.each<[string, Team['unfit'], Team['unfit'] & {}, number]>([
    ['once', undefined, [ELSEWHERE], 2],
    ['not again while it stays so', [ELSEWHERE], [ELSEWHERE], 0],
    ['with another one', [ELSEWHERE], [ELSEWHERE, HOME], 2],
    ['not again because of another one that was mended', [ELSEWHERE, HOME], [ELSEWHERE], 0],
    ['not when it was mended', [ELSEWHERE], [], 0],
  ])('is told to each lead %s', (_, before, now, messages) => {
    const team = aTeam({ leads: ['LEAD', 'P1'].map(personRef), unfit: before });
    const left = channelsLeftOut(team, now);
    expect(left.messages).toHaveLength(messages);
    expect(left.noted.unfit ?? []).toEqual(now);
  });
});
