export type Language = 'de' | 'en';

/** German for any German locale (`de-AT`), English for everything else. */
export const languageOf = (locale: string): Language => (locale.toLowerCase().startsWith('de') ? 'de' : 'en');
