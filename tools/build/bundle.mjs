// Bundles each Lambda function to .build/<name>: index.js with what it loads at start, beside it what it loads when
// somebody needs it, and its texts by language. Prints the sizes.
import { copyFileSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { bundleFunction, commonJs } from './chunks.mjs';
import { functions } from './functions.mjs';
import { catalogueOf, languages } from './languages.mjs';

/** Budget of the one function whose cold start a person waits for. */
const slackLimit = 500_000;

for (const name of functions) rmSync(`.build/${name}`, { recursive: true, force: true });
mkdirSync('.build', { recursive: true });
// The project is an ES module package; the bundles are not.
writeFileSync('.build/package.json', '{ "type": "commonjs" }\n');

const bundled = await Promise.all(functions.map(bundleFunction));

const [first, ...others] = functions;
await build({
  ...commonJs,
  outdir: `.build/${first}`,
  entryPoints: Object.fromEntries(languages.map((language) => [language, catalogueOf(language)])),
});
for (const name of others) {
  for (const language of languages)
    copyFileSync(`.build/${first}/${language}.js`, `.build/${name}/${language}.js`);
}

// One file for all functions, for whoever asks what takes the place.
const metafiles = bundled.map(({ metafile }) => metafile);
const merged = (key) => Object.assign({}, ...metafiles.map((metafile) => metafile[key]));
writeFileSync(
  '.build/metafile.json',
  JSON.stringify({ inputs: merged('inputs'), outputs: merged('outputs') }),
);

const line = (name, bytes, rest = '') =>
  console.log(`${name.padEnd(18)} ${(bytes / 1000).toFixed(0).padStart(4)} KB${rest}`);

for (const { name, bytes, later } of bundled) {
  line(name, bytes, ' at start');
  for (const part of later) line(`  ${part.name}`, part.bytes, ' more when somebody needs it');
}
for (const language of languages) {
  line(language, statSync(`.build/${first}/${language}.js`).size, ' of texts, read when somebody needs them');
}

const slack = bundled.find(({ name }) => name === 'slack');
if (slack.bytes > slackLimit) {
  console.error(`the slack function loads ${slack.bytes} bytes at start, more than ${slackLimit}`);
  process.exitCode = 1;
}
