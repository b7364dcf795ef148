import { randomBytes } from 'node:crypto';
import type { Fields } from './json.ts';
import { flagArg, jsonArg, textArg } from './json.ts';
import type { Refused } from './messages.ts';
import { messageAt, post, readContent, remove, rewrite } from './messages.ts';
import type { Workspace } from './workspace.ts';

const USES = 5;
const LIFE = 30 * 60_000;

interface Grant {
  readonly channel: string;
  readonly user: string;
  /** The message whose button was pressed; none after a command. */
  readonly source: string | undefined;
  readonly until: number;
  uses: number;
}

export interface ResponseUrls {
  readonly issue: (kind: 'commands' | 'actions', grant: Pick<Grant, 'channel' | 'user' | 'source'>) => string;
  /** What a POST to the path answers; undefined when it is no response URL. */
  readonly use: (
    path: string,
    body: Fields,
  ) => { readonly status: number; readonly body: string } | undefined;
}

const fault = (status: number, refused: Refused) => ({
  status,
  body: JSON.stringify({ ok: false, ...refused }),
});

const respond = (workspace: Workspace, grant: Grant, body: Fields) => {
  const source = messageAt(workspace, grant.channel, grant.source ?? '');
  if (flagArg(body, 'delete_original')) {
    if (source) remove(workspace, source);
    return { status: 200, body: 'ok' };
  }
  const read = readContent(textArg(body, 'text'), jsonArg(body, 'blocks'));
  if (!read.ok) return fault(400, read.fault);
  if (flagArg(body, 'replace_original') && source) {
    rewrite(workspace, source, read.value);
    return { status: 200, body: 'ok' };
  }
  const onlyFor = textArg(body, 'response_type') === 'in_channel' ? undefined : grant.user;
  post(workspace, grant.channel, { ...read.value, user: workspace.app.botUser, onlyFor });
  return { status: 200, body: 'ok' };
};

/** Addresses under which an app may answer a command or a click: five times within half an hour, no token asked. */
export const makeResponseUrls = (workspace: Workspace, base: () => string): ResponseUrls => {
  const grants = new Map<string, Grant>();
  return {
    issue: (kind, grant) => {
      const path = `/${kind}/${workspace.team.id}/${grants.size + 1}/${randomBytes(12).toString('hex')}`;
      grants.set(path, { ...grant, until: workspace.now() + LIFE, uses: 0 });
      return base() + path;
    },
    use: (path, body) => {
      const grant = grants.get(path);
      if (!grant) return undefined;
      if (workspace.now() > grant.until) return fault(404, { error: 'expired_url' });
      if (grant.uses >= USES) return fault(404, { error: 'used_url' });
      grant.uses += 1;
      return respond(workspace, grant, body);
    },
  };
};
