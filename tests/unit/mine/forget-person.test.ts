import { describe, expect, test } from '@jest/globals';
import type { PersonRef } from '../../../src/chat/identity.ts';
import { eraseReceipt } from '../../../src/mine/erase-messages.ts';
import { makeForget } from '../../../src/mine/forget-person.ts';
import { makeWithdraw } from '../../../src/mine/withdraw.ts';
import { makeFreePeople } from '../../../src/pulse/roster/free-people.ts';
import { voice } from '../../../src/i18n/translate.ts';
import { aTeam, CLOSES, TENANT } from '../../support/builders.ts';
import { formOf, openRound, playOut } from '../../support/open-round.ts';
import type { OpenRound } from '../../support/open-round.ts';
import { present } from '../../support/scenes.ts';

/** Six of six answer; the first of them is the one. */
const world = async () => {
  const opened = await openRound(6);
  for (const person of opened.asked) await opened.answer(person, formOf([1, 4, 5]));
  const [first] = opened.asked;
  return { ...opened, one: present(first, 'person') };
};

const forget = ({ ports }: OpenRound, person: PersonRef) =>
  makeForget({ ...ports, withdraw: makeWithdraw(ports) })(TENANT, person);

const counted = async (opened: OpenRound): Promise<number | undefined> => {
  await playOut(opened);
  const round = await opened.round();
  return round?.result?.reached === true ? round.result.answers : undefined;
};

describe('what somebody said in an open round is gone', () => {
  test('also of a team that they left', async () => {
    const opened = await world();
    await makeFreePeople(opened.ports)(present(await opened.team(), 'team'), [opened.one]);
    expect((await opened.ports.people.find(opened.one))?.team).toBeUndefined();
    expect(await forget(opened, opened.one)).toBe('open');
    expect(await counted(opened)).toBe(5);
  });

  test('also of a team that they lead by now', async () => {
    const opened = await world();
    await opened.ports.people.leave(opened.one, 'C1');
    await opened.ports.people.lead(opened.one, 'C1');
    expect(await forget(opened, opened.one)).toBe('open');
    expect(await counted(opened)).toBe(5);
  });

  test('from the round they left as well as from that of their new team', async () => {
    const opened = await world();
    await makeFreePeople(opened.ports)(present(await opened.team(), 'team'), [opened.one]);
    await opened.ports.teams.create(aTeam({ id: 'C2', home: 'slack:T1:C2', currentRound: 'C2-1' }));
    await opened.ports.people.join(opened.one, 'C2');
    expect(await forget(opened, opened.one)).toBe('open');
    expect(await counted(opened)).toBe(5);
  });

  test('and nothing is said of it once the round is closed, or where there was none', async () => {
    const opened = await world();
    expect(await counted(opened)).toBe(6);
    expect(await forget(opened, opened.one)).toBe('none');
    expect(await forget(opened, opened.one)).toBe('none');
  });
});

describe('the receipt', () => {
  const place = { door: '/rahmen', platform: 'Slack' };
  const goneOf = (language: 'de' | 'en', withdrawn: 'open' | 'sealed' | 'none'): string => {
    const receipt = { withdrawn, nonce: 'n', now: CLOSES, zone: 'Europe/Berlin' };
    return JSON.stringify(eraseReceipt(voice(language), receipt, place).nodes[0]);
  };

  test.each([
    ['de', 'Antwort'],
    ['en', 'answer'],
  ] as const)('names an answer only where one could be taken back: %s', (language, word) => {
    expect(goneOf(language, 'open')).toContain(word);
    expect(goneOf(language, 'none')).not.toContain(word);
    expect(goneOf(language, 'none')).toMatch(/dein Team\.|your team\./u);
  });
});
