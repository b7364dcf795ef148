import { fileURLToPath } from 'node:url';

const stub = (name) => fileURLToPath(new URL(`stubs/${name}.mjs`, import.meta.url));

/** What a library imports and a Lambda function never runs, and what stands in for it. */
const trimmed = [
  [/^@slack\/(oauth|socket-mode)$/, 'bolt-receivers'],
  [/^\.\/(receivers\/)?(Http|HTTP|Express|SocketMode|AwsLambda)\w+$/, 'bolt-receivers', /@slack[/\\]bolt/],
  [/^@aws-sdk\/credential-provider-node$/, 'credentials'],
  [/^@smithy\/core\/event-streams$/, 'event-streams'],
];

/** An esbuild plug-in. A stub that is used after all throws and says where to look. */
export const trim = {
  name: 'trim',
  setup(build) {
    for (const [filter, name, importer = /./] of trimmed) {
      build.onResolve({ filter }, (args) =>
        importer.test(args.importer) ? { path: stub(name) } : undefined,
      );
    }
  },
};
