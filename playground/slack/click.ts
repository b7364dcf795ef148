import type { Acting, Found } from './acting.ts';
import { failure, findElement, observed } from './acting.ts';
import type { Entry } from './entry.ts';
import { heldBy } from './entry.ts';
import type { Outcome } from './outcome.ts';
import { messageAction, viewAction } from './payloads/interaction.ts';
import type { Message, StateValues, User, View } from './types.ts';
import { enter } from './views.ts';

const used = (found: Found, entry: Entry[string]) => ({ ...found, held: heldBy(found.element, entry) });

/** Uses a button or a menu of a message. */
export const clickMessage = (
  acting: Acting,
  user: User,
  message: Message,
  { name, entry }: { readonly name: string; readonly entry: Entry[string] },
): Promise<Outcome> =>
  observed(acting, user, async () => {
    const { workspace, triggers, urls, deliver } = acting;
    const found = findElement(message.blocks, name);
    const source = { channel: message.channel, user: user.id, source: message.ts };
    const payload = messageAction(workspace, {
      ...used(found, entry),
      user,
      message,
      triggerId: triggers.issue(user.id),
      responseUrl: urls.issue('actions', source),
    });
    return failure(await deliver.interaction(payload));
  });

/** The view's values once this element holds something else; a button holds nothing. */
const withHeld = ({ values }: View, { blockId, element }: Found, entry: Entry[string]): StateValues =>
  element.type === 'button'
    ? values
    : { ...values, [blockId]: { ...values[blockId], [element.action_id]: heldBy(element, entry) } };

/** Uses a button or a menu of a modal or of the home tab. */
export const clickView = (
  acting: Acting,
  user: User,
  view: View,
  { name, entry }: { readonly name: string; readonly entry: Entry[string] },
): Promise<Outcome> =>
  observed(acting, user, async () => {
    const { workspace, triggers, deliver } = acting;
    const found = findElement(view.source.blocks, name);
    const changed = enter(workspace, view, withHeld(view, found, entry));
    const modal = view.source.type === 'modal';
    const triggerId = triggers.issue(user.id, modal ? view.id : undefined);
    const payload = viewAction(workspace, { ...used(found, entry), user, view: changed, triggerId });
    return failure(await deliver.interaction(payload));
  });
