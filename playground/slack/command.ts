import type { Acting } from './acting.ts';
import { failure, observed } from './acting.ts';
import { isOutsider } from './conversations.ts';
import type { AppResponse } from './deliver.ts';
import { isFields, jsonArg, parseJson, textArg } from './json.ts';
import { post, readContent } from './messages.ts';
import type { Outcome } from './outcome.ts';
import { commandFields } from './payloads/command.ts';
import type { Channel, User } from './types.ts';

/** A command line as it was sent, already split. */
export interface Typed {
  readonly user: User;
  readonly channel: Channel;
  readonly command: string;
  readonly text: string;
}

/** The body of the acknowledgement is the answer: plain text, or JSON with text and blocks. False when it is neither. */
const showAnswer = ({ workspace }: Acting, typed: Typed, { body }: AppResponse): boolean => {
  if (body === '') return true;
  const json = parseJson(body);
  const fields = isFields(json) ? json : { text: body };
  const read = readContent(textArg(fields, 'text'), jsonArg(fields, 'blocks'));
  if (!read.ok) return false;
  const onlyFor = textArg(fields, 'response_type') === 'in_channel' ? undefined : typed.user.id;
  post(workspace, typed.channel.id, { ...read.value, user: workspace.app.botUser, onlyFor });
  return true;
};

/** Types a slash command. Nothing is retried: what the app misses, the person has to type again. */
export const typeCommand = (acting: Acting, typed: Typed): Promise<Outcome> =>
  observed(acting, typed.user, async () => {
    const { workspace, triggers, urls, deliver } = acting;
    if (!workspace.app.commands.includes(typed.command)) return { error: 'unknown_command' };
    if (isOutsider(workspace, typed.user)) return { error: 'not_available' };
    const { user, channel } = typed;
    const delivered = await deliver.form(
      commandFields(workspace, {
        ...typed,
        triggerId: triggers.issue(user.id),
        responseUrl: urls.issue('commands', { channel: channel.id, user: user.id, source: undefined }),
      }),
    );
    if (!delivered.ok) return failure(delivered);
    return showAnswer(acting, typed, delivered.response)
      ? { delivered }
      : { delivered, error: 'invalid_response' };
  });
