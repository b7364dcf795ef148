import { expect, test } from '@jest/globals';
import { slackUser, toProfile } from '../../../adapters/slack/profile.ts';
import type { PersonKind } from '../../../src/people/person.ts';

const home = { tenant: 'slack:T1', ids: ['T1', 'E1'] } as const;

test.each<readonly [string, Record<string, unknown>, PersonKind]>([
  ['a colleague', { team_id: 'T1' }, 'member'],
  ['an admin', { team_id: 'T1', is_admin: true, is_owner: true }, 'member'],
  [
    'a guest of several channels',
    { team_id: 'T1', is_restricted: true, is_ultra_restricted: false },
    'guest',
  ],
  [
    'a guest of one channel',
    { team_id: 'T1', is_restricted: true, is_ultra_restricted: true },
    'channel-guest',
  ],
  ['somebody who left', { team_id: 'T1', deleted: true }, 'deactivated'],
  ['a bot', { team_id: 'T1', is_bot: true }, 'bot'],
  ['a removed bot', { team_id: 'T1', is_bot: true, deleted: true }, 'bot'],
  ['Slackbot', { id: 'USLACKBOT', team_id: 'T1', is_bot: false }, 'bot'],
  ['somebody from another workspace', { team_id: 'T9' }, 'outsider'],
  ['a guest from another workspace', { team_id: 'T9', is_restricted: true }, 'outsider'],
  ['a bot from another workspace', { team_id: 'T9', is_bot: true }, 'bot'],
  ['a stranger', { team_id: 'T1', is_stranger: true }, 'outsider'],
  ['somebody of no workspace', {}, 'outsider'],
  [
    'a colleague from elsewhere in the organisation',
    { team_id: 'T2', enterprise_user: { enterprise_id: 'E1' } },
    'member',
  ],
  [
    'a colleague who also is in our workspace',
    { team_id: 'T2', enterprise_user: { teams: ['T3', 'T1'] } },
    'member',
  ],
  [
    'somebody of another organisation',
    { team_id: 'T2', enterprise_user: { enterprise_id: 'E9', teams: ['T2'] } },
    'outsider',
  ],
])('%s', (_name, fields, kind) => {
  const user = slackUser.parse({ id: 'U1', ...fields });
  expect(toProfile(user, home).kind).toBe(kind);
});

test.each([
  ['de-DE', 'de'],
  ['de-AT', 'de'],
  ['en-GB', 'en'],
  ['fr-FR', 'en'],
  [null, undefined],
])('the locale %s is the language %s', (locale, language) => {
  const profile = toProfile(slackUser.parse({ id: 'U1', team_id: 'T1', locale, tz: null }), home);
  expect([profile.language, profile.zone]).toEqual([language, undefined]);
});

test('keeps no name and no mail address', () => {
  const user = {
    id: 'U1',
    team_id: 'T1',
    name: 'ana',
    real_name: 'Ana',
    profile: { email: 'ana@example.org' },
  };
  expect(toProfile(slackUser.parse(user), home)).toEqual({
    person: 'slack:T1:U1',
    tenant: 'slack:T1',
    kind: 'member',
  });
});
