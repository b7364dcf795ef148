/** Seconds between a zone's wall clocks and UTC at an instant: `tz_offset`, which changes silently with daylight saving. */
export const offsetSeconds = (zone: string, instant: number): number => {
  const named = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(named ?? '') ?? [];
  if (!hours || !minutes) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
};
