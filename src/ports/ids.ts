export interface Ids {
  /** A new id: 128 random bits as 32 lower-case hex digits. Holds no time and no order. */
  next(): string;
}
