import { describe, expect, test } from '@jest/globals';
import type { Intent } from '../../../src/chat/actions.ts';
import type { FormValues } from '../../../src/chat/form.ts';
import type { PersonRef } from '../../../src/chat/identity.ts';
import type { Reply } from '../../../src/desk/reply.ts';
import { SETTINGS_ID } from '../../../src/admin/settings.ts';
import { days } from '../../../src/shared/time.ts';
import { aProfile, aReleasedTenant, HOME, personRef, TENANT, utc } from '../../support/builders.ts';
import { untouched } from '../../support/change-world.ts';
import { makeMemoryPorts, makeProduct, populate, workMinutes } from '../../support/memory-world.ts';
import { noticeLines, replyLines } from '../../support/said.ts';

const NOW = utc('2026-12-01T09:00:00Z');
const LEAD = personRef('LEAD');
const OTHER = personRef('P1');

const makeWorld = async (language: 'de' | 'en', isReleased = false) => {
  const tenant = isReleased ? aReleasedTenant() : aReleasedTenant({ releases: {} });
  const ports = makeMemoryPorts(NOW, tenant);
  populate(ports, 7);
  await ports.people.remember([aProfile('LEAD'), aProfile('P1')]);
  for (const person of [LEAD, OTHER]) await ports.people.prefer(person, { language });
  const product = makeProduct(ports);
  const { desk } = product;
  const actor = (person: PersonRef) => ({ tenant: TENANT, person, outsider: false });
  let sent = 0;
  const type = (text: string): Promise<Reply> =>
    desk.handle({ kind: 'typed', actor: actor(LEAD), conversation: HOME, text });
  const press = (intent: Intent, person = LEAD): Promise<Reply> =>
    desk.handle({ kind: 'pressed', actor: actor(person), conversation: HOME, intent });
  const submit = (form: Reply, values: FormValues = {}): Promise<Reply> => {
    if (form.kind !== 'form') throw new Error(`no form but ${replyLines(form).join(' ')}`);
    const nonce = `n${(sent += 1)}`;
    const all = { ...untouched(form.form), ...values };
    return desk.handle({
      kind: 'submitted',
      actor: actor(LEAD),
      nonce,
      intent: form.form.intent,
      values: all,
    });
  };
  const setUp = async (leads: readonly PersonRef[] = [LEAD]) => {
    const preview = await submit(await type('team'), { leads, time: '12:00' });
    return { preview, saved: await submit(preview) };
  };
  const team = () => ports.teams.find(TENANT, 'C1');
  const inChannel = () => ports.gateway.posted().filter(({ to }) => to === HOME);
  const work = () => workMinutes(product, 3);
  return { ports, product, type, press, submit, setUp, team, inChannel, work };
};

const WORDS = {
  de: {
    preview: /^Ein Admin hat den Puls noch nicht freigegeben\./u,
    saved:
      'Es wartet, bis ein Admin den Puls freigibt. Dann steht das Versprechen im Kanal, mit dem Datum der ersten Fragen. Vorher frage ich niemanden.',
    accepted:
      'Das Team wartet, bis ein Admin den Puls freigibt. Dann steht das Versprechen im Kanal. Du wirst nicht gefragt.',
    proposed:
      'Ich habe gefragt. Das Versprechen steht im Kanal, sobald jemand die Leitung annimmt und ein Admin den Puls freigegeben hat.',
    unreleased: 'Erst muss ein Admin den Puls freigeben.',
    changed: 'Gespeichert. Vor dem Versprechen sage ich deinem Team nichts davon.',
    ended: 'Das Team ist beendet. In seinem Kanal stand noch nichts davon.',
    first: /^Die erste Runde öffnet am/u,
  },
  en: {
    preview: /^An admin has not released the pulse yet\./u,
    saved:
      'It waits until an admin releases the pulse. Then the promise appears in the channel, with the date of the first questions. Nobody is asked before that.',
    accepted:
      'The team waits until an admin releases the pulse. Then the promise appears in the channel. You are not asked.',
    proposed:
      'I have asked. The promise appears in the channel once somebody agrees to lead and an admin has released the pulse.',
    unreleased: 'An admin has to release the pulse first.',
    changed: 'Saved. Your team is told nothing before the promise.',
    ended: 'The team has ended. Its channel had read nothing of it yet.',
    first: /^The first round opens on/u,
  },
};

describe.each(['de', 'en'] as const)('before the release, in %s', (language) => {
  const words = WORDS[language];

  test('setting a team up promises no date', async () => {
    const { setUp } = await makeWorld(language);
    const { preview, saved } = await setUp();
    expect(replyLines(preview)).toContainEqual(expect.stringMatching(words.preview));
    expect(replyLines(preview)).not.toContainEqual(expect.stringMatching(words.first));
    expect(replyLines(saved)).toContain(words.saved);
  });

  test('nor does proposing one, or agreeing to lead it', async () => {
    const { setUp, press } = await makeWorld(language);
    const { saved } = await setUp([OTHER]);
    expect(replyLines(saved)).toContain(words.proposed);
    expect(replyLines(await press({ kind: 'accept-lead', team: 'C1' }, OTHER))).toContain(words.accepted);
  });

  test('a team that waits starts and skips nothing, and says why', async () => {
    const { setUp, work, type } = await makeWorld(language);
    await setUp();
    await work();
    expect(replyLines(await type('puls starten'))).toEqual(['card', words.unreleased]);
    expect(replyLines(await type('puls aussetzen'))).toEqual(['card', words.unreleased]);
  });

  test('a team that waits is changed without a word in its channel, and the promise says what holds', async () => {
    const { setUp, work, press, submit, team, inChannel, ports } = await makeWorld(language);
    await setUp();
    await work();
    const settings = await press({ kind: 'team', act: 'settings', team: 'C1' });
    expect(replyLines(await submit(settings, { weeks: '4' }))).toEqual(['notice', words.changed]);
    const roster = await press({ kind: 'team', act: 'roster', team: 'C1' });
    const taken = await submit(roster, { 'take-off': [personRef('P7')] });
    expect(replyLines(taken)).toEqual(['notice', words.changed]);
    await work();
    expect(inChannel()).toEqual([]);
    expect(await team()).toMatchObject({
      state: 'settling',
      rhythm: { weeks: 4 },
      leftOut: [personRef('P7')],
      log: [{ by: LEAD }, { by: LEAD }],
    });
    const settled = await ports.settings.find(TENANT, SETTINGS_ID);
    if (settled === undefined) throw new Error('no settings');
    const { releases } = aReleasedTenant();
    const version = settled.version + 1;
    await ports.settings.save({ ...settled, version, releases, telling: {}, due: ports.clock.now() });
    await work();
    expect(inChannel()).toHaveLength(1);
    expect(await team()).toMatchObject({ state: 'active', promised: true, rhythm: { weeks: 4 } });
  });

  test('a team that waits is ended without a word in its channel, which is free then', async () => {
    const { setUp, work, press, submit, type, team, inChannel, ports } = await makeWorld(language);
    await setUp();
    await work();
    const card = await type('team');
    expect(replyLines(card).filter((line) => line.startsWith('['))).toHaveLength(4);
    const ended = await submit(await press({ kind: 'team', act: 'end', team: 'C1' }));
    expect(replyLines(ended)).toEqual(['notice', words.ended]);
    await work();
    expect(await team()).toMatchObject({ state: 'ended', waits: undefined });
    expect(inChannel()).toEqual([]);
    expect((await ports.people.find(LEAD))?.leads).toEqual([]);
    expect((await type('team')).kind).toBe('form');
  });

  test('nothing opens, so there is nothing to pause', async () => {
    const { setUp, work, press, submit, team } = await makeWorld(language);
    await setUp();
    await work();
    await submit(await press({ kind: 'team', act: 'pause', team: 'C1' }));
    expect((await team())?.state).toBe('settling');
  });
});

test('after the release the preview names the date, as ever', async () => {
  const { setUp } = await makeWorld('en', true);
  const { preview, saved } = await setUp();
  expect(replyLines(preview)).toContainEqual(expect.stringMatching(WORDS.en.first));
  expect(saved.kind === 'notice' && noticeLines(saved.notice).join(' ')).toContain('in a moment');
});

test('a change of a team whose release was withdrawn names no date', async () => {
  const { setUp, work, press, submit, team, ports } = await makeWorld('en', true);
  await setUp();
  await work();
  const active = await team();
  if (active === undefined) throw new Error('no team');
  await ports.teams.save({ ...active, version: active.version + 1, waits: true, due: NOW + days(30) });
  const settings = await press({ kind: 'team', act: 'settings', team: 'C1' });
  expect((await submit(settings, { asks: 'channel' })).kind).toBe('notice');
  expect((await team())?.log?.at(-1)?.from).toBeUndefined();
});
