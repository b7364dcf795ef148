import type { Span, TimeStyle } from '../chat/text.ts';
import type { LocalDate } from '../shared/local-date.ts';
import type { Instant, Zone } from '../shared/time.ts';
import type { Language } from './language.ts';

const LOCALES: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB' };

const SHAPES: Readonly<Record<TimeStyle, Intl.DateTimeFormatOptions>> = {
  date: { weekday: 'short', day: 'numeric', month: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
  'date-time': { weekday: 'short', day: 'numeric', month: 'numeric', hour: '2-digit', minute: '2-digit' },
};

/** Day and month, with words instead of figures in English, where 3/12 has two meanings. */
const shapeOf = (language: Language, style: TimeStyle): Intl.DateTimeFormatOptions =>
  language === 'en' && style !== 'time' ? { ...SHAPES[style], month: 'short' } : SHAPES[style];

/** Platforms know zones that this runtime may not: theirs are newer or older (R26). */
const formatIn = (zone: Zone, language: Language, style: TimeStyle): Intl.DateTimeFormat => {
  const shape = shapeOf(language, style);
  try {
    return new Intl.DateTimeFormat(LOCALES[language], { ...shape, timeZone: zone });
  } catch {
    return new Intl.DateTimeFormat(LOCALES[language], { ...shape, timeZone: 'UTC', timeZoneName: 'short' });
  }
};

/** How `instant` reads in `zone`: `Do, 3.12., 12:00` or `Thu 3 Dec, 12:00`. In Greenwich time, and says so, where `zone` is unknown. */
export const dateText = (instant: Instant, zone: Zone, language: Language, style: TimeStyle): string =>
  formatIn(zone, language, style)
    .format(instant)
    .replace(/^(\p{L}+)\./u, '$1'); // German CLDR writes "Do.,"

/** A day without a time: `Do, 24.12.` or `Thu 24 Dec`; with the year where it may be another one. */
export const dayText = (
  { year, month, day }: LocalDate,
  language: Language,
  shown: 'short' | 'with-year',
): string =>
  new Intl.DateTimeFormat(LOCALES[language], {
    ...shapeOf(language, 'date'),
    ...(shown === 'with-year' && { year: 'numeric' }),
    timeZone: 'UTC',
  })
    .format(Date.UTC(year, month - 1, day))
    .replace(/^(\p{L}+)\./u, '$1');

/** A moment that the chat shows in the viewer's own zone, with our wording for where it cannot. */
export const moment = (instant: Instant, zone: Zone, language: Language, style: TimeStyle): Span => ({
  kind: 'time',
  instant,
  style,
  fallback: dateText(instant, zone, language, style),
});

/** Monday … Sunday in the language, by ISO number. */
export const weekdayName = (weekday: number, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, weekday), // 1 January 2024 was a Monday
  );
