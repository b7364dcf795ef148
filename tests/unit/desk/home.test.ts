import { describe, expect, test } from '@jest/globals';
import type { Actor, ConversationRef } from '../../../src/chat/identity.ts';
import { PortError } from '../../../src/shared/errors.ts';
import { aProfile, aTeam, CLOSES, HOME, OPENS, personRef, TENANT } from '../../support/builders.ts';
import { haveTeam, makeMemoryPorts, makeProduct, workUntilQuiet } from '../../support/memory-world.ts';
import { formOf, openRound } from '../../support/open-round.ts';
import { cardLines } from '../../support/said.ts';

const actor = (id: string): Actor => ({ tenant: TENANT, person: personRef(id), outsider: false });

const home = async (world: Awaited<ReturnType<typeof openRound>>, id: string): Promise<readonly string[]> =>
  cardLines(await world.product.desk.home(actor(id)));

/** Else the round would stay open for a week more. */
const everybodyAnswers = async (world: Awaited<ReturnType<typeof openRound>>): Promise<void> => {
  for (const id of ['P1', 'P2', 'P3', 'P4', 'P5']) await world.answer(personRef(id), formOf([4, 4, 4]));
};

describe('the home card', () => {
  test('offers to answer while a round is open, until when in one’s own clock', async () => {
    const world = await openRound(5);
    await world.ports.people.remember([aProfile('P1', { zone: 'America/New_York' })]);
    await world.ports.people.prefer(personRef('P1'), { language: 'en' });
    expect(await home(world, 'P1')).toEqual([
      'A round is open until Thu 10 Dec, 06:07.',
      'Three questions, under a minute. You can change your answers until then.',
      '[Answer]',
      '[Last result]',
      '[Me]',
      '[Help]',
    ]);
  });

  test('is the same whether somebody answered, wrote, changed it or did nothing', async () => {
    const silent = await openRound(5);
    const before = await silent.product.desk.home(actor('P1'));
    const world = await openRound(5);
    await world.answer(personRef('P1'), formOf([1, 2, 3], 'Weniger Tickets'));
    expect(await world.product.desk.home(actor('P1'))).toEqual(before);
    await world.answer(personRef('P1'), formOf([5, 5, 5]));
    expect(await world.product.desk.home(actor('P1'))).toEqual(before);
    expect(await world.product.desk.home(actor('P2'))).toEqual(before);
  });

  test('names the next date between rounds', async () => {
    const world = await openRound(5);
    await everybodyAnswers(world);
    world.ports.clock.set(CLOSES);
    await workUntilQuiet(world.product);
    expect(await home(world, 'P1')).toEqual([
      'Für dich ist nichts offen.',
      'Die nächste Runde öffnet am Do, 17.12., 12:07.',
      '[Letztes Ergebnis]',
      '[Meine Zeiten]',
      '[Meins]',
      '[Hilfe]',
    ]);
  });

  test('of a lead has no way to answer', async () => {
    const world = await openRound(5);
    expect(await home(world, 'LEAD')).toEqual([
      'Du leitest #team-nord.',
      'Eine Runde ist offen bis Do, 10.12., 12:07. Das Ergebnis bekommst du, wenn dein Team es bekommt.',
      '[Letztes Ergebnis]',
      '[Meine Zeiten]',
      '[Meins]',
      '[Hilfe]',
    ]);
    await everybodyAnswers(world);
    world.ports.clock.set(CLOSES);
    await workUntilQuiet(world.product);
    expect((await home(world, 'LEAD'))[1]).toBe('Die nächste Runde öffnet am Do, 17.12., 12:07.');
  });

  test.each(['proposed', 'ended'] as const)(
    'of a channel whose team is only %s shows none',
    async (state) => {
      const ports = makeMemoryPorts(OPENS);
      ports.directory.setPerson(aProfile('P1'));
      await haveTeam(ports, aTeam({ state, leads: [], nextOpening: undefined, due: undefined }));
      const said = await makeProduct(ports).desk.handle({
        kind: 'typed',
        actor: actor('P1'),
        conversation: HOME,
        text: '',
      });
      expect(said.kind === 'card' && cardLines(said.card)[0]).toBe(
        'Für dich ist nichts offen: Du bist noch in keinem Puls-Team.',
      );
    },
  );

  test('of somebody without a team says how to get one', async () => {
    const world = await openRound(5);
    world.ports.directory.setPerson(aProfile('NEW', { language: 'en' }));
    expect(await home(world, 'NEW')).toEqual([
      'Nothing is open for you: you are in no pulse team yet.',
      "Type /rahmen team in your team's channel: that sets one up in a minute. If there is one, you belong to it from its first round on.",
      '[How you are protected]',
      '[Me]',
      '[Help]',
    ]);
  });

  test('is in the own language, else the team’s, else the client’s, and in Greenwich time without a zone', async () => {
    const world = await openRound(5);
    await world.ports.people.remember([aProfile('P1', { language: 'en', zone: undefined })]);
    expect((await home(world, 'P1'))[0]).toBe('Eine Runde ist offen bis Do, 10.12., 11:07.');
    await world.ports.people.prefer(personRef('P1'), { language: 'en' });
    expect((await home(world, 'P1'))[0]).toBe('A round is open until Thu 10 Dec, 11:07.');
    world.ports.directory.setPerson(aProfile('NEW', { language: undefined, zone: undefined }));
    expect((await home(world, 'NEW'))[0]).toBe('Nothing is open for you: you are in no pulse team yet.');
  });

  test('of a team that is just being set up says so', async () => {
    const ports = makeMemoryPorts(OPENS);
    ports.directory.setPerson(aProfile('LEAD'));
    await haveTeam(ports, aTeam({ state: 'settling', nextOpening: undefined }));
    await ports.people.lead(personRef('LEAD'), 'C1');
    expect(cardLines(await makeProduct(ports).desk.home(actor('LEAD'))).slice(0, 2)).toEqual([
      'Du leitest #team-nord.',
      'Das Team dieses Kanals wird gerade eingerichtet. Das Versprechen kommt gleich.',
    ]);
  });

  test('is of the channel’s team for who types there, else of one’s own', async () => {
    const world = await openRound(5);
    await haveTeam(world.ports, aTeam({ id: 'C2', home: 'slack:T1:C2', name: 'team-sued' }));
    await world.ports.people.lead(personRef('P1'), 'C2');
    const said = async (conversation: ConversationRef): Promise<string | undefined> => {
      const reply = await world.product.desk.handle({
        kind: 'typed',
        actor: actor('P1'),
        conversation,
        text: '',
      });
      return reply.kind === 'card' ? cardLines(reply.card)[0] : undefined;
    };
    expect(await said('slack:T1:D9')).toBe('#team-nord: Eine Runde ist offen bis Do, 10.12., 12:07.');
    expect(await said(HOME)).toBe('#team-nord: Eine Runde ist offen bis Do, 10.12., 12:07.');
    expect(await said('slack:T1:C2')).toBe('#team-sued: Für dich ist nichts offen.');
  });
});

describe('an apology', () => {
  const SORRY = {
    de: [
      'Das hat nicht geklappt. Bitte versuch es noch einmal.',
      'Dabei passiert nichts doppelt. Was gespeichert ist, siehst du unter meins.',
    ],
    en: [
      "That didn't work. Please try once more.",
      'Nothing is done twice if you do. See me for what is stored.',
    ],
  };

  test('is in the language of who is known, else in English', async () => {
    const { product } = await openRound(5);
    expect(cardLines(await product.desk.apology(actor('P1')))).toEqual(SORRY.de);
    expect(cardLines(await product.desk.apology(actor('NOBODY')))).toEqual(SORRY.en);
    expect(cardLines(await product.desk.apology(undefined))).toEqual(SORRY.en);
  });

  test('is made also when nothing can be read', async () => {
    const { product } = await openRound(5, {
      around: async () => {
        throw new PortError('unreachable', 'timeout');
      },
    });
    expect(cardLines(await product.desk.apology(actor('P1')))).toEqual(SORRY.en);
  });
});
