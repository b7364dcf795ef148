import { LANGUAGES } from '../set-up/read-team-form.ts';
import { oneOf } from './setting.ts';

export const languageSetting = oneOf({
  name: 'language',
  options: LANGUAGES,
  of: ({ language }) => language,
  set: (team, value) => ({ ...team, language: value === 'de' ? 'de' : 'en' }),
  shown: (say, value) => say(value === 'de' ? 'setting.language-de' : 'setting.language-en'),
  beside: (say, value) => say(value === 'de' ? 'language.de' : 'language.en'),
});

export const asksSetting = oneOf({
  name: 'asks',
  options: ['direct', 'channel'],
  of: ({ asks }) => asks ?? 'direct',
  set: (team, value) => ({ ...team, asks: value === 'channel' ? 'channel' : 'direct' }),
  shown: (say, value) => say(value === 'channel' ? 'setting.asks-channel' : 'setting.asks-direct'),
  beside: (say, value) => say(value === 'channel' ? 'setting.in-channel' : 'setting.by-direct-message'),
});
