import { beforeEach, describe, expect, it } from '@jest/globals';
import type { TenantRef } from '../../src/chat/identity.ts';
import type { People } from '../../src/ports/people.ts';
import { aProfile, aTenant, personOf } from './samples.ts';

export const peopleContract = (implementation: string, setUp: () => People): void => {
  describe(`people: ${implementation}`, () => {
    let people: People;
    let tenant: TenantRef;

    beforeEach(() => {
      people = setUp();
      tenant = aTenant();
    });

    const ana = () => personOf(tenant, 'ANA');

    it('finds who was remembered, and nobody else', async () => {
      await people.remember([aProfile(tenant, 'ANA'), aProfile(tenant, 'BO', { kind: 'bot' })]);
      expect(await people.find(ana())).toEqual({ ...aProfile(tenant, 'ANA'), leads: [] });
      expect(await people.find(personOf(tenant, 'CEM'))).toBeUndefined();
      expect(await people.find(personOf(aTenant(), 'ANA'))).toBeUndefined();
    });

    it('finds many at once, each once, without those it does not know', async () => {
      const names = Array.from({ length: 230 }, (_, index) => `U${index}`);
      await people.remember(names.map((name) => aProfile(tenant, name)));
      const asked = [...names, 'U0', 'STRANGER'].map((name) => personOf(tenant, name));
      const found = await people.findMany(asked);
      expect(found.map(({ person }) => person).sort()).toEqual(
        names.map((name) => personOf(tenant, name)).sort(),
      );
    });

    it('finds nobody when asked for nobody', async () => {
      expect(await people.findMany([])).toEqual([]);
      await people.remember([]);
    });

    it('takes the newest profile, also where something is known no more', async () => {
      await people.remember([aProfile(tenant, 'ANA')]);
      const bare = { person: ana(), tenant, kind: 'deactivated' } as const;
      await people.remember([bare]);
      expect(await people.find(ana())).toEqual({ ...bare, leads: [] });
    });

    it('keeps team and leads when a profile changes', async () => {
      await people.remember([aProfile(tenant, 'ANA')]);
      await people.join(ana(), 'C1');
      await people.lead(ana(), 'C2');
      await people.remember([aProfile(tenant, 'ANA', { zone: 'Europe/Lisbon' })]);
      expect(await people.find(ana())).toEqual({
        ...aProfile(tenant, 'ANA', { zone: 'Europe/Lisbon' }),
        team: 'C1',
        leads: ['C2'],
      });
    });

    it('lets a person join one team, again and again, and no other', async () => {
      await people.remember([aProfile(tenant, 'ANA')]);
      expect(await people.join(ana(), 'C1')).toBe('joined');
      expect(await people.join(ana(), 'C1')).toBe('joined');
      expect(await people.join(ana(), 'C2')).toBe('taken');
      expect((await people.find(ana()))?.team).toBe('C1');
    });

    it('lets exactly one of twenty teams have a person', async () => {
      await people.remember([aProfile(tenant, 'ANA')]);
      const teams = Array.from({ length: 20 }, (_, index) => `C${index}`);
      const outcomes = await Promise.all(teams.map((team) => people.join(ana(), team)));
      expect(outcomes.filter((outcome) => outcome === 'joined')).toHaveLength(1);
      expect((await people.find(ana()))?.team).toBe(teams[outcomes.indexOf('joined')]);
    });

    it('frees a person for another team, but only from the team that has them', async () => {
      await people.remember([aProfile(tenant, 'ANA')]);
      await people.join(ana(), 'C1');
      await people.leave(ana(), 'C2');
      expect((await people.find(ana()))?.team).toBe('C1');
      await people.leave(ana(), 'C1');
      await people.leave(ana(), 'C1');
      expect((await people.find(ana()))?.team).toBeUndefined();
      expect(await people.join(ana(), 'C2')).toBe('joined');
    });

    it('notes each team that a person leads once', async () => {
      await people.remember([aProfile(tenant, 'ANA')]);
      for (const team of ['C2', 'C1', 'C2']) await people.lead(ana(), team);
      expect((await people.find(ana()))?.leads).toEqual(['C1', 'C2']);
    });

    it('takes a lead off one team and leaves the others', async () => {
      await people.remember([aProfile(tenant, 'ANA')]);
      for (const team of ['C1', 'C2']) await people.lead(ana(), team);
      await people.unlead(ana(), 'C1');
      await people.unlead(ana(), 'C1');
      await people.unlead(ana(), 'C3');
      expect((await people.find(ana()))?.leads).toEqual(['C2']);
      await people.unlead(ana(), 'C2');
      expect((await people.find(ana()))?.leads).toEqual([]);
    });

    it('knows a person by the profile alone: team and leads may come first', async () => {
      await people.join(ana(), 'C1');
      await people.lead(ana(), 'C1');
      await people.leave(personOf(tenant, 'CEM'), 'C1');
      expect(await people.find(ana())).toBeUndefined();
      expect(await people.findMany([ana(), personOf(tenant, 'CEM')])).toEqual([]);
      await people.remember([aProfile(tenant, 'ANA')]);
      expect(await people.find(ana())).toEqual({ ...aProfile(tenant, 'ANA'), team: 'C1', leads: ['C1'] });
    });
  });
};
