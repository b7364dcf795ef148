import path from 'node:path';
import { build } from 'esbuild';
import { joined } from './joined.mjs';
import { apart } from './languages.mjs';
import { trim } from './trim.mjs';

const common = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  minify: true,
  // An umlaut as it is takes half of what its escape takes.
  charset: 'utf8',
  logLevel: 'warning',
};

/** CommonJS: an ES import of node:http loads undici at every cold start, a require does not. */
export const commonJs = {
  ...common,
  format: 'cjs',
  supported: { 'dynamic-import': false },
  sourcemap: 'external',
};

/** What several files share exists once, as `instanceof` needs it. Of all formats only ES modules can be split so. */
const split = (name, outdir) =>
  build({
    ...common,
    entryPoints: { index: `functions/${name}.ts` },
    outdir,
    format: 'esm',
    splitting: true,
    chunkNames: '[name]-[hash]',
    // The SDK's ES sources lose what is not used: two fifths of it.
    mainFields: ['module', 'main'],
    sourcemap: 'inline',
    write: false,
    metafile: true,
    plugins: [apart, trim],
  });

/** These files and what they load, by these kinds of import. */
const reached = (outputs, files, kinds) => {
  const found = new Set(files);
  for (const file of found) {
    for (const { path: next, kind, external } of outputs[file].imports) {
      if (external !== true && kinds.includes(kind)) found.add(next);
    }
  }
  return [...found];
};

/** What these files load with themselves. */
const importedBy = (outputs, files) =>
  files.flatMap((file) => outputs[file].imports.map(({ path: imported }) => imported));

/** A part by the file that it is asked for with; the stubs are asked for by nobody. */
const partsIn = (outputs, files) =>
  files
    .map((file) => [file, outputs[file].entryPoint])
    .filter(([, entry]) => entry !== undefined && !entry.includes('/stubs/'))
    .map(([file, entry]) => [file, path.basename(entry, '.ts')]);

/**
 * Bundles a function: `index.js` with all that it loads at start, and what it loads later in files beside it.
 * `later` says what of it comes by each name; what two of them share is counted with both.
 */
export const bundleFunction = async (name) => {
  const outdir = `.build/${name}`;
  const index = `${outdir}/index.js`;
  const { outputFiles, metafile } = await split(name, outdir);
  const { outputs } = metafile;
  const start = reached(outputs, [index], ['import-statement']);
  const all = reached(outputs, start, ['import-statement', 'dynamic-import']);
  const afterStart = (files) => files.filter((file) => !start.includes(file));

  const others = afterStart(all).map((file) => path.basename(file, '.js'));
  const contents = new Map(outputFiles.map(({ path: file, text }) => [file, text]));
  const { metafile: made } = await build({
    ...commonJs,
    entryPoints: { index: 'start', ...Object.fromEntries(others.map((other) => [other, `./${other}.js`])) },
    outdir,
    // ES modules are strict without saying so.
    banner: { js: '"use strict";' },
    // The files of the first pass have these names in memory only.
    allowOverwrite: true,
    metafile: true,
    plugins: [joined({ contents, start, parts: importedBy(outputs, afterStart(all)) })],
  });

  const sizeOf = (files) => files.reduce((sum, file) => sum + made.outputs[file].bytes, 0);
  const later = partsIn(outputs, afterStart(all)).map(([file, part]) => ({
    name: part,
    bytes: sizeOf(afterStart(reached(outputs, [file], ['import-statement']))),
  }));
  return { name, bytes: sizeOf([index]), later, metafile };
};
