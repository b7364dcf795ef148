import { describe, expect, test } from '@jest/globals';
import type { Team } from '../../../src/team/team.ts';
import { aChannel, aProfile, aReleasedTenant, aTeam, OPENS, personRef } from '../../support/builders.ts';
import { haveTeam, makeMemoryPorts, makeProduct, populate, workMinutes } from '../../support/memory-world.ts';
import { cardLines } from '../../support/said.ts';

const ADMINS = ['BOSS', 'SECOND', 'GUEST'].map(personRef);

/** A team on the day of its round, with three who are named as admins; one of them is a guest by now. */
const makeWorld = async (team: Partial<Team>, profiles: readonly string[] = []) => {
  const ports = makeMemoryPorts(OPENS, aReleasedTenant({ admins: ADMINS }));
  populate(
    ports,
    6,
    profiles.map((id) => aProfile(id)),
  );
  ports.directory.setPerson(aProfile('BOSS', { language: 'en' }));
  ports.directory.setPerson(aProfile('SECOND'));
  ports.directory.setPerson(aProfile('GUEST', { kind: 'guest' }));
  await haveTeam(ports, aTeam(team));
  const work = async () => {
    await workMinutes(makeProduct(ports), 2);
    return ports.gateway.posted().map(({ to, card }) => ({ to, lines: cardLines(card) }));
  };
  return { ports, work };
};

describe('a round that does not open', () => {
  test('is told to the admins where nobody leads the team', async () => {
    const { ports, work } = await makeWorld({ leads: [] });
    ports.directory.setChannel(aChannel({ archived: true }), []);
    const told = await work();
    expect(told.map(({ to }) => to)).toEqual(['BOSS', 'SECOND'].map(personRef));
    expect(told[0]?.lines).toEqual([
      'The channel of #team-nord is archived, so this round does not open.',
      'Set the team up in another channel, or bring this one back. I look again on Thu 17 Dec, 12:07.',
      'You get this as an admin: nobody leads the team at present.',
    ]);
    expect(told[1]?.lines).toEqual([
      'Der Kanal von #team-nord ist archiviert, deshalb öffnet diese Runde nicht.',
      'Richte das Team in einem anderen Kanal ein oder hol diesen zurück. Am Do, 17.12., 12:07 schaue ich wieder nach.',
      'Das bekommst du als Admin: Zurzeit leitet niemand das Team.',
    ]);
  });

  test('is told to them as well where the channel cannot be read, and to an admin who leads it once', async () => {
    const { ports, work } = await makeWorld({ leads: ['LEAD', 'SECOND'].map(personRef) });
    ports.directory.removeChannel(aChannel().conversation);
    const told = await work();
    expect(told.map(({ to }) => to).sort()).toEqual(['BOSS', 'LEAD', 'SECOND'].map(personRef));
    expect(told.find(({ to }) => to === personRef('BOSS'))?.lines.at(-1)).toBe(
      'You get this as an admin. Its leads know as well.',
    );
    expect(told.find(({ to }) => to === personRef('SECOND'))?.lines).toHaveLength(2);
  });

  test('is not told to them where somebody leads the team and can mend it', async () => {
    const { ports, work } = await makeWorld({});
    ports.directory.setChannel(aChannel({ archived: true }), []);
    expect((await work()).map(({ to }) => to)).toEqual([personRef('LEAD')]);
  });

  test('is told by a message that names nobody', async () => {
    const { ports } = await makeWorld({ leads: [] });
    ports.directory.setChannel(aChannel({ shared: true }), []);
    await makeProduct(ports).runJob({ kind: 'team', tenant: 'slack:T1', id: 'C1', due: OPENS });
    const bodies = ports.queue.messages('messages').map(({ body }) => body);
    expect(bodies.join()).toContain('admin-notice');
    expect(ADMINS.filter((admin) => bodies.join().includes(admin))).toEqual([]);
  });
});
