import type { Fields } from './slack/json.ts';

/** What came of an action that the page asked for. */
export interface Acted {
  readonly error?: string;
  readonly fieldErrors?: Readonly<Record<string, string>>;
}

/** One simulated chat platform, as the server mounts it below `/playground/<name>/`. */
export interface SimulatedChat {
  readonly name: string;
  /** All that the person's client shows. Undefined for somebody unknown. */
  readonly state: (person: string) => object | undefined;
  /** Does what the page asks. Throws an Error that says what is wrong with the request. */
  readonly act: (request: Fields) => Promise<Acted>;
  /** How many messages the bot has posted so far. */
  readonly posted: () => number;
  readonly onChange: (listener: () => void) => void;
  readonly close: () => Promise<void>;
}
