import { describe, expect, test } from '@jest/globals';
import { plain } from '../../../src/chat/text.ts';
import type { Channel } from '../../../src/ports/directory.ts';
import { aChannel, aTeam, HOME, NEXT, OPENS, personRef, TENANT } from '../../support/builders.ts';
import { ELSEWHERE } from '../../support/set-up-world.ts';
import {
  haveTeam,
  makeMemoryPorts,
  makeProduct,
  populate,
  workUntilQuiet,
} from '../../support/memory-world.ts';

const JOB = { kind: 'team', tenant: TENANT, id: 'C1', due: OPENS } as const;
const LEAD = personRef('LEAD');

const makeWorld = async (home: Partial<Channel> = {}, elsewhere: Partial<Channel> = {}) => {
  const ports = makeMemoryPorts(OPENS);
  const people = populate(ports, 6);
  const members = [...people, LEAD];
  ports.directory.setChannel(aChannel(home), members);
  ports.directory.setChannel(aChannel({ conversation: ELSEWHERE, ...elsewhere }), members);
  await haveTeam(ports, aTeam({ way: 'talk', alsoIn: [ELSEWHERE] }));
  const product = makeProduct(ports);
  await product.runJob(JOB);
  await workUntilQuiet(product);
  return {
    team: await ports.teams.find(TENANT, 'C1'),
    said: ports.gateway.posted().map(({ to, card }) => [to, plain(card.title)]),
  };
};

describe('a team that only talks', () => {
  test('gets its questions in all its channels, at its date', async () => {
    const { said, team } = await makeWorld();
    expect(said).toEqual([
      [HOME, 'Fragen für euer Gespräch'],
      [ELSEWHERE, 'Fragen für euer Gespräch'],
    ]);
    expect(team).toMatchObject({ talk: { number: 1 }, nextOpening: { number: 2, instant: NEXT } });
  });

  test.each<[string, Partial<Channel>]>([
    ['Der Kanal von #team-nord ist mit einer anderen Organisation geteilt', { shared: true }],
    ['Der Kanal von #team-nord ist jetzt öffentlich', { visibility: 'public' }],
    ['Der Kanal von #team-nord ist archiviert', { archived: true }],
  ])('gets none where others could read along, and its leads know: %s', async (title, home) => {
    const { said, team } = await makeWorld(home);
    expect(said).toEqual([[LEAD, expect.stringContaining(title)]]);
    expect(team).toMatchObject({ nextOpening: { number: 2, instant: NEXT } });
    expect(team?.talk).toBeUndefined();
  });

  test('is told once of a further channel that is left out', async () => {
    const { said, team } = await makeWorld({}, { shared: true });
    expect(said.map(([to]) => to)).toEqual([HOME, LEAD]);
    expect(team).toMatchObject({ unfit: [ELSEWHERE], talk: { number: 1 } });
  });
});
