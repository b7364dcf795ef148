import { describe, expect, test } from '@jest/globals';
import { makeIsAdmin } from '../../../src/admin/is-admin.ts';
import type { PersonKind } from '../../../src/people/person.ts';
import { makeMayChange } from '../../../src/team/authority.ts';
import { aPerson, aReleasedTenant, aTeam, OPENS, personRef } from '../../support/builders.ts';
import { makeMemoryPorts } from '../../support/memory-world.ts';

const makeWorld = () => {
  const ports = makeMemoryPorts(OPENS, aReleasedTenant({ admins: [personRef('BOSS')] }));
  const isAdmin = makeIsAdmin(ports);
  return { isAdmin, mayChange: makeMayChange({ isAdmin }) };
};

describe('somebody who is named as an admin', () => {
  test.each<[PersonKind, boolean]>([
    ['member', true],
    ['guest', false],
    ['channel-guest', false],
    ['outsider', false],
    ['deactivated', false],
  ])('as a %s is one, and may change any team: %p', async (kind, expected) => {
    const { isAdmin, mayChange } = makeWorld();
    const boss = aPerson('BOSS', { kind });
    expect(await isAdmin(boss)).toBe(expected);
    expect(await mayChange(boss, aTeam())).toBe(expected);
    expect(await isAdmin(aPerson('P1', { kind }))).toBe(false);
  });
});
