import { describe, expect, test } from '@jest/globals';
import { voice } from '../../../src/i18n/translate.ts';
import { eraseForm } from '../../../src/mine/erase-messages.ts';
import { makeWhatDepends } from '../../../src/mine/what-depends.ts';
import { aPerson, aReleasedTenant, OPENS, personRef } from '../../support/builders.ts';
import { makeMemoryPorts } from '../../support/memory-world.ts';
import { cardLines } from '../../support/said.ts';

const FIRST = personRef('FIRST');
const PLACE = { door: '/rahmen', platform: 'Slack' };

describe('before a first admin is erased', () => {
  const formOf = async (language: 'de' | 'en', who: string): Promise<string> => {
    const ports = makeMemoryPorts(OPENS, aReleasedTenant({ admins: [FIRST, personRef('B')], first: FIRST }));
    const whatDepends = makeWhatDepends({ ...ports, leadsOf: async () => [] });
    const form = eraseForm(voice(language), await whatDepends(aPerson(who)), PLACE);
    return cardLines({ title: [], nodes: form.intro ?? [] }).join('\n');
  };

  test.each([
    [
      'de',
      'Die Konfiguration nennt dich als ersten Admin: Du wirst es nur wieder, wenn du selbst /rahmen einrichten tippst.',
    ],
    [
      'en',
      'The configuration names you as the first admin: you become one again only if you type /rahmen setup yourself.',
    ],
  ] as const)('they read how they would come back, in %s', async (language, line) => {
    expect(await formOf(language, 'FIRST')).toContain(line);
    expect(await formOf(language, 'B')).not.toContain(line.slice(0, 20));
  });
});
