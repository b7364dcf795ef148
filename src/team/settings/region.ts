import { text } from '../../chat/text.ts';
import { LAENDER } from '../../shared/holidays.ts';
import type { Land } from '../../shared/holidays.ts';
import type { Language } from '../../i18n/language.ts';
import type { Voice } from '../../i18n/translate.ts';
import { oneOf } from './setting.ts';

/** Whose public holidays are kept free: none, unless somebody chose. */
const NONE = 'none';

/** What the Länder are called; not in the catalogues, since most names are the same in both languages. */
const NAMES: Readonly<Record<Land, Readonly<Record<Language, string>>>> = {
  BW: { de: 'Baden-Württemberg', en: 'Baden-Württemberg' },
  BY: { de: 'Bayern', en: 'Bavaria' },
  BE: { de: 'Berlin', en: 'Berlin' },
  BB: { de: 'Brandenburg', en: 'Brandenburg' },
  HB: { de: 'Bremen', en: 'Bremen' },
  HH: { de: 'Hamburg', en: 'Hamburg' },
  HE: { de: 'Hessen', en: 'Hesse' },
  MV: { de: 'Mecklenburg-Vorpommern', en: 'Mecklenburg-Western Pomerania' },
  NI: { de: 'Niedersachsen', en: 'Lower Saxony' },
  NW: { de: 'Nordrhein-Westfalen', en: 'North Rhine-Westphalia' },
  RP: { de: 'Rheinland-Pfalz', en: 'Rhineland-Palatinate' },
  SL: { de: 'Saarland', en: 'Saarland' },
  SN: { de: 'Sachsen', en: 'Saxony' },
  ST: { de: 'Sachsen-Anhalt', en: 'Saxony-Anhalt' },
  SH: { de: 'Schleswig-Holstein', en: 'Schleswig-Holstein' },
  TH: { de: 'Thüringen', en: 'Thuringia' },
};

const landOf = (value: string): Land | undefined => LAENDER.find((land) => land === value);

const nameOf = (say: Voice, value: string): string | undefined => {
  const land = landOf(value);
  return land && NAMES[land][say.language];
};

export const landSetting = oneOf({
  name: 'land',
  options: [NONE, ...LAENDER],
  of: ({ land }) => land ?? NONE,
  set: (team, value) => ({ ...team, land: landOf(value) }),
  shown: (say, value) => {
    const land = nameOf(say, value);
    return land === undefined ? say('setting.land-none') : say('setting.land-of', { land });
  },
  beside: (say, value) => {
    const land = nameOf(say, value);
    return land === undefined ? say('setting.land-none-beside') : [text(land)];
  },
});
