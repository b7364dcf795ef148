import type { User } from '../types.ts';

export const HOME_TEAM = { id: 'T0RAHMEN01', domain: 'beispielhaus', name: 'Beispielhaus' } as const;
export const OTHER_TEAM = { id: 'T0MUSTER99', domain: 'muster-partner', name: 'Muster Partner' } as const;

/** Ids by first name, for tests and seeds. Everybody here is made up, and looks it. */
export const PEOPLE = {
  lea: 'U0LEALEIT1',
  ada: 'U0ADAMUST1',
  ben: 'U0BENBEIS1',
  cem: 'U0CEMPLAT1',
  dana: 'U0DANAPRO1',
  emil: 'U0EMILERF1',
  fay: 'U0FAYFICT1',
  gus: 'U0GUSSAMP1',
  hana: 'U0HANADUM1',
  ivo: 'U0IVOVORL1',
  jo: 'U0JOPLACE1',
  kim: 'U0KIMTEST1',
  gil: 'U0GILGAST1',
  ina: 'U0INAINTE1',
  vera: 'U0VERAWEG1',
  otto: 'U0OTTOOUT9',
  mia: 'U0MIAMINI1',
  nils: 'U0NILSNUL1',
  ole: 'U0OLEOHNE1',
  pia: 'U0PIAPROB1',
  bot: 'U0RAHMBOT1',
  reminder: 'U0OTHRBOT1',
} as const;

/** Slack tells an app both: the client's language and the zone; neither follows from the other. */
const german = { locale: 'de-DE', tz: 'Europe/Berlin' } as const;
const english = { locale: 'en-GB', tz: 'Europe/London' } as const;

/** Handles are made from names, as Slack proposes them. */
const member = (id: string, realName: string, place: Pick<User, 'locale' | 'tz'>): User => ({
  id,
  teamId: HOME_TEAM.id,
  name: realName.toLowerCase().replace(/[^a-z]+/g, '.'),
  realName,
  ...place,
  kind: 'member',
  admin: false,
  deleted: false,
});

/** A lead, twelve agents of whom one is a guest, IT, and everybody a bot must not mistake for one of them. */
export const seedUsers = (): User[] => [
  member(PEOPLE.lea, 'Lea Leitbeispiel', german),
  member(PEOPLE.ada, 'Ada Musterfrau', german),
  member(PEOPLE.ben, 'Ben Beispiel', german),
  member(PEOPLE.cem, 'Cem Platzhalter', german),
  member(PEOPLE.dana, 'Dana Probeweise', german),
  member(PEOPLE.emil, 'Emil Erfunden', german),
  member(PEOPLE.fay, 'Fay Fictional', english),
  member(PEOPLE.gus, 'Gus Sample', english),
  member(PEOPLE.hana, 'Hana Dummy', english),
  member(PEOPLE.ivo, 'Ivo Vorlage', { locale: 'de-DE', tz: 'Europe/Lisbon' }),
  member(PEOPLE.jo, 'Jo Placeholder', english),
  member(PEOPLE.kim, 'Kim Testperson', german),
  { ...member(PEOPLE.gil, 'Gil Gastbeispiel', german), kind: 'guest' },
  { ...member(PEOPLE.ina, 'Ina Interim (IT)', german), admin: true },
  { ...member(PEOPLE.vera, 'Vera Vergangen', german), deleted: true },
  { ...member(PEOPLE.otto, 'Otto Outside', english), teamId: OTHER_TEAM.id },
  member(PEOPLE.mia, 'Mia Miniatur', german),
  member(PEOPLE.nils, 'Nils Nullwert', german),
  member(PEOPLE.ole, 'Ole Ohnegleichen', german),
  member(PEOPLE.pia, 'Pia Probe', german),
  { ...member(PEOPLE.bot, 'Rahmen', german), kind: 'bot' },
  { ...member(PEOPLE.reminder, 'Andere App', german), kind: 'bot' },
];
