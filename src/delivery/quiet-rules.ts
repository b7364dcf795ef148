import type { Message } from './message.ts';

/** How many messages that nobody asked for a week holds (DESIGN principle 5). */
export const PLACES = { person: 2, team: 3 } as const;

/**
 * `person`: a direct message its reader did not ask for. `team`: a post that the bot started. `nobody`: the visible
 * end of a person's own click, which counts against no one.
 *
 * An `essential` one may use every place, but the last one of a reader who is asked in a team is kept for their ask
 * (`Reader.asked`). A `hint` is let through only while at least one place stays free behind it, so that it never keeps
 * an essential one back; what it says must be found in another way too.
 */
export type QuietRule =
  | {
      readonly counts: 'person' | 'team';
      readonly weight: 'essential' | 'hint';
      /** At most one of its kind a week: what anybody can cause must leave room for the rest. */
      readonly once?: true;
    }
  | { readonly counts: 'nobody' };

/** Every kind of message: one without a line does not compile. */
export const QUIET = {
  // Who set the team up pressed the button for it.
  promise: { counts: 'nobody' },
  'team-notice': { counts: 'person', weight: 'essential' },
  'admin-notice': { counts: 'person', weight: 'essential' },
  'release-news': { counts: 'person', weight: 'essential' },
  // Anybody can invite anybody, so that two of them must not keep an ask back; the word `team` in the channel shows them all.
  'lead-invitation': { counts: 'person', weight: 'essential', once: true },
  'proposal-over': { counts: 'person', weight: 'essential' },
  // Somebody changed something, and everybody is told.
  'team-changed': { counts: 'nobody' },
  leaderless: { counts: 'team', weight: 'essential' },
  // The list itself shows the same, and applies without a word.
  'roster-news': { counts: 'person', weight: 'hint' },
  'admin-news': { counts: 'person', weight: 'essential' },
  // One admin pressed a button to try a round out and wanted it; the others did not, and get its end as well.
  'trial-ask': { counts: 'person', weight: 'essential' },
  'trial-result': { counts: 'nobody' },
  asks: { counts: 'person', weight: 'essential' },
  // Its reader pressed the button for it.
  later: { counts: 'nobody' },
  'too-small': { counts: 'team', weight: 'essential' },
  talk: { counts: 'team', weight: 'essential' },
  'round-ask': { counts: 'team', weight: 'essential' },
  // The end stands in the ask as well.
  reminder: { counts: 'team', weight: 'hint' },
  extension: { counts: 'team', weight: 'essential' },
  result: { counts: 'team', weight: 'essential' },
  // The result stands in the channel, but the advice for the talk comes too late once the talk is over.
  'result-for-lead': { counts: 'person', weight: 'essential' },
} as const satisfies Record<Message['kind'], QuietRule>;
