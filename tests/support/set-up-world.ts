import type { FormValues } from '../../src/chat/form.ts';
import type { ConversationRef } from '../../src/chat/identity.ts';
import { inTenant } from '../../src/chat/identity.ts';
import { makeSetUpCases } from '../../src/desk/open-set-up-desk.ts';
import type { Channel } from '../../src/ports/directory.ts';
import type { Instant } from '../../src/shared/time.ts';
import { aChannel, aPerson, aProfile, HOME, personRef, TENANT, utc } from './builders.ts';
import type { Around } from './intercept.ts';
import { led, makeMemoryPorts } from './memory-world.ts';

/** Tuesday morning; the first Thursday noon is more than a day ahead. */
export const TUESDAY: Instant = utc('2026-12-01T09:00:00Z');

export const ELSEWHERE: ConversationRef = inTenant(TENANT, 'C2');

/** The set-up form as somebody sends it who changed nothing but the time. */
export const setUpValues = (differing: FormValues = {}): FormValues => ({
  leads: [personRef('LEAD')],
  weeks: '2',
  weekday: '4',
  time: '12:00',
  language: 'de',
  asks: 'direct',
  ...differing,
});

/** What setting up takes over memory; nobody is in any channel yet. */
export const makeSetUpWorld = (around?: Around, allowPublicChannels = false) => {
  const ports = makeMemoryPorts(TUESDAY);
  const seen = around === undefined ? ports : led(ports, around);
  const cases = makeSetUpCases({ ...seen, allowPublicChannels });
  const submit = (differing: Partial<Parameters<typeof cases.setUpTeam>[0]> = {}) =>
    cases.setUpTeam({
      nonce: 'n1',
      person: aPerson('LEAD'),
      home: HOME,
      values: setUpValues(),
      ...differing,
    });
  return {
    ports,
    ...cases,
    submit,
    preview: (values: FormValues = setUpValues(), person = aPerson('LEAD')) =>
      cases.previewTeam({ person, home: HOME, values }),
    /** A channel with full members of these names. */
    meet: (home: ConversationRef, names: readonly string[], differing: Partial<Channel> = {}) => {
      for (const name of names) ports.directory.setPerson(aProfile(name));
      ports.directory.setChannel(aChannel({ conversation: home, ...differing }), names.map(personRef));
    },
    team: (id = 'C1') => ports.teams.find(TENANT, id),
  };
};
