import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Actor } from '../../../src/chat/identity.ts';
import { readWord, WORDS } from '../../../src/chat/words.ts';
import type { Language } from '../../../src/i18n/language.ts';
import type { Inbound } from '../../../src/desk/inbound.ts';
import type { PersonKind } from '../../../src/people/person.ts';
import { aProfile, CLOSES, HOME, personRef, TENANT } from '../../support/builders.ts';
import { makeRecorder } from '../../support/intercept.ts';
import { makeProduct, workUntilQuiet } from '../../support/memory-world.ts';
import { formOf, openRound } from '../../support/open-round.ts';
import { cardLines, replyLines } from '../../support/said.ts';

const actor = (id: string, outsider = false): Actor => ({
  tenant: TENANT,
  person: personRef(id),
  outsider,
});

/** An open round of five; ENGLISH reads English and is in no team. */
const makeWorld = async () => {
  const world = await openRound(5);
  const { around, calls } = makeRecorder();
  world.ports.directory.setPerson(aProfile('ENGLISH', { language: 'en' }));
  await world.ports.people.prefer(personRef('P5'), { language: 'en' });
  const { desk } = makeProduct(world.ports, around);
  const type = (id: string, text: string, conversation = HOME) =>
    desk.handle({ kind: 'typed', actor: actor(id), conversation, text });
  return { ...world, desk, calls, type };
};

const DE_FORM = [
  'form',
  'Drei Fragen',
  'Keine Namen, keine Kundendaten.',
  'In meinen letzten Schichten konnte ich selbst entscheiden, wie ich Kundinnen und Kunden helfe.',
  'In meinen letzten Schichten habe ich etwas gelernt, das mir im Gespräch hilft.',
  'Ich habe gesehen, dass meine Arbeit jemandem wirklich genützt hat.',
  'Was probieren wir bis zur nächsten Runde aus?',
  'Wie darf das erscheinen?',
  '[Abschicken]',
];

const DE_HELP = [
  'card',
  'Das geht hier',
  'puls antworten oder sehen, wann die nächste Runde öffnet',
  'puls ergebnis das letzte Ergebnis lesen',
  'meins was ich über dich weiß, deine Zeiten, löschen',
  'team dein Team einrichten oder ändern (in seinem Kanal)',
  'hilfe diese Liste',
  'Mehr musst du dir nicht merken.',
  'Es gibt mehr, wenn du es brauchst:',
  'puls jetzt jetzt antworten, egal was deine Zeiten sagen',
  'puls pause in Ruhe gelassen werden, zum Beispiel: puls pause bis 24.12.',
  'puls bin da früher zurück',
  'puls aus nie mehr gefragt werden; niemand erfährt es',
  'puls an wieder dabei sein',
  'puls aussetzen die nächste Runde aussetzen (Teamleitung)',
  'puls starten jetzt eine Runde öffnen (Teamleitung)',
  'einrichten für Admins: Freigabe, Admins, Probelauf',
  'datenblatt was gespeichert wird, wer es sieht, wie lange',
  '[Wie ihr geschützt seid]',
  '[Datenblatt]',
];

const EN_HELP = [
  'card',
  'What you can do here',
  'pulse answer, or see when the next round opens',
  'pulse result read the last result',
  'me what I know about you, your times, erase',
  'team set up your team, or change it (in its channel)',
  'help this list',
  "That's all you need to remember.",
  'There is more, for when you want it:',
  'pulse now answer now, whatever your times say',
  'pulse pause be left alone, for example: pulse pause until 24 Dec',
  'pulse back back earlier',
  'pulse off never be asked again; nobody is told',
  'pulse on take part again',
  'pulse skip skip the next round (team lead)',
  'pulse start open a round now (team lead)',
  'setup for admins: release, admins, trial',
  'datasheet what is stored, who sees it, for how long',
  '[How you are protected]',
  '[Data sheet]',
];

describe('a word', () => {
  test.each(['puls', 'pulse', 'PULS', ' Pulse bitte'])(
    '%p opens the form of the open round',
    async (typed) => {
      const { type } = await makeWorld();
      expect(replyLines(await type('P1', typed))).toEqual(DE_FORM);
    },
  );

  test.each(['puls', 'pulse'])('%p is answered in the language of who types it', async (typed) => {
    const { type } = await makeWorld();
    expect((await type('P5', typed)).kind).toBe('form');
    expect(replyLines(await type('P5', typed))[1]).toBe('Three questions');
  });

  test.each(['hilfe', 'help', 'HILFE mir'])('%p lists what one can do', async (typed) => {
    const { type } = await makeWorld();
    expect(replyLines(await type('P1', typed))).toEqual(DE_HELP);
    expect(replyLines(await type('P5', typed))).toEqual(EN_HELP);
  });

  test.each(['puls ergebnis', 'pulse result', 'Puls Ergebnis von letzter Woche'])(
    '%p reads the last result',
    async (typed) => {
      const { type } = await makeWorld();
      expect(replyLines(await type('P1', typed))).toEqual([
        'card',
        'Noch gibt es kein Ergebnis. Wenn es eins gibt, steht es im Kanal deines Teams.',
      ]);
    },
  );

  test.each(['', '   '])('left out (%p) shows what is open', async (typed) => {
    const { type } = await makeWorld();
    expect(replyLines(await type('P1', typed))).toEqual([
      'card',
      'Eine Runde ist offen bis Do, 10.12., 12:07.',
      'Drei Fragen, unter einer Minute. Bis dahin kannst du alles ändern.',
      '[Antworten]',
      '[Letztes Ergebnis]',
      '[Meins]',
      '[Hilfe]',
    ]);
  });

  test('team where there is one shows it', async () => {
    const { type } = await makeWorld();
    expect(replyLines(await type('P1', 'team')).slice(0, 4)).toEqual([
      'card',
      'Der Puls von #team-nord',
      'Offen bis: Do, 10.12., 12:07',
      'Nächste Runde: Do, 17.12., 12:07',
    ]);
  });

  test('puls of who is not asked says why, or what is open', async () => {
    const { type } = await makeWorld();
    expect(replyLines(await type('ENGLISH', 'pulse')).slice(0, 3)).toEqual([
      'card',
      'Nothing is open for you.',
      'The next round opens on Thu 17 Dec, 12:07.',
    ]);
    expect(replyLines(await type('LEAD', 'puls')).slice(0, 3)).toEqual([
      'card',
      'Du leitest #team-nord.',
      'Eine Runde ist offen bis Do, 10.12., 12:07. Das Ergebnis bekommst du, wenn dein Team es bekommt.',
    ]);
  });

  test('puls after the close says when the next round opens, and the result is read again as it was', async () => {
    const { ports, asked, answer, product, type } = await makeWorld();
    for (const person of asked) await answer(person, formOf([4, 4, 4]));
    ports.clock.set(CLOSES);
    await workUntilQuiet(product);
    expect(replyLines(await type('P1', 'puls')).slice(0, 3)).toEqual([
      'card',
      'Für dich ist nichts offen.',
      'Die nächste Runde öffnet am Do, 17.12., 12:07.',
    ]);
    const [published] = ports.gateway
      .posted()
      .filter(({ card }) => card.nodes.some(({ kind }) => kind === 'list'));
    expect(published?.to).toBe(HOME);
    // Who reads it alone needs no button for the other language.
    const posted = published === undefined ? [] : cardLines(published.card);
    const shared = posted.filter((line) => line !== '[English]');
    expect(posted.length - shared.length).toBe(1);
    expect(replyLines(await type('P1', 'puls ergebnis')).slice(1, 1 + shared.length)).toEqual(shared);
  });
});

describe('help', () => {
  test.each<Language>(['de', 'en'])(
    'in %s names every word but the door, each understood',
    async (language) => {
      const { type } = await makeWorld();
      const help = await type(language === 'de' ? 'P1' : 'P5', 'help');
      const items =
        help.kind === 'card'
          ? help.card.nodes.flatMap((node) => (node.kind === 'list' ? node.items : []))
          : [];
      const read = items.map(([word]) => (word?.kind === 'code' ? readWord(word.text) : undefined));
      expect(new Set(read.map((found) => found && 'word' in found && found.word))).toEqual(
        new Set(WORDS.map(({ word }) => word).filter((word) => word !== 'home')),
      );
    },
  );
});

describe('an unknown word', () => {
  test('is answered with the nearest one as a button', async () => {
    const { type } = await makeWorld();
    expect(await type('P1', 'pusl')).toEqual({
      kind: 'card',
      card: {
        title: [
          { kind: 'text', text: '„' },
          { kind: 'text', text: 'pusl' },
          { kind: 'text', text: '“ kenne ich nicht. Meintest du ' },
          { kind: 'code', text: 'puls' },
          { kind: 'text', text: '?' },
        ],
        nodes: [
          {
            kind: 'actions',
            buttons: [
              { label: 'puls', intent: { kind: 'word', word: 'pulse' }, primary: true },
              { label: 'Hilfe', intent: { kind: 'word', word: 'help' } },
            ],
          },
        ],
      },
    });
  });

  test('near to help is offered that once', async () => {
    const { type } = await makeWorld();
    expect(replyLines(await type('P1', 'hlife'))).toEqual([
      'card',
      '„hlife“ kenne ich nicht. Meintest du hilfe?',
      '[hilfe]',
    ]);
  });

  test('does what the button says only when it is pressed', async () => {
    const { desk } = await makeWorld();
    const pressed: Inbound = {
      kind: 'pressed',
      actor: actor('P1'),
      conversation: HOME,
      intent: { kind: 'word', word: 'pulse' },
    };
    expect(replyLines(await desk.handle(pressed))).toEqual(DE_FORM);
  });

  test('is shown as it was typed, sixty characters of it, and none of them torn', async () => {
    const { type } = await makeWorld();
    const [, title] = replyLines(await type('P1', `*x* <@U1> {word} ${'ä'.repeat(80)}`));
    expect(title).toBe(`„*x* <@U1> {word} ${'ä'.repeat(43)}…“ kenne ich nicht. Meintest du puls aussetzen?`);
    const [, family] = replyLines(await type('P1', `${'x'.repeat(58)}👨‍👩‍👧`));
    expect(family).toBe(`„${'x'.repeat(58)}…“ kenne ich nicht. Meintest du puls?`);
  });

  test('never opens a form and never changes anything', async () => {
    const { type, calls } = await makeWorld();
    await type('P1', 'help');
    const letters = fc.constantFrom('p', 'u', 'l', 's', 'e', 't', 'a', 'm', 'h', 'i', 'f', ' ');
    const typed = fc
      .oneof(fc.string(), fc.string({ unit: letters, minLength: 3, maxLength: 8 }))
      .filter((text) => 'unknown' in readWord(text));
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        calls.length = 0;
        const reply = await type('P1', text);
        expect(reply.kind).toBe('card');
        expect([...calls].sort()).toEqual(['people.find', 'teams.glance', 'tenants.isActive']);
      }),
    );
  });
});

describe('somebody from outside', () => {
  const kinds: readonly Inbound[] = [
    { kind: 'typed', actor: actor('X'), conversation: HOME, text: 'puls' },
    { kind: 'typed', actor: actor('X'), conversation: HOME, text: 'nonsense' },
    { kind: 'pressed', actor: actor('X'), conversation: HOME, intent: { kind: 'answer', round: 'C1-1' } },
    { kind: 'pressed', actor: actor('X'), intent: { kind: 'comments', round: 'C1-1', page: 0 } },
    { kind: 'pressed', actor: actor('X'), intent: { kind: 'protection' } },
    { kind: 'pressed', actor: actor('X'), conversation: HOME, intent: { kind: 'word', word: 'team' } },
    {
      kind: 'submitted',
      actor: actor('X'),
      nonce: 'n',
      intent: { kind: 'answer', round: 'C1-1' },
      values: formOf([1, 1, 1]),
    },
    {
      kind: 'submitted',
      actor: actor('X'),
      nonce: 'n',
      intent: { kind: 'set-up-team', channel: 'C1' },
      values: {},
    },
  ];
  const NO = 'This is for people of this organisation only. · Das ist nur für Leute aus dieser Organisation.';

  test.each(['an outsider by the envelope', 'outsider', 'bot', 'deactivated', 'unknown'])(
    '%s is refused whatever they do, and nothing is changed',
    async (who) => {
      const { desk, ports, calls } = await makeWorld();
      const isKind = (kind: string): kind is PersonKind => ['outsider', 'bot', 'deactivated'].includes(kind);
      if (who !== 'unknown') ports.directory.setPerson(aProfile('X', isKind(who) ? { kind: who } : {}));
      const from = actor('X', who === 'an outsider by the envelope');
      for (const inbound of kinds) {
        const reply = await desk.handle({ ...inbound, actor: from });
        expect(replyLines(reply)).toEqual([inbound.kind === 'typed' ? 'card' : 'notice', NO]);
      }
      expect(cardLines(await desk.home(from))).toEqual([NO]);
      const seen = ['people.find', 'directory.person', 'people.remember', 'tenants.isActive'];
      expect(calls.filter((name) => !seen.includes(name))).toEqual([]);
    },
  );

  test('who was one of ours is refused from the moment the platform says they are not', async () => {
    const { desk, ports, type } = await makeWorld();
    expect((await type('P1', 'puls')).kind).toBe('form');
    ports.directory.setPerson(aProfile('P1', { kind: 'deactivated' }));
    await desk.happened({ kind: 'profile-changed', person: personRef('P1') });
    expect(replyLines(await type('P1', 'puls'))).toEqual(['card', NO]);
  });
});
