import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { PortError } from '../../../src/shared/errors.ts';
import { days, minutes } from '../../../src/shared/time.ts';
import { RETENTION } from '../../../src/retention/retention.ts';
import { CLOSES, HOME, OPENS, TENANT } from '../../support/builders.ts';
import { haveTeam, makeMemoryPorts, makeProduct, populate, workMinutes } from '../../support/memory-world.ts';
import { present } from '../../support/scenes.ts';

describe('how long is kept what others keep', () => {
  const numbers = (file: string, pattern: RegExp): readonly number[] =>
    [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, number]) => Number(number));

  test('is what the deployment says: logs and queues', () => {
    expect(numbers('serverless.yml', /logRetentionInDays: (\d+)/gu)).toEqual([
      RETENTION.log.days,
      RETENTION['click-log'].days,
    ]);
    const periods = numbers('tools/deploy/queues.yml', /MessageRetentionPeriod: (\d+)/gu);
    expect(new Set(periods)).toEqual(new Set([(RETENTION.queue.days * days(1)) / 1000]));
  });
});

const REF = { tenant: TENANT, round: 'C1-1' };

/** A round of seven that answered and wrote, closed a moment ago. */
const closedRound = async (posts: boolean) => {
  const ports = makeMemoryPorts(OPENS);
  const people = populate(ports, 7);
  await haveTeam(ports);
  const product = makeProduct(ports);
  await workMinutes(product, 3);
  const { head, key } = present(await ports.vault.head(REF), 'round');
  const marks = Object.fromEntries(head.items.map(({ id }) => [id, 4 as const]));
  for (const person of people) {
    await ports.vault.answer(REF, ports.keys.slotOf(key, person), { marks, comment: 'Mehr Zeit' });
  }
  if (!posts) ports.gateway.fail(HOME, new PortError('refused', 'is_archived'));
  ports.clock.set(CLOSES);
  await workMinutes(product, 5);
  const round = async () => present(await ports.rounds.find(TENANT, REF.round), 'round');
  return { ports, product, round, comments: () => ports.comments.page(REF, 0) };
};

describe('a result', () => {
  test('that stands in its channel is kept for two years, comments as well', async () => {
    const { ports, product, round, comments } = await closedRound(true);
    expect(await round()).toMatchObject({ published: true, forgetAt: CLOSES + days(730) });
    expect((await round()).due).toBeUndefined();
    ports.clock.set(CLOSES + days(40));
    await workMinutes(product, 2);
    expect(await round()).toMatchObject({ result: { reached: true } });
    expect(await comments()).toHaveLength(7);
    ports.clock.set(CLOSES + days(730));
    expect(await ports.rounds.find(TENANT, REF.round)).toBeUndefined();
    expect(await comments()).toBeUndefined();
  });

  test('that never came to stand there is dropped after 30 days, comments as well', async () => {
    const { ports, product, round, comments } = await closedRound(false);
    expect((await round()).published).toBeUndefined();
    ports.clock.set(CLOSES + days(30) - minutes(5));
    await workMinutes(product, 2);
    expect(await round()).toMatchObject({ result: { reached: true } });
    ports.clock.set(CLOSES + days(30) + minutes(10));
    await workMinutes(product, 2);
    expect(await round()).toMatchObject({ result: { reached: false }, withheld: true });
    expect((await round()).due).toBeUndefined();
    expect(await comments()).toBeUndefined();
  });

  test('that will not be posted is dropped at once: the app was removed while it was counted', async () => {
    const { ports, product, round } = await closedRound(true);
    expect((await round()).result?.reached).toBe(true);
    await ports.tenants.removed(TENANT, ports.clock.now());
    const closing = { ...(await round()), state: 'closing' as const, published: undefined };
    const { version } = await round();
    await ports.rounds.save({ ...closing, version: version + 1, due: ports.clock.now() });
    await workMinutes(product, 2);
    expect(await round()).toMatchObject({ state: 'closed', result: { reached: false }, withheld: true });
    expect(await ports.comments.page(REF, 0)).toBeUndefined();
  });
});
