import { text } from '../../chat/text.ts';
import type { Text } from '../../chat/text.ts';
import { LAENDER } from '../../shared/holidays.ts';
import type { Land } from '../../shared/holidays.ts';
import type { Language } from '../../i18n/language.ts';
import { label } from '../../i18n/translate.ts';
import type { Voice } from '../../i18n/translate.ts';
import { NO_LAND } from '../set-up/read-team-form.ts';
import { oneOf } from './setting.ts';

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

/** A Land where its label stands beside it. */
const beside = (say: Voice, value: string): Text => {
  const land = nameOf(say, value);
  return land === undefined ? say('setting.land-none-beside') : [text(land)];
};

/** Whose public holidays are kept free: none, unless somebody chose. */
const OPTIONS = [NO_LAND, ...LAENDER];

export const landOptions = (say: Voice): readonly { readonly value: string; readonly label: string }[] =>
  OPTIONS.map((value) => ({ value, label: label(beside(say, value)) }));

export const landSetting = oneOf({
  name: 'land',
  options: OPTIONS,
  of: ({ land }) => land ?? NO_LAND,
  set: (team, value) => ({ ...team, land: landOf(value) }),
  shown: (say, value) => {
    const land = nameOf(say, value);
    return land === undefined ? say('setting.land-none') : say('setting.land-of', { land });
  },
  beside,
});
