import type { Acting } from './acting.ts';
import { failure, observed } from './acting.ts';
import { checkView } from './blocks/check.ts';
import type { ViewSource } from './blocks/view.ts';
import type { AppResponse, Delivered } from './deliver.ts';
import type { Entry } from './entry.ts';
import { clientFaults, entered } from './entry.ts';
import type { Fields } from './json.ts';
import { isFields, parseJson, textArg } from './json.ts';
import type { Outcome } from './outcome.ts';
import { viewClosed, viewSubmission } from './payloads/interaction.ts';
import type { User, View } from './types.ts';
import { closeAll, enter, pop, push, stackOf, update } from './views.ts';
import type { Workspace } from './workspace.ts';

type Shown = Pick<Outcome, 'error' | 'fieldErrors'>;

const NONSENSE: Shown = { error: 'invalid_response' };

/** A submission is answered with a modal; a home tab would be nonsense here. */
const modalIn = (answer: Fields): ViewSource | undefined => {
  const checked = checkView(answer['view']);
  return checked.ok && checked.value.type === 'modal' ? checked.value : undefined;
};

/** Complaints must name input blocks of the view, else Slack shows none of them. */
const complaints = (view: View, errors: unknown): Shown => {
  if (!isFields(errors) || Object.keys(errors).length === 0) return NONSENSE;
  const inputs = view.source.blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id);
  const known = Object.keys(errors).every((name) => inputs.includes(name));
  const fieldErrors = Object.fromEntries(Object.keys(errors).map((name) => [name, textArg(errors, name)]));
  return known ? { fieldErrors } : NONSENSE;
};

/** What the app's `response_action` does to the modals. */
const obey = (workspace: Workspace, view: View, { body }: AppResponse): Shown => {
  if (body === '') {
    pop(workspace, view.user);
    return {};
  }
  const answer = parseJson(body);
  if (!isFields(answer)) return NONSENSE;
  const source = modalIn(answer);
  switch (answer['response_action']) {
    case undefined:
      pop(workspace, view.user);
      return {};
    case 'errors':
      return complaints(view, answer['errors']);
    case 'clear':
      closeAll(workspace, view.user);
      return {};
    case 'update':
      return source && update(workspace, view, source) ? {} : NONSENSE;
    case 'push':
      return source && push(workspace, view.user, source) ? {} : NONSENSE;
    default:
      return NONSENSE;
  }
};

/** Fills a modal and sends it off. What Slack's client finds wrong never reaches the app. */
export const submitView = (acting: Acting, user: User, view: View, entry: Entry): Promise<Outcome> =>
  observed(acting, user, async () => {
    const { workspace, triggers, deliver } = acting;
    const filled = enter(workspace, view, entered(view, entry));
    const faults = clientFaults(view.source.blocks, filled.values, user.locale);
    if (faults) return { fieldErrors: faults };
    const triggerId = triggers.issue(user.id, view.id);
    const delivered = await deliver.interaction(viewSubmission(workspace, { user, view: filled, triggerId }));
    return delivered.ok ? { delivered, ...obey(workspace, filled, delivered.response) } : failure(delivered);
  });

/** Cancels the top modal, or with the × all of them. The app hears of it only if it asked. */
export const closeView = (acting: Acting, user: User, view: View, all: boolean): Promise<Outcome> =>
  observed(acting, user, async () => {
    const { workspace, deliver } = acting;
    const root = workspace.views.get(stackOf(workspace, user.id)[0] ?? '') ?? view;
    const told = all ? root : view;
    if (all) closeAll(workspace, user.id);
    else pop(workspace, user.id);
    if (told.source.type !== 'modal' || !told.source.notify_on_close) return {};
    const delivered: Delivered = await deliver.interaction(viewClosed(workspace, user, told, all));
    return failure(delivered);
  });
