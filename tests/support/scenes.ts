import type { SlackDouble } from '../../playground/slack/double.ts';
import type { Outcome } from '../../playground/slack/outcome.ts';
import type { Entry } from '../../playground/slack/entry.ts';
import type { Message, View } from '../../playground/slack/types.ts';
import type { Mark, Theme } from '../../src/pulse/answers/answer.ts';
import type { RunningRahmen } from './running-rahmen.ts';

/** What must be there for a test to go on. */
export const present = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`there is no ${what}`);
  return value;
};

interface NewTeam {
  readonly lead: string;
  readonly channel: string;
  readonly entry?: Entry;
}

/** Fills in the form and sends it: the preview, or what was said against it. What the form does not get it keeps as proposed. */
export const previewTeam = async (
  { slack }: RunningRahmen,
  { lead, channel, entry = {} }: NewTeam,
): Promise<Outcome> => {
  const person = slack.asPerson(lead);
  const { view } = await person.command('/rahmen', 'team', channel);
  return person.submit(present(view, 'set-up form'), entry);
};

/** Presses a button of an invitation to lead: the newest direct message. */
export const decideToLead = async (
  { slack, drain }: RunningRahmen,
  person: string,
  what: 'accept' | 'decline',
): Promise<Outcome> => {
  const invited = slack.asPerson(person);
  const invitation = present(slack.dm(person).at(-1), `invitation for ${person}`);
  const outcome = await invited.click(invitation, `rahmen:${what}-lead:${what === 'accept' ? 0 : 1}`);
  if (outcome.view !== undefined) await invited.close(outcome.view, true);
  await drain();
  return outcome;
};

/** Somebody sets a team up in a channel, through both steps, and whoever else was named accepts. */
export const setUpTeam = async (rahmen: RunningRahmen, team: NewTeam): Promise<Outcome> => {
  const { slack, drain } = rahmen;
  const { lead, entry = {} } = team;
  const person = slack.asPerson(lead);
  const preview = await previewTeam(rahmen, team);
  const goesOn =
    preview.fieldErrors === undefined && preview.view?.source.callback_id === 'rahmen:confirm-team';
  const outcome = goesOn ? await person.submit(present(preview.view, 'preview')) : preview;
  if (outcome.view !== undefined) await person.close(outcome.view, true);
  await drain();
  for (const named of [entry['leads'] ?? []].flat()) {
    if (named !== lead) await decideToLead(rahmen, named, 'accept');
  }
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
  /** In the place of the text: what the menu of the form calls it. */
  readonly theme?: Theme;
}

/** The entries of the answer form, its questions in the order they stand in. */
export const filled = (view: View, { marks, comment, theme }: Said): Entry => {
  const fields = view.source.blocks.flatMap((block) => (block.type === 'input' ? [block.block_id] : []));
  const given = Object.fromEntries(
    marks.map((mark, index) => [present(fields[index], 'question'), String(mark)]),
  );
  return {
    ...given,
    ...(comment === undefined ? {} : { comment }),
    ...(theme === undefined ? {} : { appear: theme }),
  };
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

/** A round from its opening to its close, in which these people say this. */
export const playRound = async (
  rahmen: RunningRahmen,
  { opens, closes }: { readonly opens: number; readonly closes: number },
  answers: readonly (readonly [person: string, said: Said])[],
): Promise<void> => {
  await rahmen.jumpTo(opens);
  for (const [person, said] of answers) await answer(rahmen, person, said);
  await rahmen.jumpTo(closes);
};

/** The newest post of the channel that has comments to read: a result. */
export const resultIn = ({ slack }: RunningRahmen, channel: string): Message =>
  present(
    slack
      .messages(channel)
      .filter(({ blocks }) => JSON.stringify(blocks).includes('rahmen:comments:'))
      .at(-1),
    'result with comments',
  );

/** Opens one's own times from the promise in the channel. */
export const openMyTimes = async ({ slack }: RunningRahmen, person: string): Promise<View> => {
  const promise = slack
    .messages(slack.channels.nord)
    .find(({ blocks }) => JSON.stringify(blocks).includes('rahmen:my-times'));
  const { view } = await slack.asPerson(person).click(present(promise, 'promise'), 'rahmen:my-times:1');
  return present(view, 'form of own times');
};

/** Sets one's own times and closes the confirmation. */
export const setMyTimes = async (rahmen: RunningRahmen, person: string, entry: Entry): Promise<Outcome> => {
  const form = await openMyTimes(rahmen, person);
  const actor = rahmen.slack.asPerson(person);
  const outcome = await actor.submit(form, entry);
  if (outcome.view !== undefined) await actor.close(outcome.view, true);
  return outcome;
};
