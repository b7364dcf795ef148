import type { Delivered, DeliveryError } from './deliver.ts';
import type { FieldFaults } from './entry.ts';
import type { Message, View } from './types.ts';

/** What Slack tells the person itself when an action cannot be carried out. */
export type ActionError =
  | DeliveryError
  /** No such command, or not for somebody of another organisation. */
  | 'unknown_command'
  | 'not_available'
  /** The app answered in time, with something that Slack does not understand. */
  | 'invalid_response';

/** What an action led to, when Slack's answer to the click or command stands on the screen. */
export interface Outcome {
  readonly error?: ActionError;
  /** The modal on top now; absent when none is open. */
  readonly view?: View;
  /** Complaints beside the fields, from Slack's client or from the app; the view stays open. */
  readonly fieldErrors?: FieldFaults;
  /** Messages that this person sees and did not see before the action, until the acknowledgement. */
  readonly messages: readonly Message[];
  /** What came back over HTTP; absent when nothing was sent. */
  readonly delivered?: Delivered;
}
