// Bundles each Lambda function to .build/<name>/index.js and prints its size.
import { mkdirSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { functions } from './functions.mjs';
import { trim } from './trim.mjs';

/** Budget of the one function whose cold start a person waits for. */
const slackLimit = 500_000;

const { metafile } = await build({
  entryPoints: Object.fromEntries(functions.map((name) => [`${name}/index`, `functions/${name}.ts`])),
  outdir: '.build',
  bundle: true,
  platform: 'node',
  target: 'node24',
  // CommonJS: an ES import of node:http loads undici at every cold start, a require does not.
  format: 'cjs',
  supported: { 'dynamic-import': false },
  // The SDK's ES sources lose what is not used: two fifths of it.
  mainFields: ['module', 'main'],
  minify: true,
  sourcemap: 'external',
  metafile: true,
  logLevel: 'warning',
  plugins: [trim],
});

// The project is an ES module package; the bundles beside it are not.
mkdirSync('.build', { recursive: true });
writeFileSync('.build/package.json', '{ "type": "commonjs" }\n');
writeFileSync('.build/metafile.json', JSON.stringify(metafile));

const sizes = functions.map((name) => [name, metafile.outputs[`.build/${name}/index.js`].bytes]);
for (const [name, bytes] of sizes)
  console.log(`${name.padEnd(8)} ${(bytes / 1000).toFixed(0).padStart(5)} KB`);

const [, slack] = sizes[0];
if (slack > slackLimit) {
  console.error(`the slack function has ${slack} bytes, more than ${slackLimit}`);
  process.exitCode = 1;
}
