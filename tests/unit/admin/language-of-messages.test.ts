import { describe, expect, test } from '@jest/globals';
import { makeStartTrial } from '../../../src/admin/start-trial.ts';
import { plain } from '../../../src/chat/text.ts';
import type { Message } from '../../../src/delivery/message.ts';
import type { Language } from '../../../src/i18n/language.ts';
import { ok } from '../../../src/shared/result.ts';
import {
  aPerson,
  aProfile,
  aReleasedTenant,
  aTeam,
  OPENS,
  personRef,
  TENANT,
} from '../../support/builders.ts';
import { haveTeam, makeMemoryPorts, makeProduct, workAMinute } from '../../support/memory-world.ts';

const LEAD = personRef('LEAD');

interface Languages {
  readonly own?: Language;
  readonly team: Language;
  readonly client: Language;
}

/** An admin who leads a team. */
const makeWorld = async ({ own, team, client }: Languages) => {
  const settings = aReleasedTenant({ admins: [LEAD] });
  const ports = makeMemoryPorts(OPENS, settings);
  const led = aTeam({ language: team, waits: true });
  await haveTeam(ports, led);
  await ports.people.remember([aProfile('LEAD', { language: client })]);
  await ports.people.lead(LEAD, led.id);
  if (own !== undefined) await ports.people.prefer(LEAD, { language: own });
  const product = makeProduct(ports);
  return {
    ports,
    settings,
    product,
    said: async (message: Message): Promise<string> => {
      await product.deliver(message);
      return plain(ports.gateway.posted().at(-1)?.card.title ?? []);
    },
  };
};

const CASES: readonly (readonly [Languages, Language])[] = [
  [{ own: 'en', team: 'de', client: 'de' }, 'en'],
  [{ own: 'de', team: 'en', client: 'en' }, 'de'],
  [{ team: 'de', client: 'en' }, 'de'],
  [{ team: 'en', client: 'de' }, 'en'],
];

describe.each(CASES)('for %j', (languages, expected) => {
  test('news of a release come in one’s own language, else the team’s', async () => {
    const { said } = await makeWorld(languages);
    const news = {
      kind: 'release-news',
      tenant: TENANT,
      team: 'C1',
      lead: 0,
      version: 2,
      news: 'waits',
    } as const;
    expect(await said(news)).toMatch(expected === 'de' ? /ist eingerichtet/u : /is set up/u);
  });

  test('so does word to an admin', async () => {
    const { said } = await makeWorld(languages);
    const news = { kind: 'admin-news', tenant: TENANT, person: LEAD, version: 2, news: 'welcome' } as const;
    expect(await said(news)).toMatch(expected === 'de' ? /^Hallo!/u : /^Hi!/u);
  });

  test('so does a trial', async () => {
    const { ports, settings, product } = await makeWorld(languages);
    const startTrial = makeStartTrial({ ...ports, admit: async () => ok(settings) });
    // Who starts it speaks another language: it is the reader's that counts.
    const language = expected === 'de' ? 'en' : 'de';
    const values = { players: [LEAD] };
    await startTrial({ nonce: 'n', person: aPerson('LEAD'), zone: 'Europe/Berlin', language, values });
    for (let minute = 0; minute < 8; minute += 1) await workAMinute(product);
    const [ask] = ports.gateway.posted();
    expect(plain(ask?.card.title ?? [])).toMatch(expected === 'de' ? /^Probelauf:/u : /^Trial:/u);
  });
});
