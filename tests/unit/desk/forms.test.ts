import { describe, expect, test } from '@jest/globals';
import type { FormIntent, Intent } from '../../../src/chat/actions.ts';
import type { FormValues } from '../../../src/chat/form.ts';
import type { Actor } from '../../../src/chat/identity.ts';
import { PortError } from '../../../src/shared/errors.ts';
import { aChannel, aProfile, aTeam, CLOSES, HOME, OPENS, personRef, TENANT } from '../../support/builders.ts';
import { makeMemoryPorts, makeProduct, populate, workUntilQuiet } from '../../support/memory-world.ts';
import type { Product } from '../../support/memory-world.ts';
import { formOf, openRound, playOut } from '../../support/open-round.ts';
import { replyLines } from '../../support/said.ts';

const actor = (id: string): Actor => ({ tenant: TENANT, person: personRef(id), outsider: false });
const ANSWER = { kind: 'answer', round: 'C1-1' } as const;
const SET_UP: FormIntent = { kind: 'set-up-team', channel: 'C1' };

const press = ({ desk }: Product, id: string, intent: Intent, conversation = HOME) =>
  desk.handle({ kind: 'pressed', actor: actor(id), conversation, intent });
const submit = ({ desk }: Product, id: string, intent: FormIntent, values: FormValues) =>
  desk.handle({ kind: 'submitted', actor: actor(id), nonce: 'n1', intent, values });

describe('the form of a round', () => {
  test('opens for the button, with what was said so far', async () => {
    const { product } = await openRound(5);
    await submit(product, 'P1', ANSWER, formOf([1, 5, 'cannot-say'], 'Weniger Tickets'));
    const reply = await press(product, 'P1', ANSWER);
    const fields = reply.kind === 'form' ? reply.form.fields : [];
    expect(fields.map(({ value }) => value)).toEqual(['1', '5', 'cannot-say', 'Weniger Tickets', 'verbatim']);
  });

  test('names whom to turn to', async () => {
    const { product } = await openRound(5);
    const reply = await press(product, 'P1', ANSWER);
    const hint = reply.kind === 'form' ? reply.form.fields[3] : undefined;
    expect(hint).toMatchObject({
      hint: expect.stringMatching(/Geht es dir nicht gut: help@example\.com\.$/),
    });
  });

  test('is confirmed only in its own place', async () => {
    const { ports, product } = await openRound(5);
    const posts = ports.gateway.posted();
    expect(replyLines(await submit(product, 'P1', ANSWER, formOf([1, 2, 3])))).toEqual([
      'notice',
      'Drin.',
      'Über denselben Knopf kannst du bis Do, 10.12., 12:07 alles ändern. Im Chat steht davon nichts.',
    ]);
    expect(ports.gateway.posted()).toEqual(posts);
  });

  test('shows beside each question what is missing, and keeps what was typed', async () => {
    const { product } = await openRound(5);
    expect(replyLines(await submit(product, 'P1', ANSWER, { 'item-learn': '3' }))).toEqual([
      'field-errors',
      'item-decide: Bitte wähl etwas aus; „kann ich nicht sagen“ ist auch eine Antwort.',
      'item-useful: Bitte wähl etwas aus; „kann ich nicht sagen“ ist auch eine Antwort.',
    ]);
    expect(replyLines(await submit(product, 'P1', ANSWER, formOf([1, 2, 3], 'x'.repeat(501))))).toEqual([
      'field-errors',
      'comment: Bitte höchstens 500 Zeichen.',
    ]);
  });

  test.each(['pressed', 'submitted'])('%s after the close says so, with the next date', async (kind) => {
    const world = await openRound(5);
    await playOut(world);
    const { product } = world;
    const reply =
      kind === 'pressed'
        ? await press(product, 'P1', ANSWER)
        : await submit(product, 'P1', ANSWER, formOf([1, 2, 3]));
    expect(replyLines(reply)).toEqual([
      'notice',
      'Die Runde ist seit Do, 17.12., 12:07 zu, das zählt nicht mehr. Nächste: Do, 31.12., 12:07.',
    ]);
  });

  test.each([
    [
      'other',
      'Diese Runde ist nicht für dich: Du gehörst zum Puls eines anderen Teams und wirst dort gefragt.',
      'This round is not for you: you belong to the pulse of another team and are asked there.',
    ],
    [
      'guest',
      'Wer nur in einem Kanal zu Gast ist, wird nicht gefragt.',
      'Guests of a single channel are not asked.',
    ],
    [
      'off',
      'Diese Runde ist nicht für dich: Die Teamleitung hat dich von der Liste genommen. Frag sie, wenn das nicht stimmt.',
      'This round is not for you: the leads took you off the list. Ask them if that is not right.',
    ],
    [
      'new',
      'Diese Runde ist nicht für dich: Als sie öffnete, standest du nicht auf der Liste. Bleibst du im Kanal, kommst du bei einer der nächsten dazu.',
      'This round is not for you: you were not on the list when it opened. If you stay in the channel, you come in with one of the next.',
    ],
  ])('is refused as it is to %s', async (who, de, en) => {
    const { ports, product } = await openRound(5, { team: aTeam({ leftOut: [personRef('off')] }) });
    const kind = who === 'guest' ? 'channel-guest' : 'member';
    await ports.people.remember([aProfile(who, { kind })]);
    if (who === 'other') await ports.people.join(personRef(who), 'C2');
    for (const [language, words] of [
      ['de', de],
      ['en', en],
    ] as const) {
      await ports.people.prefer(personRef(who), { language });
      expect(replyLines(await press(product, who, ANSWER))).toEqual(['notice', words]);
    }
  });

  test('is refused to who is not on the roster, and for a round that never was', async () => {
    const { ports, product } = await openRound(5);
    ports.directory.setPerson(aProfile('NEW'));
    expect(replyLines(await press(product, 'LEAD', ANSWER))).toEqual([
      'notice',
      'Als Teamleitung wirst du nicht gefragt. Das Ergebnis bekommst du zusammen mit deinem Team.',
    ]);
    expect(replyLines(await press(product, 'NEW', ANSWER))).toEqual([
      'notice',
      'Diese Runde ist nicht für dich: Als sie öffnete, standest du nicht auf der Liste. Bleibst du im Kanal, kommst du bei einer der nächsten dazu.',
    ]);
    expect(replyLines(await press(product, 'P1', { kind: 'answer', round: 'C9-9' }))).toEqual([
      'notice',
      'Diese Runde kenne ich nicht mehr.',
    ]);
  });

  test('that storage does not take is a fault, and says nothing', async () => {
    const { product } = await openRound(5, {
      around: async (name, apply) => {
        if (name === 'vault.answer') throw new PortError('unreachable', 'timeout');
        return apply();
      },
    });
    await expect(submit(product, 'P1', ANSWER, formOf([1, 2, 3]))).rejects.toThrow(PortError);
  });
});

describe('a button', () => {
  test('tells how one is protected, by the name of the platform', async () => {
    const { product } = await openRound(5);
    const lines = replyLines(await press(product, 'P1', { kind: 'protection' }));
    expect(lines).toHaveLength(4);
    expect(lines[3]).toBe(
      'Was bleibt: Deine Art zu schreiben kann dich verraten, und Slack transportiert, was du eingibst.',
    );
  });

  test('in Microsoft Teams names that', async () => {
    const ports = makeMemoryPorts(OPENS);
    ports.directory.setPerson(
      aProfile('X', { person: 'msteams:T2:X', tenant: 'msteams:T2', language: 'en' }),
    );
    const reply = await makeProduct(ports).desk.handle({
      kind: 'pressed',
      actor: { tenant: 'msteams:T2', person: 'msteams:T2:X', outsider: false },
      intent: { kind: 'protection' },
    });
    expect(replyLines(reply)[3]).toContain('Microsoft Teams transports what you enter.');
  });

  test('shows comments to the team and to nobody else', async () => {
    const { ports, product, asked, answer } = await openRound(5);
    for (const person of asked) await answer(person, formOf([1, 2, 3], 'Weniger Tickets'));
    ports.clock.set(CLOSES);
    await workUntilQuiet(product);
    const comments = { kind: 'comments', round: 'C1-1', page: 0 } as const;
    expect(replyLines(await press(product, 'P1', comments, 'slack:T1:D1'))).toEqual([
      'notice',
      'Wörtlich, in zufälliger Reihenfolge.',
      ...Array.from({ length: 5 }, () => 'Weniger Tickets'),
      '[Kommentar ausblenden]',
    ]);
    ports.directory.setPerson(aProfile('X'));
    expect(replyLines(await press(product, 'X', comments, 'slack:T1:D1'))).toEqual([
      'notice',
      'Dieses Ergebnis gehört einem anderen Team.',
    ]);
  });

  test('with a word on the home tab, where there is no channel, is about one’s own team', async () => {
    const { product } = await openRound(5);
    const pressed = { kind: 'pressed', actor: actor('P1') } as const;
    const team = await product.desk.handle({ ...pressed, intent: { kind: 'word', word: 'team' } });
    expect(replyLines(team)[1]).toBe('Der Puls von #team-nord');
    const pulse = await product.desk.handle({ ...pressed, intent: { kind: 'word', word: 'pulse' } });
    expect(pulse.kind).toBe('form');
  });
});

describe('the set-up form', () => {
  const makeWorld = () => {
    const ports = makeMemoryPorts(OPENS);
    populate(ports, 5);
    return { ports, product: makeProduct(ports) };
  };
  const VALUES: FormValues = {
    leads: [personRef('LEAD')],
    weeks: '2',
    weekday: '4',
    time: 'own',
    language: 'de',
    asks: 'direct',
  };

  test('opens for the word in a channel that may have a team', async () => {
    const { product } = makeWorld();
    const reply = await press(product, 'LEAD', { kind: 'word', word: 'team' });
    expect(replyLines(reply)).toEqual([
      'form',
      'Team einrichten',
      'Ich stelle allen in diesem Kanal drei Fragen, außer der Teamleitung, Bots und Externen. Alle sehen dasselbe Ergebnis.',
      'Wer leitet das Team? (wird nicht gefragt)',
      'Weitere Kanäle des Teams',
      'Wie oft?',
      'An welchem Tag öffnet eine Runde?',
      'Um wie viel Uhr?',
      'Sprache im Kanal',
      'Arbeitet ihr rund um die Uhr?',
      'Feiertage',
      '[Vorschau]',
    ]);
  });

  test('does not open where there can be none', async () => {
    const { ports, product } = makeWorld();
    ports.directory.setChannel(aChannel({ shared: true }), [personRef('LEAD')]);
    expect(replyLines(await press(product, 'LEAD', { kind: 'word', word: 'team' }))).toEqual([
      'card',
      'Dieser Kanal ist mit einer anderen Organisation geteilt. Nimm einen, der nur euch gehört.',
    ]);
  });

  test('is confirmed after its preview, and the same again is the same', async () => {
    const { product } = makeWorld();
    const saved = [
      'notice',
      'Dein Team ist eingerichtet.',
      'Das Versprechen steht gleich im Kanal, mit dem Datum der ersten Fragen. Vorher wird niemand gefragt.',
    ];
    const preview = await submit(product, 'LEAD', SET_UP, VALUES);
    const confirm = preview.kind === 'form' ? preview.form.intent : SET_UP;
    expect(confirm).toMatchObject({ kind: 'confirm-team', channel: 'C1' });
    expect(replyLines(await submit(product, 'LEAD', confirm, {}))).toEqual(saved);
    expect(replyLines(await submit(product, 'LEAD', confirm, {}))).toEqual(saved);
  });

  test.each([
    ['leads', { leads: [] }, 'Bitte nenn mindestens eine Person, die leitet.'],
    ['leads', { leads: [personRef('X')] }, 'Wer leitet, muss in diesem Kanal sein.'],
    ['weekday', { weekday: '9' }, 'Bitte wähl eine der Möglichkeiten.'],
    ['time', { time: 'soon' }, 'Bitte wähl eine der Möglichkeiten.'],
  ])('stays open with a word beside %s', async (field, differing, said) => {
    const { product } = makeWorld();
    expect(replyLines(await submit(product, 'LEAD', SET_UP, { ...VALUES, ...differing }))).toEqual([
      'field-errors',
      `${field}: ${said}`,
    ]);
  });

  test('gives way to a notice when it is about the whole', async () => {
    const { ports, product } = makeWorld();
    ports.directory.removeChannel(HOME);
    expect(replyLines(await submit(product, 'LEAD', SET_UP, VALUES))).toEqual([
      'notice',
      'Hier sehe ich keinen Kanal. Lade mich in den Kanal deines Teams ein und versuch es dort noch einmal.',
    ]);
  });
});

describe('what the platform tells', () => {
  test('of people nobody needs is not kept', async () => {
    const { ports, product } = await openRound(5);
    ports.directory.setPerson(aProfile('NEW'));
    await product.desk.happened({ kind: 'profile-changed', person: personRef('NEW') });
    expect(await ports.people.find(personRef('NEW'))).toBeUndefined();
    ports.directory.setPerson(aProfile('P1', { language: 'en' }));
    await product.desk.happened({ kind: 'profile-changed', person: personRef('P1') });
    expect(await ports.people.find(personRef('P1'))).toMatchObject({ language: 'en', team: 'C1' });
    await product.desk.happened({ kind: 'profile-changed', person: personRef('P1') });
    expect(await ports.people.find(personRef('P1'))).toMatchObject({ language: 'en', team: 'C1' });
  });

  test('of somebody who left frees them for another team, in any order and however often', async () => {
    const { ports, product } = await openRound(5);
    const left = { kind: 'left', person: personRef('P1'), conversation: 'slack:T1:C2' } as const;
    await product.desk.happened(left);
    expect(await ports.people.find(personRef('P1'))).toMatchObject({ team: 'C1' });
    ports.directory.setChannel(aChannel(), ['LEAD', 'P2', 'P3', 'P4', 'P5'].map(personRef));
    await product.desk.happened({ ...left, conversation: HOME });
    await product.desk.happened({ ...left, conversation: HOME });
    expect((await ports.people.find(personRef('P1')))?.team).toBeUndefined();
  });

  test('of somebody who left changes nothing when they are there: the event is an old one', async () => {
    const { ports, product } = await openRound(5);
    for (const id of ['P1', 'LEAD']) {
      await product.desk.happened({ kind: 'left', person: personRef(id), conversation: HOME });
    }
    expect(await ports.people.find(personRef('P1'))).toMatchObject({ team: 'C1' });
    expect(await ports.people.find(personRef('LEAD'))).toMatchObject({ leads: ['C1'] });
  });

  test('of somebody who left a channel that is gone frees them', async () => {
    const { ports, product } = await openRound(5);
    ports.directory.removeChannel(HOME);
    for (const id of ['P1', 'LEAD']) {
      await product.desk.happened({ kind: 'left', person: personRef(id), conversation: HOME });
    }
    expect((await ports.people.find(personRef('P1')))?.team).toBeUndefined();
    expect(await ports.people.find(personRef('LEAD'))).toMatchObject({ leads: [] });
  });

  test('of the removed app holds until somebody we know does something again', async () => {
    const { ports, product } = await openRound(5);
    await product.desk.happened({ kind: 'app-removed', tenant: TENANT, when: OPENS });
    expect(await ports.tenants.isActive(TENANT)).toBe(false);
    await press(product, 'P1', { kind: 'word', word: 'help' });
    expect(await ports.tenants.isActive(TENANT)).toBe(true);
    await product.desk.happened({ kind: 'app-removed', tenant: TENANT, when: OPENS });
    expect(await ports.tenants.isActive(TENANT)).toBe(true);
  });
});
