import { randomBytes } from 'node:crypto';
import type { SharedFile } from './types.ts';
import type { Workspace } from './workspace.ts';

interface Upload {
  readonly name: string;
  readonly length: number;
  content: string | undefined;
}

/** Files between the call that announces them and the one that shares them: docs.slack.dev/messaging/working-with-files. */
export interface Uploads {
  readonly begin: (name: string, length: number) => { readonly upload_url: string; readonly file_id: string };
  /** What a POST to the path answers; undefined when it is no upload URL. */
  readonly put: (
    path: string,
    body: string,
  ) => { readonly status: number; readonly body: string } | undefined;
  /** Undefined while it is not uploaded, and once it was shared. */
  readonly take: (id: string) => SharedFile | undefined;
}

export const makeUploads = (workspace: Workspace, base: () => string): Uploads => {
  const waiting = new Map<string, Upload>();
  const paths = new Map<string, string>();
  return {
    begin: (name, length) => {
      const id = workspace.nextId('F');
      const path = `/upload/v1/${randomBytes(12).toString('hex')}`;
      waiting.set(id, { name, length, content: undefined });
      paths.set(path, id);
      return { upload_url: base() + path, file_id: id };
    },
    put: (path, body) => {
      const upload = waiting.get(paths.get(path) ?? '');
      if (!upload) return path.startsWith('/upload/') ? { status: 404, body: 'not found' } : undefined;
      const size = Buffer.byteLength(body);
      if (size !== upload.length) return { status: 400, body: 'file size mismatch' };
      upload.content = body;
      return { status: 200, body: `OK - ${size}` };
    },
    take: (id) => {
      const upload = waiting.get(id);
      if (upload?.content === undefined) return undefined;
      waiting.delete(id);
      const { name, length, content } = upload;
      return { id, name, size: length, content };
    },
  };
};
