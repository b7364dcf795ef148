import type { Fields } from '../json.ts';
import { isFields, jsonArg, textArg } from '../json.ts';
import { post } from '../messages.ts';
import type { SharedFile } from '../types.ts';
import type { Uploads } from '../uploads.ts';
import type { Method } from './method.ts';
import { invalidArguments, refuse } from './method.ts';
import { placeFor } from './places.ts';

const scopes = ['files:write'];

/** docs.slack.dev/reference/methods/files.getUploadURLExternal */
const getUploadURL: Method = {
  scopes,
  run: ({ uploads }, args) => {
    const name = textArg(args, 'filename');
    const length = Number(textArg(args, 'length'));
    if (name === '') return invalidArguments(['[ERROR] missing required field: filename']);
    if (!Number.isInteger(length) || length <= 0) {
      return invalidArguments(['[ERROR] must be greater than 0 [json-pointer:/length]']);
    }
    return { ok: true, ...uploads.begin(name, length) };
  },
};

/** Undefined when one of them is not uploaded. */
const uploaded = (uploads: Uploads, asked: unknown): readonly SharedFile[] | undefined => {
  const ids = Array.isArray(asked)
    ? asked.map((file: unknown) => (isFields(file) ? textArg(file, 'id') : ''))
    : [];
  const files = ids.flatMap((id) => uploads.take(id) ?? []);
  return files.length > 0 && files.length === ids.length ? files : undefined;
};

/** Takes a conversation's id, never a person's: docs.slack.dev/reference/methods/files.completeUploadExternal */
const completeUpload: Method = {
  scopes,
  run: ({ workspace, uploads }, args): Fields => {
    const channel = textArg(args, 'channel_id');
    const place = /^[CDG]/.test(channel) ? placeFor(workspace, channel) : undefined;
    if (!place?.ok) return refuse(place?.error ?? 'channel_not_found');
    const files = uploaded(uploads, jsonArg(args, 'files'));
    if (!files) return refuse('file_not_found');
    post(workspace, place.channel.id, {
      text: textArg(args, 'initial_comment'),
      blocks: [],
      user: workspace.app.botUser,
      files,
    });
    return { ok: true, files: files.map(({ id, name }) => ({ id, title: name })) };
  },
};

export const fileMethods: Readonly<Record<string, Method>> = {
  'files.getUploadURLExternal': getUploadURL,
  'files.completeUploadExternal': completeUpload,
};
