/** In whose language and zone the page shows times. */
export interface Reader {
  readonly locale: string;
  readonly tz: string;
  /** The playground's present, for "today". */
  readonly now: number;
}

type Style = Intl.DateTimeFormatOptions;

const format = ({ locale, tz }: Reader, style: Style, instant: number): string =>
  new Intl.DateTimeFormat(locale, { timeZone: tz, ...style }).format(instant);

const LONG: Style = { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' };
const DAY: Style = { weekday: 'long', month: 'long', day: 'numeric' };
const PLAIN: Style = { year: 'numeric', month: 'long', day: 'numeric' };
const SHORT: Style = { year: 'numeric', month: 'short', day: 'numeric' };
const NUMBERS: Style = { year: 'numeric', month: '2-digit', day: '2-digit' };

export const timeOfDay = (reader: Reader, instant: number): string =>
  format(reader, { hour: '2-digit', minute: '2-digit' }, instant);

export const longDate = (reader: Reader, instant: number): string => format(reader, LONG, instant);

export const shortMoment = (reader: Reader, instant: number): string =>
  `${format(reader, { weekday: 'short', day: 'numeric', month: 'short' }, instant)}, ${timeOfDay(reader, instant)}`;

const dayNumber = (reader: Reader, instant: number): number =>
  Date.parse(format({ ...reader, locale: 'en-CA' }, NUMBERS, instant)) / 86_400_000;

/** "today" and its neighbours in the reader's language; otherwise the date itself. */
const pretty = (reader: Reader, style: Style, instant: number): string => {
  const distance = Math.round(dayNumber(reader, instant) - dayNumber(reader, reader.now));
  return Math.abs(distance) <= 1
    ? new Intl.RelativeTimeFormat(reader.locale, { numeric: 'auto' }).format(distance, 'day')
    : format(reader, style, instant);
};

export const dayLabel = (reader: Reader, instant: number): string => pretty(reader, LONG, instant);

const year = (reader: Reader, instant: number): string => format(reader, { year: 'numeric' }, instant);

/** Without the year while it is this one. */
const dayDivider = (reader: Reader, instant: number): string =>
  pretty(reader, year(reader, instant) === year(reader, reader.now) ? DAY : LONG, instant);

const HALF_A_YEAR = 183;

/** Slack leaves the year out of a date that is less than six months away. */
const near = (reader: Reader, { year: shown, ...style }: Style, instant: number): string =>
  format(
    reader,
    Math.abs(dayNumber(reader, instant) - dayNumber(reader, reader.now)) < HALF_A_YEAR
      ? style
      : { ...style, year: shown },
    instant,
  );

const TOKENS: Readonly<Record<string, (reader: Reader, instant: number) => string>> = {
  date_num: (reader, instant) => format(reader, NUMBERS, instant),
  date: (reader, instant) => near(reader, PLAIN, instant),
  date_short: (reader, instant) => near(reader, SHORT, instant),
  date_long: (reader, instant) => near(reader, LONG, instant),
  date_pretty: (reader, instant) => pretty(reader, PLAIN, instant),
  date_short_pretty: (reader, instant) => pretty(reader, SHORT, instant),
  date_long_pretty: dayLabel,
  day_divider_pretty: dayDivider,
  time: timeOfDay,
  time_secs: (reader, instant) => format(reader, { timeStyle: 'medium' }, instant),
};

/** A date element as Slack's client writes it: docs.slack.dev/messaging/formatting-message-text. */
export const slackDate = (reader: Reader, template: string, timestamp: number): string =>
  template.replaceAll(
    /\{(\w+)\}/gu,
    (whole, token: string) => TOKENS[token]?.(reader, timestamp * 1000) ?? whole,
  );

export const instantOfTs = (ts: string): number => Number(ts) * 1000;
