import type { SlackDouble } from '../../playground/slack/double.ts';
import type { Outcome } from '../../playground/slack/outcome.ts';
import type { Entry } from '../../playground/slack/entry.ts';
import type { Message, View } from '../../playground/slack/types.ts';
import type { Mark } from '../../src/pulse/answer.ts';
import type { RunningRahmen } from './running-rahmen.ts';

/** What must be there for a test to go on. */
export const present = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`there is no ${what}`);
  return value;
};

/** A lead sets a team up in a channel; what the form does not get it keeps as proposed. */
export const setUpTeam = async (
  { slack, drain }: RunningRahmen,
  { lead, channel, entry = {} }: { readonly lead: string; readonly channel: string; readonly entry?: Entry },
): Promise<Outcome> => {
  const person = slack.asPerson(lead);
  const { view } = await person.command('/rahmen', 'team', channel);
  const outcome = await person.submit(present(view, 'set-up form'), entry);
  if (outcome.view !== undefined) await person.close(outcome.view, true);
  await drain();
  return outcome;
};

/** The newest ask in a person's direct messages. */
export const askOf = ({ slack }: RunningRahmen, person: string): Message =>
  present(slack.dm(person).at(-1), `ask for ${person}`);

/** Presses the ask's first button: the form, or why there is none. */
export const pressAnswer = async (rahmen: RunningRahmen, person: string): Promise<View> => {
  const { slack } = rahmen;
  const { view } = await slack.asPerson(person).click(askOf(rahmen, person), 'rahmen:answer:0');
  return present(view, 'dialog');
};

export interface Said {
  readonly marks: readonly [Mark, Mark, Mark];
  readonly comment?: string;
}

/** The entries of the answer form, its questions in the order they stand in. */
export const filled = (view: View, { marks, comment }: Said): Entry => {
  const fields = view.source.blocks.flatMap((block) => (block.type === 'input' ? [block.block_id] : []));
  const given = Object.fromEntries(
    marks.map((mark, index) => [present(fields[index], 'question'), String(mark)]),
  );
  return comment === undefined ? given : { ...given, comment };
};

/** Answers by the ask and closes the dialog again. Answers with what the dialog said at the end. */
export const answer = async (rahmen: RunningRahmen, person: string, said: Said): Promise<Outcome> => {
  const actor = rahmen.slack.asPerson(person);
  const form = await pressAnswer(rahmen, person);
  const outcome = await actor.submit(form, filled(form, said));
  if (outcome.view !== undefined) await actor.close(outcome.view, true);
  return outcome;
};

/** The same form with a client that checks nothing before it sends. */
export const lenient = ({ workspace }: SlackDouble, view: View): View => {
  const blocks = view.source.blocks.map((block) => {
    if (block.type !== 'input') return block;
    const { element } = block;
    const open = element.type === 'plain_text_input' ? { ...element, max_length: 3000 } : element;
    return { ...block, optional: true, element: open };
  });
  const now = { ...view, source: { ...view.source, blocks } };
  workspace.views.set(view.id, now);
  return now;
};
