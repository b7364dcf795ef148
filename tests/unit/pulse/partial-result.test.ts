import { describe, expect, test } from '@jest/globals';
import { inTenant } from '../../../src/chat/identity.ts';
import { aChannel, aProfile, aTeam, CLOSES, HOME, personRef, TENANT } from '../../support/builders.ts';
import { workMinutes } from '../../support/memory-world.ts';
import { formOf, openRound } from '../../support/open-round.ts';
import { cardLines, replyLines } from '../../support/said.ts';

const ELSEWHERE = inTenant(TENANT, 'C2');

/** The home became public before the close; the further channel did not. */
const closedWithPublicHome = async () => {
  const world = await openRound(6, { team: aTeam({ alsoIn: [ELSEWHERE] }) });
  const { ports, product, asked, answer } = world;
  ports.directory.setChannel(aChannel({ conversation: ELSEWHERE, name: 'zwei' }), asked);
  for (const person of asked) await answer(person, formOf([1, 4, 5], 'geheim'));
  ports.directory.setPerson(aProfile('NEW'));
  ports.directory.setChannel(aChannel({ visibility: 'public' }), [
    ...asked,
    personRef('LEAD'),
    personRef('NEW'),
  ]);
  ports.clock.set(CLOSES);
  await workMinutes(product, 5);
  return world;
};

describe('a result that stands in a further channel alone', () => {
  test('is read by nobody for standing in the home where others read along', async () => {
    const { product } = await closedWithPublicHome();
    const ask = async (name: string, text: string) =>
      replyLines(
        await product.desk.handle({
          kind: 'typed',
          actor: { tenant: TENANT, person: personRef(name), outsider: false },
          conversation: HOME,
          text,
        }),
      );
    expect(await ask('NEW', 'puls ergebnis')).toEqual(['card', 'Dieses Ergebnis gehört einem anderen Team.']);
    expect((await ask('P1', 'puls ergebnis')).join(' ')).toContain('6 Antworten.');
    expect((await ask('LEAD', 'puls ergebnis')).join(' ')).toContain('6 Antworten.');
    const comments = await product.desk.handle({
      kind: 'pressed',
      actor: { tenant: TENANT, person: personRef('NEW'), outsider: false },
      conversation: HOME,
      intent: { kind: 'comments', round: 'C1-1', page: 0 },
    });
    expect(JSON.stringify(comments)).not.toContain('geheim');
  });

  test.each([
    ['de', 'nicht in den ersten Kanal stellen.', 'In einem weiteren Kanal des Teams steht es.'],
    ['en', 'in its first channel.', 'It stands in another channel of the team.'],
  ] as const)('its leads are told so (%s)', async (language, title, text) => {
    const { ports, product } = await closedWithPublicHome();
    const told = () =>
      ports.gateway
        .posted()
        .filter(({ to }) => to === personRef('LEAD'))
        .flatMap(({ card }) => cardLines(card))
        .join(' ');
    expect(told()).toContain('nicht in den ersten Kanal stellen.');
    expect(told()).not.toContain('niemand');
    await ports.people.prefer(personRef('LEAD'), { language });
    await product.deliver({
      kind: 'team-notice',
      tenant: TENANT,
      team: 'C1',
      lead: 0,
      round: 99,
      notice: 'result-not-at-home',
    });
    expect(told()).toContain(title);
    expect(told()).toContain(text);
  });
});
