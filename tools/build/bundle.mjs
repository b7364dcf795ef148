// Bundles each Lambda function to .build/<name>/index.js, its texts beside it by language, and prints the sizes.
import { copyFileSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { functions } from './functions.mjs';
import { apart, catalogueOf, languages } from './languages.mjs';
import { trim } from './trim.mjs';

/** Budget of the one function whose cold start a person waits for. */
const slackLimit = 500_000;

const common = {
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
  // An umlaut as it is takes half of what its escape takes.
  charset: 'utf8',
  sourcemap: 'external',
  logLevel: 'warning',
};

const { metafile } = await build({
  ...common,
  entryPoints: Object.fromEntries(functions.map((name) => [`${name}/index`, `functions/${name}.ts`])),
  metafile: true,
  plugins: [apart, trim],
});

const [first, ...others] = functions;
await build({
  ...common,
  entryPoints: Object.fromEntries(languages.map((language) => [`${first}/${language}`, catalogueOf(language)])),
});
for (const name of others) {
  for (const language of languages) copyFileSync(`.build/${first}/${language}.js`, `.build/${name}/${language}.js`);
}

// The project is an ES module package; the bundles beside it are not.
mkdirSync('.build', { recursive: true });
writeFileSync('.build/package.json', '{ "type": "commonjs" }\n');
writeFileSync('.build/metafile.json', JSON.stringify(metafile));

const sizes = functions.map((name) => [name, metafile.outputs[`.build/${name}/index.js`].bytes]);
for (const [name, bytes] of sizes)
  console.log(`${name.padEnd(8)} ${(bytes / 1000).toFixed(0).padStart(5)} KB`);
for (const language of languages) {
  const { size } = statSync(`.build/${first}/${language}.js`);
  console.log(`${language.padEnd(8)} ${(size / 1000).toFixed(0).padStart(5)} KB of texts, read when somebody needs them`);
}

const [, slack] = sizes[0];
if (slack > slackLimit) {
  console.error(`the slack function has ${slack} bytes, more than ${slackLimit}`);
  process.exitCode = 1;
}
