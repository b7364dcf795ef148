import { describe, expect, test } from '@jest/globals';
import type { Settings } from '../../../src/admin/settings.ts';
import { SETTINGS_ID } from '../../../src/admin/settings.ts';
import { inTenant } from '../../../src/chat/identity.ts';
import { plain } from '../../../src/chat/text.ts';
import { minutes } from '../../../src/shared/time.ts';
import type { Team } from '../../../src/team/team.ts';
import {
  aChannel,
  anAnswer,
  aProfile,
  aReleasedTenant,
  aTeam,
  CLOSES,
  HOME,
  OPENS,
  personRef,
  TENANT,
  utc,
} from '../../support/builders.ts';
import { crashEverywhere } from '../../support/intercept.ts';
import type { Around } from '../../support/intercept.ts';
import { haveTeam, makeMemoryPorts, makeProduct, populate, workAMinute } from '../../support/memory-world.ts';
import type { MemoryPorts } from '../../support/memory-world.ts';
import { formOf } from '../../support/open-round.ts';

const NOW = utc('2026-12-01T09:00:00Z');

/** As an admin's form stores it. */
const decide = async ({ settings, clock }: MemoryPorts, released: boolean): Promise<void> => {
  const found = (await settings.find(TENANT, SETTINGS_ID)) ?? aReleasedTenant();
  const next: Settings = {
    ...found,
    version: found.version + 1,
    history: [...found.history, { command: `decision-${found.version}`, what: 'decided' }],
    releases: released ? aReleasedTenant().releases : {},
    telling: {},
    due: clock.now(),
  };
  await settings.save(next);
};

const said = (ports: MemoryPorts): readonly string[] =>
  ports.gateway.posted().map(({ to, card }) => `${to} ${plain(card.title)}`);

const WAITS = 'slack:T1:LEAD #team-nord ist eingerichtet und wartet auf die Freigabe durch einen Admin.';
const WITHDRAWN = 'slack:T1:LEAD Die Freigabe ist zurückgezogen: #team-nord wird nicht mehr gefragt.';
const PROMISE = expect.stringMatching(/^slack:T1:C1 Ab Do, 3\.12\. stelle ich euch/u);

const aNewTeam = (differing: Partial<Team> = {}): Team =>
  aTeam({
    state: 'settling',
    promised: undefined,
    due: NOW,
    readers: 0,
    nextOpening: undefined,
    ...differing,
  });

const minutesOf = async (product: ReturnType<typeof makeProduct>, count: number, revive = () => {}) => {
  for (let minute = 0; minute < count; minute += 1) {
    await workAMinute(product);
    revive();
  }
};

/** A team that waits, is released, is asked, and loses its release while people answer. */
const live = async (around?: Around, revive?: () => void) => {
  const ports = makeMemoryPorts(NOW, aReleasedTenant({ releases: {} }));
  const people = populate(ports, 5);
  await haveTeam(ports, aNewTeam());
  const product = makeProduct(ports, around);
  const { desk } = makeProduct(ports);
  await minutesOf(product, 9, revive);
  await decide(ports, true);
  await minutesOf(product, 9, revive);
  ports.clock.set(OPENS);
  await minutesOf(product, 9, revive);
  for (const person of people) {
    await desk.handle({
      kind: 'submitted',
      actor: { tenant: TENANT, person, outsider: false },
      nonce: 'form',
      intent: { kind: 'answer', round: 'C1-1' },
      values: formOf([1, 4, 5], 'words that nobody may read'),
    });
  }
  await decide(ports, false);
  await minutesOf(product, 9, revive);
  const round = await ports.rounds.find(TENANT, 'C1-1');
  return {
    said: said(ports),
    round: { state: round?.state, withheld: round?.withheld, result: round?.result },
    gone: await ports.vault.isEmpty({ tenant: TENANT, round: 'C1-1' }),
    comments: await ports.comments.page({ tenant: TENANT, round: 'C1-1' }, 0),
    team: await ports.teams.find(TENANT, 'C1'),
    settings: await ports.settings.find(TENANT, SETTINGS_ID),
    ports,
    product,
  };
};

describe('a release', () => {
  test('lets a waiting team go on, and its end ends an open round unread', async () => {
    const { said: posts, round, gone, comments, team, settings } = await live();
    expect(posts).toEqual([
      WAITS,
      PROMISE,
      ...['P1', 'P2', 'P3', 'P4', 'P5'].map((id) => expect.stringMatching(`^slack:T1:${id} `)),
      WITHDRAWN,
    ]);
    expect(round).toEqual({ state: 'closed', withheld: true, result: { reached: false } });
    expect([gone, comments]).toEqual([true, undefined]);
    expect(team).toMatchObject({ waits: true });
    expect(settings).toMatchObject({ telling: undefined, due: undefined, hasTeam: true });
  });

  test('ends the same wherever a worker died', async () => {
    const smooth = await live();
    const calls = new Set(['dueIndex.due', 'queue.enqueueJobs']);
    const crashes = await crashEverywhere(async (crash) => {
      const crashed = await live(
        (name, apply) => (calls.has(name) ? apply() : crash.around(name, apply)),
        crash.revive,
      );
      expect(new Set(crashed.said)).toEqual(new Set(smooth.said));
      expect(crashed.round).toEqual(smooth.round);
      expect([crashed.gone, crashed.comments]).toEqual([true, undefined]);
      expect(crashed.settings).toMatchObject({ telling: undefined, due: undefined });
    });
    expect(crashes).toBeGreaterThan(150);
  });

  test('that comes back before the round was destroyed does not publish it after all', async () => {
    const { ports, product } = await live();
    await decide(ports, true);
    ports.clock.set(CLOSES);
    await minutesOf(product, 9);
    expect(said(ports).filter((line) => line.startsWith('slack:T1:C1 '))).toEqual([PROMISE]);
    expect((await ports.rounds.find(TENANT, 'C1-1'))?.published).toBeUndefined();
  });

  test('that comes back lets a promised team go on at its next date, without a second promise', async () => {
    const { ports, product } = await live();
    // The lead had two messages this week, so that a third one would not come (DESIGN 4.5).
    ports.clock.set(utc('2026-12-07T09:00:00Z'));
    await decide(ports, true);
    await minutesOf(product, 3);
    expect(said(ports).at(-1)).toBe('slack:T1:LEAD Es gibt wieder eine Freigabe: #team-nord macht weiter.');
    ports.clock.set(utc('2026-12-17T11:07:00Z'));
    await minutesOf(product, 3);
    expect(await ports.teams.find(TENANT, 'C1')).toMatchObject({ currentRound: 'C1-2', waits: undefined });
  });

  test('reaches every team of a tenant, page by page, and none of another tenant', async () => {
    const ports = makeMemoryPorts(NOW, aReleasedTenant({ releases: {} }));
    const homes = Array.from({ length: 230 }, (_, place) => inTenant(TENANT, `C${1000 + place}`));
    for (const home of homes) {
      ports.directory.setChannel(aChannel({ conversation: home }), []);
      const id = home.slice(home.lastIndexOf(':') + 1);
      await ports.teams.create(aNewTeam({ id, home, waits: true, due: CLOSES }));
    }
    await ports.teams.create(aNewTeam({ tenant: 'slack:T2', id: 'C9', waits: true, due: CLOSES }));
    await decide(ports, true);
    const product = makeProduct(ports);
    await product.runJob({ kind: 'settings', tenant: TENANT, id: SETTINGS_ID, due: NOW });
    const teams = await Promise.all(homes.map((home) => ports.teams.find(TENANT, home.slice(9))));
    expect(teams.map((team) => [team?.waits, team?.due])).toEqual(homes.map(() => [undefined, NOW]));
    expect(await ports.teams.find('slack:T2', 'C9')).toMatchObject({ waits: true, due: CLOSES });
  });

  test('that comes while a team settles down to wait is not missed', async () => {
    const ports = makeMemoryPorts(NOW, aReleasedTenant({ releases: {} }));
    populate(ports, 5);
    await haveTeam(ports, aNewTeam());
    let decided = false;
    const product = makeProduct(ports, async (name, apply) => {
      // Between the look at the release and the team's own write.
      if (name === 'teams.save' && !decided) {
        decided = true;
        await decide(ports, true);
        await makeProduct(ports).runJob({ kind: 'settings', tenant: TENANT, id: SETTINGS_ID, due: NOW });
      }
      return apply();
    });
    await minutesOf(product, 9);
    expect(said(ports)).toEqual([PROMISE]);
  });
});

describe('without a release', () => {
  test('dates pass by, and the leads are told once', async () => {
    const ports = makeMemoryPorts(NOW, aReleasedTenant({ releases: {} }));
    populate(ports, 5);
    await haveTeam(ports, aNewTeam());
    const product = makeProduct(ports);
    for (const day of [1, 3, 10, 17, 24]) {
      ports.clock.set(utc(`2026-12-${String(day).padStart(2, '0')}T11:10:00Z`));
      await minutesOf(product, 2);
    }
    expect(said(ports)).toEqual([WAITS]);
    expect(await ports.rounds.find(TENANT, 'C1-1')).toBeUndefined();
  });

  test('a team of somebody who is no member of the channel is told nothing', async () => {
    const ports = makeMemoryPorts(NOW, aReleasedTenant({ releases: {} }));
    populate(ports, 5);
    await haveTeam(ports, aTeam({ waits: true }));
    await ports.people.unlead(personRef('LEAD'), 'C1');
    await decide(ports, true);
    await minutesOf(makeProduct(ports), 3);
    expect(said(ports)).toEqual([]);
  });

  test('an answer in a round that ends is refused, and not kept', async () => {
    const ports = makeMemoryPorts(OPENS);
    populate(ports, 5, [aProfile('GUEST', { kind: 'guest' })]);
    await haveTeam(ports, aTeam());
    const product = makeProduct(ports);
    await minutesOf(product, 2);
    await decide(ports, false);
    await minutesOf(product, 3);
    const slots = await ports.vault.slots({ tenant: TENANT, round: 'C1-1' });
    const [first] = slots.slots;
    const late = await ports.vault.answer(
      { tenant: TENANT, round: 'C1-1' },
      first?.slot ?? '',
      anAnswer([1, 2, 3]),
    );
    expect(late).toBe('sealed');
    expect(said(ports).filter((line) => line.startsWith(`${HOME} `))).toEqual([]);
    expect(ports.clock.now()).toBe(OPENS + minutes(5));
  });
});
