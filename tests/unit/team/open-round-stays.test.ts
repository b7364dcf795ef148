import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { TeamAct } from '../../../src/chat/actions.ts';
import type { PersonRef } from '../../../src/chat/identity.ts';
import type { FormValues } from '../../../src/chat/form.ts';
import { LOG_KEPT } from '../../../src/team/change/team-change.ts';
import { dueOf } from '../../../src/team/team-due.ts';
import { HOME, TENANT, aProfile, personRef } from '../../support/builders.ts';
import { makeChangeWorld, untouched } from '../../support/change-world.ts';
import { populate, workMinutes } from '../../support/memory-world.ts';

const PEOPLE = ['LEAD', 'P1', 'P2', 'P3', 'P6', 'P7', 'NEW'] as const;

const person: fc.Arbitrary<PersonRef> = fc.constantFrom(...PEOPLE).map(personRef);
const some = fc.uniqueArray(person, { maxLength: 3 });

/** What somebody can do to a team: with a form, with a button, or by coming and going. */
type Step =
  | {
      readonly does: 'form';
      readonly by: PersonRef;
      readonly act: TeamAct;
      readonly values: FormValues;
    }
  | { readonly does: 'resume'; readonly by: PersonRef }
  | { readonly does: 'joined' | 'left'; readonly who: PersonRef };

const settings: fc.Arbitrary<FormValues> = fc.record(
  {
    weeks: fc.constantFrom('1', '2', '4', '3'),
    weekday: fc.constantFrom('1', '4', '7'),
    time: fc.constantFrom('own', '09:00', '22:00'),
    language: fc.constantFrom('de', 'en'),
    asks: fc.constantFrom('direct', 'channel'),
    pinned: fc.constantFrom('decide', 'change', 'nonsense'),
    land: fc.constantFrom('none', 'BY'),
    days: fc.constantFrom('7', '10'),
    leads: some,
  },
  { requiredKeys: [] },
);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('form' as const),
      by: person,
      act: fc.constant('settings' as const),
      values: settings,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('form' as const),
      by: person,
      act: fc.constant('roster' as const),
      values: fc.record({ 'take-off': some, 'put-back': some }, { requiredKeys: [] }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('form' as const),
      by: person,
      act: fc.constant('pause' as const),
      values: fc.record(
        { until: fc.constantFrom('2026-12-05', '2026-12-24', '2020-01-01') },
        { requiredKeys: [] },
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('form' as const),
      by: person,
      act: fc.constant('end' as const),
      values: fc.constant({}),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('resume' as const), by: person }) },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constantFrom('joined' as const, 'left' as const), who: person }),
  },
);

type World = Awaited<ReturnType<typeof makeChangeWorld>>;

const take = async (world: World, here: Set<PersonRef>, one: Step): Promise<void> => {
  if (one.does === 'resume') {
    await world.press(one.by, 'resume');
  } else if (one.does === 'form') {
    const opened = await world.press(one.by, one.act);
    if (opened.kind !== 'form') return;
    await world.submit(one.by, opened.form.intent, { ...untouched(opened.form), ...one.values });
  } else {
    here[one.does === 'joined' ? 'add' : 'delete'](one.who);
    const channel = await world.ports.directory.channel(HOME);
    if (channel !== undefined) world.ports.directory.setChannel(channel, [...here]);
    await world.desk.happened(
      one.does === 'joined'
        ? { kind: 'joined', tenant: TENANT, person: one.who, conversation: HOME }
        : { kind: 'left', person: one.who, conversation: HOME },
    );
  }
};

/** Everything that belongs to the open round, wherever it lies. */
const ofTheRound = async ({ ports }: World) => {
  const round = await ports.rounds.find(TENANT, 'C1-1');
  const batch = await ports.batches.find(TENANT, 'C1-1.0');
  return { round, people: batch?.people };
};

describe('whatever is changed about a team', () => {
  test('its open round keeps its questions, people, leads and dates, and the team is looked at when it is due', async () => {
    const plays = async (steps: readonly Step[]): Promise<void> => {
      const world = await makeChangeWorld(7);
      populate(world.ports, 7, [aProfile('NEW')]);
      const channel = await world.ports.directory.channel(HOME);
      const here = new Set<PersonRef>([...world.asked, personRef('LEAD')]);
      if (channel !== undefined) world.ports.directory.setChannel(channel, [...here]);
      const before = await ofTheRound(world);
      for (const one of steps) await take(world, here, one);
      await workMinutes(world.product, 2);
      expect(await ofTheRound(world)).toEqual(before);
      const team = await world.team();
      const goesOn = team !== undefined && team.state !== 'ended';
      expect(goesOn ? team.due : undefined).toBe(goesOn ? dueOf(team) : undefined);
      expect(team?.log?.length ?? 0).toBeLessThanOrEqual(LOG_KEPT);
      // Each change was told, and nothing else was said in the channel.
      const posted = world.ports.gateway.posted().filter(({ to }) => to === HOME);
      expect(posted).toHaveLength(team?.log?.length ?? 0);
    };
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 12 }), plays), { numRuns: 60 });
  });
});
