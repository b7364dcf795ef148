import type { Fields } from '../json.ts';
import type { Triggers } from '../triggers.ts';
import type { Uploads } from '../uploads.ts';
import type { Workspace } from '../workspace.ts';

export interface MethodContext {
  readonly workspace: Workspace;
  readonly triggers: Triggers;
  readonly uploads: Uploads;
}

/** One Web API method: arguments in, the JSON answer out. */
export interface Method {
  /** Scopes of which the bot needs one; none means that no scope is asked. */
  readonly scopes: readonly string[];
  readonly run: (context: MethodContext, args: Fields) => Fields;
}

export const refuse = (error: string, more: Fields = {}): Fields => ({ ok: false, error, ...more });

export const invalidArguments = (messages: readonly string[]): Fields =>
  refuse('invalid_arguments', { response_metadata: { messages } });
