import type { Entry } from '../../playground/slack/entry.ts';
import type { Outcome } from '../../playground/slack/outcome.ts';
import type { Message, View } from '../../playground/slack/types.ts';
import type { RunningRahmen } from './running-rahmen.ts';
import { present } from './scenes.ts';
import { textOf, viewText } from './slack-text.ts';

/** What people do with a team that exists, in its channel. */
export const makeTeamScenes = (rahmen: RunningRahmen, channel: string) => {
  const { slack } = rahmen;

  /** What somebody reads who types `team` there. */
  const card = async (person: string): Promise<Message> => {
    const { messages } = await slack.asPerson(person).command('/rahmen', 'team', channel);
    return present(messages.at(-1), 'card');
  };

  /** Presses the button with this label on a message: the dialog that opens. */
  const press = async (person: string, message: Message, label: string): Promise<View> => {
    const buttons = message.blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []));
    const button = buttons.find((one) => one.type === 'button' && one.text.text === label);
    const { view } = await slack
      .asPerson(person)
      .click(message, present(button, `button ${label}`).action_id);
    await rahmen.drain();
    return present(view, 'dialog');
  };

  /** Opens a dialog from one's card, in one's language. */
  const open = async (person: string, label: string): Promise<View> =>
    press(person, await card(person), label);

  const submit = async (person: string, form: View, entry: Entry = {}): Promise<Outcome> => {
    const actor = slack.asPerson(person);
    const outcome = await actor.submit(form, entry);
    if (outcome.view !== undefined) await actor.close(outcome.view, true);
    await rahmen.drain();
    return outcome;
  };

  /** Opens a form from the card and sends it; what the dialog says then. */
  const change = async (person: string, label: string, entry: Entry = {}): Promise<readonly string[]> =>
    viewText((await submit(person, await open(person, label), entry)).view);

  /** Everything that stands in the channel, message by message. */
  const posts = (): readonly (readonly string[])[] => slack.messages(channel).map(textOf);

  const newest = (): Message => present(slack.messages(channel).at(-1), 'message in the channel');

  return { card, press, open, submit, change, posts, newest };
};

export type TeamScenes = ReturnType<typeof makeTeamScenes>;
