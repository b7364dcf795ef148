import * as z from 'zod';
import type { SlackDouble } from './double.ts';
import type { Fields } from './json.ts';
import { messageAt } from './messages.ts';
import type { Outcome } from './outcome.ts';
import type { SlackPerson } from './person.ts';
import type { Message, View } from './types.ts';

const entry = z.union([z.string(), z.array(z.string()), z.null()]);
const person = { person: z.string() };
const view = { view: z.string() };

/** What the page can ask for; documented in playground/README.md. */
const actionSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('type'), ...person, channel: z.string(), text: z.string().min(1) }),
  z.object({
    action: z.literal('click'),
    ...person,
    channel: z.string().optional(),
    ts: z.string().optional(),
    view: z.string().optional(),
    name: z.string(),
    entry: entry.default(null),
  }),
  z.object({ action: z.literal('submit'), ...person, ...view, values: z.record(z.string(), entry) }),
  z.object({ action: z.literal('close'), ...person, ...view, all: z.boolean().default(false) }),
  z.object({ action: z.literal('home'), ...person }),
]);

type Action = z.infer<typeof actionSchema>;

/** A page may be older than what happened since: then the view or message is gone, and it is told so. */
const viewOf = ({ workspace }: SlackDouble, id: string): View => {
  const found = workspace.views.get(id);
  if (!found) throw new Error(`there is no view ${id}`);
  return found;
};

const placeOf = (slack: SlackDouble, action: Extract<Action, { action: 'click' }>): Message | View => {
  if (action.view !== undefined) return viewOf(slack, action.view);
  const message = messageAt(slack.workspace, action.channel ?? '', action.ts ?? '');
  if (!message) throw new Error('there is no such message');
  return message;
};

/** Slack's message field turns the app's name into a mention. */
const withMention = ({ workspace }: SlackDouble, text: string): string => {
  const { name, botUser } = workspace.app;
  return text
    .split(/(?<=^|\s)(@[\p{L}\d]+)/u)
    .map((part) => (part.toLowerCase() === `@${name.toLowerCase()}` ? `<@${botUser}>` : part))
    .join('');
};

/** A line that begins with a slash is a command, as in Slack's own message field. */
const type = async (
  slack: SlackDouble,
  who: SlackPerson,
  { channel, text }: Extract<Action, { action: 'type' }>,
): Promise<Partial<Outcome>> => {
  const [, command, rest = ''] = /^(\/\S+)\s*(.*)$/su.exec(text.trim()) ?? [];
  return command === undefined
    ? await who.write(withMention(slack, text), channel)
    : await who.command(command, rest, channel);
};

const run = async (slack: SlackDouble, action: Action): Promise<Partial<Outcome>> => {
  const who = slack.asPerson(action.person);
  switch (action.action) {
    case 'type':
      return await type(slack, who, action);
    case 'click':
      return await who.click(placeOf(slack, action), action.name, action.entry);
    case 'submit':
      return await who.submit(viewOf(slack, action.view), action.values);
    case 'close':
      return await who.close(viewOf(slack, action.view), action.all);
    default:
      return await who.openHome();
  }
};

/** Of the outcome the page needs only what it cannot read from the state it fetches next. */
export const actOnSlack = async (slack: SlackDouble, request: Fields) => {
  const parsed = actionSchema.safeParse(request);
  if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
  const { error, fieldErrors } = await run(slack, parsed.data);
  return { ...(error ? { error } : {}), ...(fieldErrors ? { fieldErrors } : {}) };
};
