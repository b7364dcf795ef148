import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const stub = (name) => fileURLToPath(new URL(`stubs/${name}.mjs`, import.meta.url));

const bolt = /@slack[/\\]bolt/;
const webApi = /@slack[/\\]web-api/;
const checksums = /@smithy[/\\]core[/\\].*checksum/;

/** What a library imports and a Lambda function never runs, what stands in for it, and in whose imports. */
const trimmed = [
  [/^@slack\/(oauth|socket-mode)$/, 'bolt-receivers'],
  [/^\.\/(receivers\/)?(Http|HTTP|Express|SocketMode|AwsLambda)\w+$/, 'bolt-receivers', bolt],
  [/^\.\/receivers\/(verify-request|custom-routes)$/, 'bolt-receivers', bolt],
  [/^\.\/(Assistant|CustomFunction)$/, 'bolt-extras', bolt],
  [/^\.\/(chat-stream|file-upload)$/, 'web-api-extras', webApi],
  [/^@aws-sdk\/credential-provider-node$/, 'credentials'],
  [/^@aws-sdk\/endpoint-cache$/, 'endpoint-cache'],
  [/^@smithy\/core\/event-streams$/, 'event-streams'],
  [/^\.\/(Sha256|Md5)Js$/, 'script-hashes', checksums],
];

/** Libraries read their own package.json to say in a header who calls; the rest of it is a list of dependencies. */
const nameAndVersion = async ({ path }) => {
  const { name, version } = JSON.parse(await readFile(path, 'utf8'));
  return { contents: JSON.stringify({ name, version }), loader: 'json' };
};

/** An esbuild plug-in. A stub that is used after all throws and says where to look. */
export const trim = {
  name: 'trim',
  setup(build) {
    for (const [filter, name, importer = /./] of trimmed) {
      build.onResolve({ filter }, (args) =>
        importer.test(args.importer) ? { path: stub(name) } : undefined,
      );
    }
    build.onLoad({ filter: /[/\\]package\.json$/ }, nameAndVersion);
  },
};
