import type { Message, View } from '../../playground/slack/types.ts';
import type { RunningRahmen } from './running-rahmen.ts';
import { present } from './scenes.ts';

/** The card that somebody reads about themselves. */
export const readMine = async ({ slack }: RunningRahmen, person: string, word: string): Promise<Message> => {
  const { messages } = await slack.asPerson(person).command('/rahmen', word);
  return present(messages.at(-1), 'card');
};

/** Presses *Erase* on the card: what would happen. */
export const eraseFormOf = async (rahmen: RunningRahmen, person: string): Promise<View> => {
  const card = await readMine(rahmen, person, 'me');
  const { view } = await rahmen.slack.asPerson(person).click(card, 'rahmen:mine:2');
  return present(view, 'form');
};

/** Erases; answers with the receipt, which stays open. */
export const erase = async (rahmen: RunningRahmen, person: string): Promise<View> => {
  const form = await eraseFormOf(rahmen, person);
  const { view } = await rahmen.slack.asPerson(person).submit(form);
  return present(view, 'receipt');
};

/** Where somebody's id stands: in which rows of both tables, and in what waits in the queues. */
export const tracesOf = async (
  { dump, queue }: RunningRahmen,
  person: string,
): Promise<readonly string[]> => {
  const { state, vault } = await dump();
  const waiting = (['jobs', 'messages'] as const).flatMap((name) => [
    ...queue.messages(name),
    ...queue.deadLetters(name),
  ]);
  const asText = (row: unknown): string =>
    JSON.stringify(row, (_key, value: unknown) => (value instanceof Set ? [...value] : value));
  return [
    ...[...state, ...vault].flatMap((row) =>
      asText(row).includes(person) ? [`${String(row['pk'])} ${String(row['sk'])}`] : [],
    ),
    ...waiting.flatMap((message) => (asText(message).includes(person) ? [message.body] : [])),
  ];
};
