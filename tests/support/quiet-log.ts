import { expect } from '@jest/globals';
import type { RunningRahmen } from './running-rahmen.ts';
import { SECRETS } from './running-rahmen.ts';

/** Ids of people, conversations, workspaces, rounds, views and messages, refs, keys and tokens. */
const TELLING = /\b[A-Z]0[A-Z0-9]{6,}|slack:|xox|https?:|\d{10}|[0-9a-f]{16}/u;

/** One line's values hold no id, no secret, none of these words of people, and no text of ours, which would hold blanks (R33). */
export const expectQuietLine = (
  fields: Readonly<Record<string, unknown>>,
  words: readonly string[] = [],
): void => {
  for (const value of Object.values(fields)) {
    const said = String(value);
    expect(said).not.toMatch(TELLING);
    expect(said).toMatch(/^[\w./:-]*$/u);
    for (const word of [...words, ...Object.values(SECRETS)]) expect(said).not.toContain(word);
  }
};

/** Before the JSON logger drops what it does not know. */
export const expectQuietLog = ({ logger }: RunningRahmen, words: readonly string[] = []): void => {
  const lines = logger.lines();
  expect(lines.length).toBeGreaterThan(0);
  for (const { fields } of lines) expectQuietLine({ ...fields }, words);
};
