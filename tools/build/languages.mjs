import { fileURLToPath } from 'node:url';

const folder = new URL('../../src/i18n/', import.meta.url);

/** The languages that have a catalogue of their own beside the code. */
export const languages = ['de', 'en'];

/** Where a language's texts come from; each function gets them as a file beside its own. */
export const catalogueOf = (language) => fileURLToPath(new URL(`${language}.ts`, folder));

/**
 * An esbuild plug-in: texts stay out of a function's code, and are read when the first person needs them. A cold start
 * then loads one language at most.
 */
export const apart = {
  name: 'languages-apart',
  setup(build) {
    build.onResolve({ filter: /^\.\/(de|en)\.ts$/ }, ({ path, importer }) =>
      importer.endsWith('translate.ts') ? { path: path.slice(2, -3), namespace: 'language' } : undefined,
    );
    build.onLoad({ filter: /./, namespace: 'language' }, ({ path }) => ({
      contents: `module.exports = { get ${path}() { return require('./${path}.js').${path}; } };`,
      resolveDir: '/',
    }));
    build.onResolve({ filter: /^\.\/(de|en)\.js$/, namespace: 'language' }, ({ path }) => ({
      path,
      external: true,
    }));
  },
};
