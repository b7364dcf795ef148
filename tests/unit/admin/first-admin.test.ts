import { describe, expect, test } from '@jest/globals';
import type { Settings } from '../../../src/admin/settings.ts';
import type { Profile } from '../../../src/people/person.ts';
import { aProfile, aReleasedTenant, OPENS, personRef, TENANT } from '../../support/builders.ts';
import { makeMemoryPorts, makeProduct, workUntilQuiet } from '../../support/memory-world.ts';
import { replyLines } from '../../support/said.ts';

const INA = personRef('INA');
const BEN = personRef('BEN');

/** A tenant whose configuration names INA, and what people there do. */
const makeWorld = (stored: Partial<Settings>, firstAdmin = 'INA') => {
  const ports = makeMemoryPorts(OPENS, aReleasedTenant({ admins: [BEN], ...stored }));
  const know = (...profiles: readonly Profile[]): void => {
    for (const profile of profiles) ports.directory.setPerson(profile);
  };
  know(aProfile('INA'), aProfile('BEN'), aProfile('CEM'));
  const product = makeProduct(ports, undefined, {
    door: '/rahmen',
    allowPublicChannels: false,
    contact: undefined,
    firstAdmin,
  });
  const actor = (name: string) => ({ tenant: TENANT, person: personRef(name), outsider: false });
  const types = async (name: string, text: string) =>
    replyLines(
      await product.desk.handle({ kind: 'typed', actor: actor(name), conversation: 'slack:T1:D1', text }),
    );
  return {
    ports,
    know,
    types,
    /** Any change of the settings by an admin. */
    appoint: (by: string, admins: readonly string[]) =>
      product.desk.handle({
        kind: 'submitted',
        actor: actor(by),
        nonce: `by-${by}`,
        intent: { kind: 'admins', shown: [BEN] },
        values: { admins: admins.map(personRef) },
      }),
    settings: () => ports.settings.find(TENANT, 'settings'),
    told: async (name: string) => {
      await workUntilQuiet(product);
      return ports.gateway.posted().filter(({ to }) => to === personRef(name)).length;
    },
  };
};

describe('a first admin', () => {
  test('is taken up and welcomed once anybody uses the app', async () => {
    const { types, settings, told } = makeWorld({});
    await types('CEM', 'help');
    expect(await settings()).toMatchObject({ admins: [INA, BEN], first: INA });
    expect(await told('INA')).toBe(1);
  });

  test('who is no full member is taken up by nothing that another admin does', async () => {
    const { know, types, appoint, settings } = makeWorld({});
    know(aProfile('INA', { kind: 'deactivated' }));
    await types('CEM', 'help');
    expect((await appoint('BEN', ['BEN', 'CEM'])).kind).toBe('notice');
    expect(await settings()).toMatchObject({ admins: [BEN, personRef('CEM')] });
    expect(JSON.stringify(await settings())).not.toContain('INA');
  });
});

describe('a first admin who was erased', () => {
  const ERASED = { first: undefined, firstErased: true };

  test('stays so whoever uses the app and whatever another admin saves', async () => {
    const { types, appoint, settings, told } = makeWorld(ERASED);
    for (const text of ['help', 'setup', '']) await types('CEM', text);
    expect((await types('CEM', 'setup')).at(-1)).not.toContain('INA');
    expect((await appoint('BEN', ['BEN', 'CEM'])).kind).toBe('notice');
    expect(await settings()).toMatchObject({ admins: [BEN, personRef('CEM')], ...ERASED });
    expect(JSON.stringify(await settings())).not.toContain('INA');
    expect(await told('INA')).toBe(0);
  });

  test('stays so while they use what is for everybody', async () => {
    const { types, settings } = makeWorld(ERASED);
    for (const text of ['help', 'mine', '']) await types('INA', text);
    expect(JSON.stringify(await settings())).not.toContain('INA');
  });

  test('is one again once they set up themselves, and reads it there and then', async () => {
    const { types, settings, told } = makeWorld(ERASED);
    await types('CEM', 'help');
    expect((await types('INA', 'setup'))[1]).toMatch(/^Hallo!/u);
    expect(await settings()).toMatchObject({ admins: [INA, BEN], first: INA, firstErased: undefined });
    expect(await told('INA')).toBe(0);
  });

  test('locks nobody out: another one whom the configuration names is taken up in the same way', async () => {
    const { types, settings } = makeWorld(ERASED, 'CEM');
    await types('BEN', 'setup');
    expect((await settings())?.admins).toEqual([BEN]);
    await types('CEM', 'setup');
    expect(await settings()).toMatchObject({ admins: [personRef('CEM'), BEN], first: personRef('CEM') });
  });
});
