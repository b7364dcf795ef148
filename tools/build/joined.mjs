import path from 'node:path';

const partOf = (file) => path.basename(file, '.js').replaceAll('-', '_');

/** What is loaded at start as one module: the exports of the first file, and what others import from it as parts. */
const together = (start, parts) =>
  [
    `export * from './${path.basename(start[0])}';`,
    ...start
      .filter((file) => parts.includes(file))
      .map((file) => `export * as ${partOf(file)} from './${path.basename(file)}';`),
  ].join('\n');

/**
 * An esbuild plug-in: makes the entry point `start` of the files of `start`. What other files import of them they find
 * there as its `parts`, and among each other they stay apart. `contents` has the text of every file by its path.
 */
export const joined = ({ contents, start, parts }) => ({
  name: 'joined',
  setup(build) {
    const resolveDir = path.resolve(path.dirname(start[0]));
    const atStart = new Set(start.map((file) => path.resolve(file)));
    build.onResolve({ filter: /^start$/ }, () => ({ path: 'start', namespace: 'start' }));
    build.onLoad({ filter: /./, namespace: 'start' }, () => ({
      contents: together(start, parts),
      resolveDir,
    }));

    build.onResolve({ filter: /^\.\// }, ({ path: wanted, importer, kind, namespace }) => {
      const file = path.join(resolveDir, wanted);
      if (kind === 'entry-point') return { path: file };
      if (namespace === 'part' || !atStart.has(file)) return { path: wanted, external: true };
      // A file is loaded for what it does as well.
      if (namespace === 'start' || atStart.has(importer)) return { path: file, sideEffects: true };
      return { path: wanted, namespace: 'part' };
    });
    build.onLoad({ filter: /./, namespace: 'part' }, ({ path: wanted }) => ({
      contents: `module.exports = require('./index.js').${partOf(wanted)};`,
      resolveDir,
    }));
    build.onLoad({ filter: /\.js$/ }, ({ path: file }) => ({ contents: contents.get(file) }));
  },
});
