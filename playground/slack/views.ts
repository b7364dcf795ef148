import { randomBytes } from 'node:crypto';
import type { ViewSource } from './blocks/view.ts';
import type { Fields } from './json.ts';
import type { StateValues, View } from './types.ts';
import { stateOf } from './values.ts';
import type { Workspace } from './workspace.ts';

/** docs.slack.dev/surfaces/modals: at most three views on top of each other. */
const DEEPEST_STACK = 3;

/** Changes with every change of a view; an app that sends an old one has not seen the latest. */
const newHash = (): string => `${Math.floor(Date.now() / 1000)}.${randomBytes(4).toString('hex')}`;

export const stackOf = ({ stacks }: Workspace, user: string): readonly string[] => stacks.get(user) ?? [];

export const topView = (workspace: Workspace, user: string): View | undefined =>
  workspace.views.get(stackOf(workspace, user).at(-1) ?? '');

const store = (workspace: Workspace, view: View): View => {
  workspace.views.set(view.id, view);
  workspace.changed();
  return view;
};

/** Puts a view on top of a person's modals. Undefined when three are open already. */
export const push = (workspace: Workspace, user: string, source: ViewSource): View | undefined => {
  const stack = stackOf(workspace, user);
  if (stack.length >= DEEPEST_STACK) return undefined;
  const id = workspace.nextId('V');
  workspace.stacks.set(user, [...stack, id]);
  return store(workspace, {
    id,
    user,
    source,
    hash: newHash(),
    rootId: stack[0] ?? id,
    previousId: stack.at(-1) ?? null,
    values: stateOf(source.blocks, {}),
  });
};

/** What the × does, `response_action: clear`, and a new `views.open`. */
export const closeAll = (workspace: Workspace, user: string): void => {
  stackOf(workspace, user).forEach((id) => workspace.views.delete(id));
  workspace.stacks.delete(user);
  workspace.changed();
};

/** What an empty answer to a submission does, and the cancel button. */
export const pop = (workspace: Workspace, user: string): void => {
  const stack = stackOf(workspace, user);
  workspace.views.delete(stack.at(-1) ?? '');
  workspace.stacks.set(user, stack.slice(0, -1));
  workspace.changed();
};

/** Opening starts a new stack: the old one, if any, is gone without a word to the app. */
export const open = (workspace: Workspace, user: string, source: ViewSource): View | undefined => {
  closeAll(workspace, user);
  return push(workspace, user, source);
};

/** Keeps the id and what was typed, so far as the fields are still there. */
export const update = (workspace: Workspace, view: View, source: ViewSource): View =>
  store(workspace, { ...view, source, hash: newHash(), values: stateOf(source.blocks, view.values) });

/** What a person typed, kept across a refusal. */
export const enter = (workspace: Workspace, view: View, values: StateValues): View =>
  store(workspace, { ...view, values });

/** One home tab for each person, replaced by the next. */
export const publish = (workspace: Workspace, user: string, source: ViewSource): View => {
  const known = workspace.views.get(workspace.homes.get(user) ?? '');
  if (known) return update(workspace, known, source);
  const id = workspace.nextId('V');
  workspace.homes.set(user, id);
  const values = stateOf(source.blocks, {});
  return store(workspace, { id, user, source, hash: newHash(), rootId: id, previousId: null, values });
};

/** A view as the Web API and payloads carry it. */
export const viewObject = (workspace: Workspace, view: View, viewer = workspace.team.id): Fields => {
  const { source } = view;
  const modal = source.type === 'modal' ? source : undefined;
  return {
    id: view.id,
    team_id: viewer,
    type: source.type,
    blocks: source.blocks,
    private_metadata: source.private_metadata,
    callback_id: source.callback_id,
    state: { values: view.values },
    hash: view.hash,
    title: modal?.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: modal?.clear_on_close ?? false,
    notify_on_close: modal?.notify_on_close ?? false,
    close: modal?.close ?? null,
    submit: modal?.submit ?? null,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: workspace.app.appId,
    external_id: source.external_id,
    app_installed_team_id: workspace.team.id,
    bot_id: workspace.app.botId,
  };
};
