import { describe, expect, test } from '@jest/globals';
import { plain } from '../../../src/chat/text.ts';
import { PortError } from '../../../src/shared/errors.ts';
import { days } from '../../../src/shared/time.ts';
import { HOME, TENANT, aProfile, personRef } from '../../support/builders.ts';
import { makeChangeWorld, untouched } from '../../support/change-world.ts';
import { workUntilQuiet } from '../../support/memory-world.ts';
import { replyLines } from '../../support/said.ts';

const LEAD = personRef('LEAD');
const SECOND = personRef('P1');

/** A team of eight that two people lead. */
const twoLeads = async (around?: Parameters<typeof makeChangeWorld>[1]) => {
  const world = await makeChangeWorld(8, around);
  const team = await world.team();
  if (team !== undefined) {
    await world.ports.people.lead(SECOND, 'C1');
    await world.ports.teams.save({ ...team, version: team.version + 1, leads: [LEAD, SECOND] });
  }
  return world;
};

const changesIn = async (world: Awaited<ReturnType<typeof makeChangeWorld>>) =>
  (await world.team())?.log?.map(({ what }) =>
    what.map((one) => ('setting' in one ? one.setting : one.kind)),
  );

describe('two leads who change a team at once', () => {
  test('both find their change in it', async () => {
    let second: (() => Promise<unknown>) | undefined;
    const world = await twoLeads(async (name, apply) => {
      if (name === 'teams.save') {
        const other = second;
        second = undefined;
        await other?.();
      }
      return apply();
    });
    const form = await world.formOf(SECOND, 'settings');
    second = () => world.submit(SECOND, form.intent, { ...untouched(form), language: 'en' });
    const said = await world.change(LEAD, 'settings', { weeks: '4' });
    expect(said.kind).toBe('notice');
    expect(await world.team()).toMatchObject({ language: 'en', rhythm: { weeks: 4 } });
    expect(await changesIn(world)).toEqual([['language'], ['weeks']]);
  });

  test('take nothing back that the other changed after the form was opened', async () => {
    const world = await twoLeads();
    const form = await world.formOf(SECOND, 'settings');
    await world.change(LEAD, 'settings', { weeks: '4', leads: [LEAD, SECOND, personRef('P2')] });
    await world.submit(SECOND, form.intent, { ...untouched(form), asks: 'channel' });
    expect(await world.team()).toMatchObject({
      asks: 'channel',
      rhythm: { weeks: 4 },
      invited: [{ person: personRef('P2') }],
    });
  });

  test('who want the same are told once', async () => {
    const world = await twoLeads();
    const form = await world.formOf(SECOND, 'settings');
    await world.change(LEAD, 'settings', { weeks: '4' });
    const said = await world.submit(SECOND, form.intent, { ...untouched(form), weeks: '4' });
    expect(replyLines(said)[1]).toBe('Alles bleibt, wie es ist. Also erfährt niemand etwas.');
    expect(await changesIn(world)).toEqual([['weeks']]);
  });

  test('both take people off the list', async () => {
    const world = await twoLeads();
    const form = await world.formOf(SECOND, 'roster');
    await world.change(LEAD, 'roster', { 'take-off': [personRef('P3')] });
    await world.submit(SECOND, form.intent, { 'take-off': [personRef('P4')] });
    expect((await world.team())?.leftOut).toEqual(['P3', 'P4'].map(personRef));
  });

  test('are told that it did not work when somebody is always faster', async () => {
    const world = await twoLeads(async (name, apply) => {
      if (name === 'teams.save') throw new PortError('conflict', 'somebody-saved-first');
      return apply();
    });
    await expect(world.change(LEAD, 'settings', { weeks: '4' })).rejects.toThrow('somebody-saved-first');
    expect((await world.team())?.log).toBeUndefined();
  });
});

describe('the same submission twice', () => {
  test.each([
    ['settings', { weeks: '4', leads: [LEAD] }],
    ['roster', { 'take-off': [personRef('P3')] }],
    ['pause', { until: '2026-12-24' }],
  ] as const)('of %s is one change and one message', async (act, values) => {
    const world = await twoLeads();
    const form = await world.formOf(LEAD, act);
    const sent = { ...untouched(form), ...values };
    const first = await world.submit(LEAD, form.intent, sent, 'same');
    const once = await world.team();
    const again = await world.submit(LEAD, form.intent, sent, 'same');
    expect(again).toEqual(first);
    expect(await world.team()).toEqual(once);
    await workUntilQuiet(world.product);
    const told = world.ports.gateway.posted().filter(({ to }) => to === HOME);
    // The promise is not in this world: the round was opened as it is.
    expect(told).toHaveLength(1);
  });
});

describe('a lead who leads no more', () => {
  test('can change nothing from then on, and is asked from the next round on', async () => {
    const world = await twoLeads();
    await world.change(LEAD, 'settings', { leads: [LEAD] });
    expect(await world.ports.people.find(SECOND)).toMatchObject({ leads: [] });
    expect(replyLines(await world.press(SECOND, 'settings'))[1]).toBe(
      'Dieses Team ändern können seine Leitung und Admins.',
    );
    const list = await world.formOf(LEAD, 'roster');
    expect(JSON.stringify(list.intro)).toContain(SECOND);
  });

  test('is freed after a crash between the two writes, by the same submission', async () => {
    let dies = true;
    const world = await twoLeads(async (name, apply) => {
      if (name === 'people.unlead' && dies) throw new PortError('unreachable', 'crash');
      return apply();
    });
    const form = await world.formOf(LEAD, 'settings');
    const sent = { ...untouched(form), leads: [LEAD] };
    await expect(world.submit(LEAD, form.intent, sent, 'same')).rejects.toThrow('crash');
    dies = false;
    await world.submit(LEAD, form.intent, sent, 'same');
    expect(await world.ports.people.find(SECOND)).toMatchObject({ leads: [] });
  });
});

describe('who is asked to lead', () => {
  const invitationsTo = ({ ports }: Awaited<ReturnType<typeof makeChangeWorld>>, name: string) =>
    ports.gateway
      .posted()
      .filter(({ to, card }) => to === personRef(name) && plain(card.title).includes('als Teamleitung'));

  test('is asked once, whoever is named later; and again once they said no and are named anew', async () => {
    const world = await twoLeads();
    const name = async (...names: readonly string[]) => {
      await world.change(LEAD, 'settings', { leads: [LEAD, SECOND, ...names.map(personRef)] });
      await workUntilQuiet(world.product);
    };
    // Each in a week of its own: nothing is held back because a week is full.
    const nextWeek = () => world.ports.clock.advance(days(7));
    nextWeek();
    await name('P2');
    nextWeek();
    await name('P2', 'P3');
    expect(['P2', 'P3'].map((one) => invitationsTo(world, one).length)).toEqual([1, 1]);
    await world.desk.handle({
      kind: 'pressed',
      actor: { tenant: TENANT, person: personRef('P2'), outsider: false },
      intent: { kind: 'decline-lead', team: 'C1' },
    });
    await name('P3');
    nextWeek();
    await name('P3', 'P2');
    expect(['P2', 'P3'].map((one) => invitationsTo(world, one).length)).toEqual([2, 1]);
  });
});

describe('the list', () => {
  test('takes ten at a time, and a hundred in all', async () => {
    const world = await makeChangeWorld(30);
    const off = Array.from({ length: 11 }, (_, index) => personRef(`P${index + 1}`));
    expect(replyLines(await world.change(LEAD, 'roster', { 'take-off': off }))).toEqual([
      'field-errors',
      'take-off: Bitte höchstens 10 Personen.',
    ]);
    const team = await world.team();
    const leftOut = Array.from({ length: 95 }, (_, index) => personRef(`GONE${index}`));
    if (team !== undefined) await world.ports.teams.save({ ...team, version: team.version + 1, leftOut });
    expect(replyLines(await world.change(LEAD, 'roster', { 'take-off': off.slice(0, 6) }))).toEqual([
      'field-errors',
      'take-off: Bitte höchstens 100 Personen.',
    ]);
    expect((await world.change(LEAD, 'roster', { 'take-off': off.slice(0, 5) })).kind).toBe('notice');
  });

  test('says when it is too short for anything anonymous', async () => {
    const world = await makeChangeWorld(5);
    await world.change(LEAD, 'roster', { 'take-off': [personRef('P5')] });
    expect(replyLines(await world.press(LEAD, 'roster'))).toContain(
      'Anonym geht erst ab 5 Antworten; sind es weniger Leute, frage ich niemanden.',
    );
  });

  test('is the same whoever left the pulse for good or is away', async () => {
    const world = await makeChangeWorld(6);
    const before = await world.formOf(LEAD, 'roster');
    await world.ports.people.remember([aProfile('P2'), aProfile('P3')]);
    await world.ports.people.prefer(personRef('P2'), { off: true });
    await world.ports.people.prefer(personRef('P3'), { awayUntil: { year: 2027, month: 1, day: 6 } });
    expect(await world.formOf(LEAD, 'roster')).toEqual(before);
  });

  test('cannot be read where the channel cannot', async () => {
    const world = await makeChangeWorld(6);
    world.ports.directory.removeChannel(HOME);
    expect(replyLines(await world.press(LEAD, 'roster'))[1]).toMatch(/^Hier sehe ich keinen Kanal/u);
    expect((await world.ports.teams.find(TENANT, 'C1'))?.log).toBeUndefined();
  });
});
