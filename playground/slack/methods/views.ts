import { checkView } from '../blocks/check.ts';
import type { ViewSource } from '../blocks/view.ts';
import type { Fields } from '../json.ts';
import { jsonArg, textArg } from '../json.ts';
import type { View } from '../types.ts';
import { open, publish, push, update, viewObject } from '../views.ts';
import type { Workspace } from '../workspace.ts';
import type { Method, MethodContext } from './method.ts';
import { invalidArguments, refuse } from './method.ts';

const LARGEST_VIEW = 250_000;

type Read =
  | { readonly ok: true; readonly source: ViewSource }
  | { readonly ok: false; readonly answer: Fields };

/** An app's own name for a view; unique in the workspace. */
const byExternalId = ({ views }: Workspace, id: string): View | undefined =>
  id === '' ? undefined : [...views.values()].find(({ source }) => source.external_id === id);

/** The view argument, of the kind that the method takes; `own` is the view it replaces. */
const readView = (workspace: Workspace, args: Fields, type: ViewSource['type'], own?: View): Read => {
  const input = jsonArg(args, 'view');
  if (JSON.stringify(input ?? null).length > LARGEST_VIEW) {
    return { ok: false, answer: refuse('view_too_large') };
  }
  const checked = checkView(input);
  if (!checked.ok) return { ok: false, answer: invalidArguments(checked.messages) };
  const { value: source } = checked;
  if (source.type !== type) {
    return { ok: false, answer: invalidArguments([`[ERROR] view must be of type ${type}`]) };
  }
  const known = byExternalId(workspace, source.external_id);
  return known && known.id !== own?.id
    ? { ok: false, answer: refuse('duplicate_external_id') }
    : { ok: true, source };
};

/** Three views deep, nothing more goes on top. */
const shown = (workspace: Workspace, view: View | undefined): Fields =>
  view ? { ok: true, view: viewObject(workspace, view) } : refuse('push_limit_reached');

/** A broken view costs no trigger: Slack checks the arguments first. */
const onTop = ({ workspace, triggers }: MethodContext, args: Fields, way: 'open' | 'push'): Fields => {
  const read = readView(workspace, args, 'modal');
  if (!read.ok) return read.answer;
  const redeemed = triggers.redeem(textArg(args, 'trigger_id'));
  if (!redeemed.ok) return refuse(redeemed.error);
  if (way === 'open') return shown(workspace, open(workspace, redeemed.user, read.source));
  return redeemed.view === undefined
    ? refuse('invalid_trigger_id')
    : shown(workspace, push(workspace, redeemed.user, read.source));
};

/** Needs no trigger and knows no deadline: what a worker uses long after the click. */
const updateView: Method = {
  scopes: [],
  run: ({ workspace }, args) => {
    const view =
      workspace.views.get(textArg(args, 'view_id')) ?? byExternalId(workspace, textArg(args, 'external_id'));
    if (!view) return refuse('not_found');
    const hash = textArg(args, 'hash');
    if (hash !== '' && hash !== view.hash) return refuse('hash_conflict');
    const read = readView(workspace, args, view.source.type, view);
    return read.ok ? shown(workspace, update(workspace, view, read.source)) : read.answer;
  },
};

/** Needs neither trigger nor scope. */
const publishView: Method = {
  scopes: [],
  run: ({ workspace }, args) => {
    const user = textArg(args, 'user_id');
    if (!workspace.users.has(user)) return refuse('user_not_found');
    const known = workspace.views.get(workspace.homes.get(user) ?? '');
    const hash = textArg(args, 'hash');
    if (hash !== '' && hash !== known?.hash) return refuse('hash_conflict');
    const read = readView(workspace, args, 'home', known);
    return read.ok ? shown(workspace, publish(workspace, user, read.source)) : read.answer;
  },
};

export const viewMethods: Readonly<Record<string, Method>> = {
  'views.open': { scopes: [], run: (context, args) => onTop(context, args, 'open') },
  'views.push': { scopes: [], run: (context, args) => onTop(context, args, 'push') },
  'views.update': updateView,
  'views.publish': publishView,
};
