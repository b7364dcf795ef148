import { describe, expect, test } from '@jest/globals';
import type { Intent } from '../../../src/chat/actions.ts';
import type { ConversationRef, PersonRef } from '../../../src/chat/identity.ts';
import type { Reply } from '../../../src/desk/reply.ts';
import { days } from '../../../src/shared/time.ts';
import { aProfile, aTeam, CLOSES, HOME, OPENS, personRef, TENANT } from '../../support/builders.ts';
import { haveTeam, makeMemoryPorts, makeProduct, populate } from '../../support/memory-world.ts';
import { cardLines, replyLines } from '../../support/said.ts';

const DM: ConversationRef = `${TENANT}:D1`;
const LEAD = personRef('LEAD');

/** Somebody who leads two teams, and somebody who is in the one and leads the other. */
const makeWorld = async (language: 'de' | 'en' = 'de') => {
  const ports = makeMemoryPorts(OPENS + days(2));
  populate(ports, 6);
  const second = {
    id: 'C2',
    home: `${TENANT}:C2`,
    name: 'team-sued',
    leads: [LEAD, personRef('P1')],
  } as const;
  const promised = { promisedFrom: OPENS, nextOpening: { ...aTeam().nextOpening, number: 2 } };
  for (const team of [aTeam(), aTeam(second)]) {
    const nextOpening = team.nextOpening && { ...team.nextOpening, ...promised, instant: CLOSES + days(7) };
    await haveTeam(ports, { ...team, ...promised, nextOpening, due: CLOSES + days(7) });
  }
  await ports.people.remember([aProfile('LEAD'), aProfile('P1'), aProfile('P2')]);
  await ports.people.lead(LEAD, 'C1');
  await ports.people.lead(LEAD, 'C2');
  await ports.people.join(personRef('P1'), 'C1');
  await ports.people.join(personRef('P2'), 'C1');
  await ports.people.lead(personRef('P1'), 'C2');
  for (const person of [LEAD, personRef('P1')]) await ports.people.prefer(person, { language });
  const { desk } = makeProduct(ports);
  const actor = (person: PersonRef) => ({ tenant: TENANT, person, outsider: false });
  const type = (text: string, conversation = DM, person = LEAD): Promise<Reply> =>
    desk.handle({ kind: 'typed', actor: actor(person), conversation, text });
  const press = (intent: Intent, person = LEAD): Promise<Reply> =>
    desk.handle({ kind: 'pressed', actor: actor(person), conversation: DM, intent });
  return { ports, type, press };
};

const WORDS = {
  de: {
    which: ['card', 'Welches Team meinst du?', '[#team-nord]', '[#team-sued]'],
    skip: 'Soll die Runde von #team-sued am Do, 17.12., 12:07 ausfallen?',
    start: 'Soll jetzt eine Runde von #team-sued öffnen?',
    lead: 'Du leitest #team-nord.',
    others: 'Deine anderen Teams:',
    own: '#team-nord: Für dich ist nichts offen.',
  },
  en: {
    which: ['card', 'Which team do you mean?', '[#team-nord]', '[#team-sued]'],
    skip: 'Shall the round of #team-sued on Thu 17 Dec, 12:07 be skipped?',
    start: 'Shall a round of #team-sued open now?',
    lead: 'You lead #team-nord.',
    others: 'Your other teams:',
    own: '#team-nord: Nothing is open for you.',
  },
};

describe.each(['de', 'en'] as const)('whoever leads two teams, in %s', (language) => {
  const words = WORDS[language];

  test.each(['puls aussetzen', 'puls starten', 'puls ergebnis', 'team'])(
    'is asked in a direct message which one is meant by %s',
    async (word) => {
      const { type } = await makeWorld(language);
      expect(replyLines(await type(word))).toEqual(words.which);
    },
  );

  test('reads which one it is about', async () => {
    const { press, type } = await makeWorld(language);
    const skip = await press({ kind: 'word', word: 'pulse-skip', team: 'C2' });
    expect(replyLines(skip)[1]).toBe(words.skip);
    const start = await press({ kind: 'word', word: 'pulse-start', team: 'C2' });
    expect(replyLines(start)[1]).toBe(words.start);
    expect(replyLines(await type('puls aussetzen', `${TENANT}:C2`))[1]).toBe(words.skip);
  });

  test('sees both at home', async () => {
    const { type } = await makeWorld(language);
    const home = replyLines(await type(''));
    expect(home[1]).toBe(words.lead);
    expect(home.slice(-2)).toEqual([words.others, '[#team-sued]']);
  });

  test('and is in one of them reads which one is meant', async () => {
    const { type } = await makeWorld(language);
    const home = replyLines(await type('', DM, personRef('P1')));
    expect(home[1]).toBe(words.own);
    expect(home.slice(-2)).toEqual([words.others, '[#team-sued]']);
  });
});

test('a button of a team that is not one’s own says nothing about it', async () => {
  const { press } = await makeWorld();
  for (const word of ['home', 'team', 'pulse-skip', 'pulse-result'] as const) {
    const said = await press({ kind: 'word', word, team: 'C2' }, personRef('P2'));
    expect(replyLines(said)).toEqual(['card', 'Dieses Team kenne ich nicht mehr.']);
  }
});

test('whoever has one team is asked nothing', async () => {
  const { type } = await makeWorld();
  expect(replyLines(await type('team', DM, personRef('P2')))[1]).toBe('Der Puls von #team-nord');
  const home = await type('', HOME, personRef('P2'));
  expect(home.kind === 'card' && cardLines(home.card)).not.toContain('Deine anderen Teams:');
});
