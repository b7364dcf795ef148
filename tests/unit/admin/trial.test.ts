import { describe, expect, test } from '@jest/globals';
import { makeStartTrial } from '../../../src/admin/start-trial.ts';
import { ok } from '../../../src/shared/result.ts';
import type { PersonRef } from '../../../src/chat/identity.ts';
import { plain } from '../../../src/chat/text.ts';
import { minutes } from '../../../src/shared/time.ts';
import { aPerson, aProfile, aReleasedTenant, personRef, TENANT, utc } from '../../support/builders.ts';
import { crashEverywhere } from '../../support/intercept.ts';
import type { Around } from '../../support/intercept.ts';
import { makeMemoryPorts, makeProduct, workAMinute } from '../../support/memory-world.ts';
import { everyString } from '../../support/said.ts';
import { formOf } from '../../support/open-round.ts';

const NOW = utc('2026-12-01T09:00:00Z');
const PLAYERS: readonly PersonRef[] = ['A', 'B'].map(personRef);

const TICK = new Set(['dueIndex.due', 'queue.enqueueJobs']);

/** A trial of two admins from its start to its end; both answer. Nothing is released. */
const play = async (around?: Around, revive: () => void = () => undefined) => {
  const settings = aReleasedTenant({ releases: {}, admins: PLAYERS });
  const ports = makeMemoryPorts(NOW, settings);
  await ports.people.remember(['A', 'B'].map((id) => aProfile(id)));
  const product = makeProduct(ports, around);
  const { desk } = makeProduct(ports);
  const startTrial = makeStartTrial({ ...ports, admit: async () => ok(settings) });
  const start = (nonce: string) =>
    startTrial({
      nonce,
      person: aPerson('A'),
      zone: 'Europe/Berlin',
      language: 'de',
      values: { players: PLAYERS },
    });
  const work = async (count: number): Promise<void> => {
    for (let minute = 0; minute < count; minute += 1) {
      await workAMinute(product);
      revive();
    }
  };
  await start('first');
  await work(8);
  const answers = await Promise.all(
    PLAYERS.map((person) =>
      desk.handle({
        kind: 'submitted',
        actor: { tenant: TENANT, person, outsider: false },
        nonce: 'form',
        intent: { kind: 'answer', round: `trial-${NOW}` },
        values: formOf([1, 4, 5], `text of ${person}`),
      }),
    ),
  );
  await work(25);
  const ref = { tenant: TENANT, round: `trial-${NOW}` };
  return {
    ports,
    start,
    answers,
    posts: ports.gateway.posted().map(({ to, card }) => `${to} ${plain(card.title)}`),
    words: ports.gateway.posted().flatMap(({ card }) => everyString(card)),
    left: {
      team: await ports.teams.find(TENANT, 'trial'),
      round: await ports.rounds.find(TENANT, ref.round),
      head: await ports.vault.head(ref),
      slots: (await ports.vault.slots(ref)).slots,
      records: ports.askDeliveries.count(TENANT, ref.round) + ports.deliveries.count(TENANT, ref.round),
      comments: await ports.comments.page(ref, 0),
      teams: (await ports.people.findMany(PLAYERS)).map(({ team, leads }) => [team, leads]),
    },
  };
};

const ASK = 'Probelauf: drei Fragen zu deinen letzten Schichten, unter einer Minute.';
const RESULT = 'Probelauf vorbei. Das würde euer Team in seinem Kanal lesen:';

const NOTHING = {
  team: undefined,
  round: undefined,
  head: undefined,
  slots: [],
  records: 0,
  comments: undefined,
  teams: [
    [undefined, []],
    [undefined, []],
  ],
};

describe('a trial', () => {
  test('asks its players, shows them a result, and leaves nothing', async () => {
    const { posts, words, left } = await play();
    expect(posts).toEqual([
      `slack:T1:A ${ASK}`,
      `slack:T1:B ${ASK}`,
      `slack:T1:A ${RESULT}`,
      `slack:T1:B ${RESULT}`,
    ]);
    expect(words).toEqual(expect.arrayContaining(['text of slack:T1:A', 'text of slack:T1:B']));
    expect(left).toEqual(NOTHING);
  });

  test('leaves nothing wherever a worker died, and its players hear all of it', async () => {
    const smooth = await play();
    const crashes = await crashEverywhere(async (crash) => {
      const crashed = await play(
        (name, apply) => (TICK.has(name) ? apply() : crash.around(name, apply)),
        crash.revive,
      );
      expect(new Set(crashed.posts)).toEqual(new Set(smooth.posts));
      expect(crashed.left).toEqual(NOTHING);
    });
    expect(crashes).toBeGreaterThan(80);
  });

  test('is started once by one form, and refused to another while it runs', async () => {
    const { ports, start } = await play();
    const begun = ports.clock.now();
    expect(await start('again')).toMatchObject({ ok: true });
    expect(await start('again')).toMatchObject({ ok: true });
    expect(await start('another')).toEqual({
      ok: false,
      refusal: { code: 'trial-running', until: begun + minutes(10), zone: 'Europe/Berlin' },
    });
    expect(await ports.teams.ids(TENANT)).toEqual(['trial']);
  });

  test('that no worker opens in its ten minutes is deleted without a word', async () => {
    const { ports, start } = await play();
    const before = ports.gateway.posted().length;
    await start('late');
    ports.clock.advance(minutes(11));
    const product = makeProduct(ports);
    await workAMinute(product);
    await workAMinute(product);
    expect(await ports.teams.ids(TENANT)).toEqual([]);
    expect(ports.gateway.posted()).toHaveLength(before);
  });
});
