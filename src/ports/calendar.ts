import type { LocalDateTime } from '../shared/local-date.ts';
import type { Instant, Zone } from '../shared/time.ts';

/** Zones and clock changes. Answers depend on the arguments alone, never on today. */
export interface Calendar {
  /**
   * The moment at which wall clocks in `zone` show `local`. A time that a clock change skips is the first
   * moment after the gap; a time that happens twice is its first occurrence (rule R26).
   */
  instantOf(local: LocalDateTime, zone: Zone): Instant;

  /** What wall clocks in `zone` show at `instant`, to the minute. */
  localOf(instant: Instant, zone: Zone): LocalDateTime;

  /** Whether `zone` is a zone this runtime knows. The other methods throw an InvariantError for one it does not. */
  knows(zone: string): boolean;
}
