import { describe, expect, test } from '@jest/globals';
import { nobodyIn } from '../../../src/chat/identity.ts';
import type { Message } from '../../../src/delivery/message.ts';
import { makeNames } from '../../../src/mine/names.ts';
import {
  batchWithout,
  roundWithout,
  settingsWithout,
  teamWithout,
} from '../../../src/mine/without-person.ts';
import { promiseMade } from '../../../src/team/notices/team-messages.ts';
import { decisionOf } from '../../../src/team/leads/invitation.ts';
import { spread } from '../../../src/shared/hash.ts';
import { aReleasedTenant, aRound, aTeam, anInvitation, personRef, TENANT } from '../../support/builders.ts';
import { anAskBatch } from '../../contract/samples.ts';

const ANA = personRef('ANA');
const BEN = personRef('BEN');
const NOBODY = nobodyIn(TENANT);
const names = makeNames(ANA);

describe('a name', () => {
  test.each([
    ['slack:T1:ANA', true],
    ['result/C1-1/lead/0/ANA', true],
    ['slack:T1:ANABEL', false],
    ['slack:T1:MARIANA', false],
    ['ANA-1', false],
    [{ deep: [{ by: ANA }] }, true],
    [undefined, false],
  ])('%j: stands in it, %s', (value, expected) => {
    expect(names(value)).toBe(expected);
  });
});

describe('without a person', () => {
  const full = aTeam({
    leads: [ANA, BEN],
    promise: promiseMade(aTeam({ leads: [ANA, BEN] })),
    invited: [anInvitation('ANA'), anInvitation('P9', { by: ANA })],
    leftOut: [BEN, ANA],
    came: [ANA],
    went: [ANA, BEN],
    setUpBy: ANA,
    wayOn: { asked: 'below-gate', number: 1, decided: { way: 'keep', by: ANA } },
    history: [
      { command: 'nonce', what: 'set up' },
      { command: decisionOf('accept', aTeam(), ANA), what: 'accepted' },
      { command: 'first/slack:T1:ANA', what: 'x' },
    ],
    log: [
      { id: 'one', by: ANA, on: { year: 2026, month: 12, day: 1 }, what: [{ kind: 'resumed' }] },
      {
        id: 'two',
        by: BEN,
        on: { year: 2026, month: 12, day: 2 },
        what: [{ kind: 'invited', people: [ANA, BEN], more: 2 }],
      },
    ],
  });

  test('a team names them nowhere, and keeps the others and what was decided', () => {
    const rest = teamWithout(full, ANA);
    expect(names(rest)).toBe(false);
    expect(JSON.stringify(rest)).not.toContain(String(spread(ANA, 2 ** 32)));
    expect(rest).toMatchObject({
      leads: [BEN],
      promise: { leads: [BEN] },
      invited: [{ person: personRef('P9'), by: NOBODY }],
      leftOut: [BEN],
      came: [],
      went: [BEN],
      setUpBy: NOBODY,
      wayOn: { asked: 'below-gate', number: 1, decided: { way: 'keep' } },
    });
    expect(rest.log).toEqual([
      { id: 'one', on: { year: 2026, month: 12, day: 1 }, what: [{ kind: 'resumed' }] },
      {
        id: 'two',
        by: BEN,
        on: { year: 2026, month: 12, day: 2 },
        what: [{ kind: 'invited', people: [BEN], more: 3 }],
      },
    ]);
  });

  test('a round and a roster keep everybody’s place', () => {
    expect(roundWithout(aRound({ leads: [BEN, ANA, BEN] }), ANA).leads).toEqual([BEN, NOBODY, BEN]);
    expect(batchWithout({ ...anAskBatch(TENANT), people: [ANA, BEN] }, ANA).people).toEqual([NOBODY, BEN]);
  });

  test('a release stays one, and whoever entered it has no name', () => {
    const on = { year: 2026, month: 11, day: 30 };
    const settings = aReleasedTenant({
      admins: [ANA, BEN],
      first: ANA,
      releases: { pulse: { by: ANA, on, ground: 'BV 7' } },
    });
    const rest = settingsWithout(settings, ANA);
    expect(names(rest)).toBe(false);
    expect(rest).toMatchObject({ admins: [BEN], first: undefined, firstErased: true });
    expect(rest.releases).toEqual({ pulse: { on, ground: 'BV 7' } });
  });

  test('an admin’s own words name them no more, and whoever wrote them stays', () => {
    const on = { year: 2026, month: 11, day: 30 };
    const ground = 'Talk with ANA (<@ANA>) and ANABEL';
    const settings = aReleasedTenant({ releases: { pulse: { by: BEN, on, ground } } });
    const { releases } = settingsWithout(settings, ANA);
    expect(releases).toEqual({ pulse: { by: BEN, on, ground: 'Talk with … (<@…>) and ANABEL' } });
  });

  test('what waits to be sent names them nowhere, and the rest of it goes out', () => {
    const waiting = (message: Message, index: number) => ({ id: `n.${index}`, attempt: 0, message });
    const news = { kind: 'admin-news', tenant: TENANT, version: 2, news: 'appointed' } as const;
    const told = [
      { ...news, person: ANA, by: BEN },
      { ...news, person: BEN, by: ANA },
    ];
    const settings = settingsWithout(aReleasedTenant({ outbox: told.map(waiting) }), ANA);
    expect(names(settings)).toBe(false);
    expect(settings.outbox.map(({ message }) => message)).toEqual([{ ...news, person: BEN, by: NOBODY }]);
  });

  test('nothing changes where they are not named', () => {
    expect(teamWithout(full, personRef('CEM'))).toEqual(full);
  });
});
