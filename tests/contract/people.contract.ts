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

    it('lets a person lead so many teams and no more, however many ask at once', async () => {
      await people.remember([aProfile(tenant, 'ANA')]);
      const teams = Array.from({ length: 10 }, (_, index) => `C${index}`);
      const said = await Promise.all(teams.map((team) => people.lead(ana(), team, 2)));
      const led = teams.filter((_, index) => said[index] === 'leads');
      expect(led).toHaveLength(2);
      expect((await people.find(ana()))?.leads).toEqual(led);
      expect(await people.lead(ana(), String(led[0]), 2)).toBe('leads');
      expect(await people.lead(ana(), 'C99')).toBe('leads');
      expect((await people.find(ana()))?.leads).toHaveLength(3);
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

    describe('own settings', () => {
      const everything = {
        language: 'en',
        asks: { kind: 'at', weekday: 3, hour: 22, minute: 30 },
        awayUntil: { year: 2026, month: 12, day: 24 },
        off: true,
      } as const;

      const settings = async () => (await people.find(ana()))?.settings;

      beforeEach(() => people.remember([aProfile(tenant, 'ANA')]));

      it('are absent until something is set', async () => {
        expect(await people.find(ana())).not.toHaveProperty('settings.language');
        expect(await settings()).toBeUndefined();
      });

      it('keep all that is set, also in a list and beside a new profile', async () => {
        await people.prefer(ana(), everything);
        expect(await settings()).toEqual(everything);
        await people.remember([aProfile(tenant, 'ANA', { language: 'de', zone: 'Europe/Lisbon' })]);
        const [listed] = await people.findMany([ana()]);
        expect(listed).toEqual({
          ...aProfile(tenant, 'ANA', { language: 'de', zone: 'Europe/Lisbon' }),
          leads: [],
          settings: everything,
        });
      });

      it('change only where they are named, and go when they are taken back', async () => {
        await people.prefer(ana(), everything);
        await people.prefer(ana(), { asks: { kind: 'now' }, off: undefined });
        const { off: _, ...rest } = everything;
        expect(await settings()).toEqual({ ...rest, asks: { kind: 'now' } });
        await people.prefer(ana(), {});
        expect(await settings()).toEqual({ ...rest, asks: { kind: 'now' } });
        await people.prefer(ana(), { language: undefined, asks: undefined, awayUntil: undefined });
        expect(await settings()).toBeUndefined();
        expect(await people.find(ana())).toEqual({ ...aProfile(tenant, 'ANA'), leads: [] });
      });

      it('lose none of two that change at once', async () => {
        await Promise.all([
          people.prefer(ana(), { language: 'en' }),
          people.prefer(ana(), { asks: { kind: 'channel' } }),
          people.prefer(ana(), { off: true }),
        ]);
        expect(await settings()).toEqual({ language: 'en', asks: { kind: 'channel' }, off: true });
      });

      it('lose a pause when it is over, but not one that was set since', async () => {
        await people.prefer(ana(), everything);
        await people.returned(ana(), { year: 2026, month: 12, day: 23 });
        expect(await settings()).toEqual(everything);
        await people.returned(ana(), everything.awayUntil);
        await people.returned(ana(), everything.awayUntil);
        const { awayUntil: _, ...rest } = everything;
        expect(await settings()).toEqual(rest);
      });

      it('note the one team whose promise was read', async () => {
        for (const team of ['C1', 'C1', 'C2']) await people.promised(ana(), team);
        expect(await people.find(ana())).toEqual({
          ...aProfile(tenant, 'ANA'),
          leads: [],
          promisedIn: 'C2',
        });
      });

      it('are kept of nobody who is not known', async () => {
        const stranger = personOf(tenant, 'STRANGER');
        await people.prefer(stranger, everything);
        await people.returned(stranger, everything.awayUntil);
        await people.promised(stranger, 'C1');
        expect(await people.find(stranger)).toBeUndefined();
        await people.remember([aProfile(tenant, 'STRANGER')]);
        expect(await people.find(stranger)).toEqual({ ...aProfile(tenant, 'STRANGER'), leads: [] });
      });
    });

    it('forgets all about a person, and nothing about others', async () => {
      for (const name of ['ANA', 'CEM']) {
        const person = personOf(tenant, name);
        await people.remember([aProfile(tenant, name)]);
        await people.join(person, 'C1');
        await people.lead(person, 'C2');
        await people.prefer(person, { off: true });
        await people.promised(person, 'C1');
      }
      const cem = await people.find(personOf(tenant, 'CEM'));
      await people.forget(ana());
      await people.forget(ana());
      expect(await people.find(ana())).toBeUndefined();
      expect(await people.find(personOf(tenant, 'CEM'))).toEqual(cem);
      await people.remember([aProfile(tenant, 'ANA')]);
      expect(await people.find(ana())).toEqual({ ...aProfile(tenant, 'ANA'), leads: [] });
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

    it('keeps the round of a team somebody left until it is to be forgotten', async () => {
      const cem = personOf(tenant, 'CEM');
      await people.remember([aProfile(tenant, 'ANA')]);
      await people.departed(ana(), { round: 'C1-1', forgetAt: 2_000_000 });
      await people.departed(ana(), { round: 'C1-2', forgetAt: 3_000_000 });
      await people.departed(cem, { round: 'C1-2', forgetAt: 3_000_000 });
      const of = (...names: readonly string[]) => names.map((name) => personOf(tenant, name));
      expect([...(await people.departures(of('ANA', 'BO', 'ANA'), 2_999_999))]).toEqual([[ana(), 'C1-2']]);
      expect((await people.departures(of('ANA', 'CEM'), 3_000_000)).size).toBe(0);
      expect((await people.departures([], 0)).size).toBe(0);
      // Nothing of it is to be seen on the person.
      expect(await people.find(ana())).toEqual({ ...aProfile(tenant, 'ANA'), leads: [] });
      expect(await people.find(cem)).toBeUndefined();
    });

    it('forgets the round of a team somebody left with everything else of them', async () => {
      await people.departed(ana(), { round: 'C1-1', forgetAt: 2_000_000 });
      await people.forget(ana());
      expect((await people.departures([ana()], 1)).size).toBe(0);
    });
  });
};
