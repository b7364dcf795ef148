import { describe, expect, test } from '@jest/globals';
import { makeEndPauses } from '../../../src/people/end-pauses.ts';
import { makeIdentify, makeKnowMembers } from '../../../src/people/identify.ts';
import type { PersonKind } from '../../../src/people/person.ts';
import { canBeAsked, isFullMember, isReader } from '../../../src/people/person.ts';
import { aPerson, aProfile, OPENS, personRef, TENANT } from '../../support/builders.ts';
import { makeRecorder } from '../../support/intercept.ts';
import { led, makeMemoryPorts } from '../../support/memory-world.ts';

const makeWorld = () => {
  const { around, calls } = makeRecorder();
  const ports = makeMemoryPorts(OPENS);
  const seen = led(ports, around);
  const identify = makeIdentify({ ...seen, endPauses: makeEndPauses(seen) });
  return { ports, calls, identify, knowMembers: makeKnowMembers(seen) };
};

const actor = (id: string) => ({ tenant: TENANT, person: personRef(id), outsider: false });

describe('who acts', () => {
  test('is asked of the platform once, and remembered', async () => {
    const { ports, calls, identify } = makeWorld();
    ports.directory.setPerson(aProfile('P1'));
    expect(await identify(actor('P1'))).toEqual(aPerson('P1'));
    expect(await identify(actor('P1'))).toMatchObject({ kind: 'member', leads: [] });
    expect(calls).toEqual(['people.find', 'directory.person', 'people.remember', 'people.find']);
  });

  test('is on pause no more once its last day is over, and nothing of it is left', async () => {
    const { ports, calls, identify } = makeWorld();
    await ports.people.remember([aProfile('P1'), aProfile('P2')]);
    const own = { language: 'en', awayUntil: { year: 2026, month: 12, day: 2 } } as const;
    await ports.people.prefer(personRef('P1'), own);
    await ports.people.prefer(personRef('P2'), { ...own, awayUntil: { ...own.awayUntil, day: 3 } });
    expect((await identify(actor('P1')))?.settings?.awayUntil).toBeUndefined();
    expect((await ports.people.find(personRef('P1')))?.settings).toEqual({ language: 'en' });
    expect((await identify(actor('P2')))?.settings?.awayUntil).toEqual({ year: 2026, month: 12, day: 3 });
    expect((await ports.people.find(personRef('P2')))?.settings?.awayUntil).toBeDefined();
    expect(calls.filter((name) => name === 'people.returned')).toHaveLength(1);
  });

  test('is nobody when the platform does not know them', async () => {
    const { calls, identify } = makeWorld();
    expect(await identify(actor('P1'))).toBeUndefined();
    expect(calls).not.toContain('people.remember');
  });

  test('is not remembered from outside', async () => {
    const { ports, calls, identify } = makeWorld();
    ports.directory.setPerson(aProfile('P1', { kind: 'outsider' }));
    expect(await identify(actor('P1'))).toMatchObject({ kind: 'outsider' });
    expect(calls).not.toContain('people.remember');
  });
});

describe('the members of a channel', () => {
  test('who are known cost the platform nothing', async () => {
    const { ports, calls, knowMembers } = makeWorld();
    await ports.people.remember([aProfile('P1'), aProfile('P2')]);
    expect(await knowMembers([personRef('P1'), personRef('P2')], TENANT)).toHaveLength(2);
    expect(calls).toEqual(['people.findMany']);
  });

  test('are looked for page by page, and no page more than needed', async () => {
    const { ports, calls, knowMembers } = makeWorld();
    for (let index = 0; index < 500; index += 1) ports.directory.setPerson(aProfile(`P${index}`));
    const members = ['P0', 'P250'].map(personRef);
    expect((await knowMembers(members, TENANT)).map(({ person }) => person)).toEqual(members);
    expect(calls.filter((name) => name === 'directory.people')).toHaveLength(2);
    expect(await ports.people.findMany(['P1', 'P251'].map(personRef))).toEqual([]);
  });

  test('who are from outside are left out', async () => {
    const { ports, knowMembers } = makeWorld();
    ports.directory.setPerson(aProfile('P1'));
    ports.directory.setPerson(aProfile('X', { kind: 'outsider' }));
    const found = await knowMembers(['P1', 'X', 'NOBODY'].map(personRef), TENANT);
    expect(found.map(({ person }) => person)).toEqual([personRef('P1')]);
  });
});

describe('a kind of person', () => {
  test.each<[PersonKind, boolean, boolean, boolean]>([
    ['member', true, true, true],
    ['guest', false, true, true],
    ['channel-guest', false, false, true],
    ['outsider', false, false, false],
    ['bot', false, false, false],
    ['deactivated', false, false, false],
  ])('%s: sets up %p, is asked %p, reads along %p', (kind, setsUp, asked, reads) => {
    const profile = aProfile('P1', { kind });
    expect([isFullMember(profile), canBeAsked(profile), isReader(profile)]).toEqual([setsUp, asked, reads]);
  });
});
