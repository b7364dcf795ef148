import { lines } from './lint-plants.mjs';

/* One violation per rule of every gate but the linter, in the form of lint-plants.mjs. */

export const typePlants = [
  {
    what: 'a wrong type',
    at: 'src/planted/wrong.ts',
    code: "export const n: number = 'one';\n",
    by: 'TS2322',
  },
  {
    what: 'an unchecked index',
    at: 'src/planted/index-access.ts',
    code: 'export const f = (xs: readonly string[]): number => xs[0].length;\n',
    by: 'TS2532',
  },
  {
    what: 'an explicit undefined',
    at: 'src/planted/exact.ts',
    code: 'export const f: { a?: string } = { a: undefined };\n',
    by: 'TS2375',
  },
  { what: 'an enum', at: 'src/planted/enum.ts', code: 'export enum E { a }\n', by: 'TS1294' },
];

/** These compile in the whole tree and must not compile in src. */
export const platformPlants = ['process', 'fetch', 'Buffer', 'console', 'setTimeout', 'structuredClone'].map(
  (name) => ({
    what: `${name} in src`,
    at: `src/planted/uses-${name.toLowerCase()}.ts`,
    code: `export const used = ${name};\n`,
    by: 'TS2',
  }),
);

export const deadPlants = [
  { what: 'an unused file', at: 'src/planted/nobody.ts', code: 'export const f = 1;\n', by: 'files' },
  {
    what: 'an unused export',
    at: 'src/planted/half-used.ts',
    code: 'export const used = 1;\nexport const unused = 2;\n',
    also: {
      'tests/planted/uses.test.ts': "import { used } from '../../src/planted/half-used.ts';\nvoid used;\n",
    },
    by: 'exports',
  },
  {
    what: 'a package nobody declared',
    at: 'tests/planted/unlisted.test.ts',
    code: "import semver from 'semver';\nvoid semver;\n",
    by: 'unlisted',
  },
];

/** A rule and the files that break it; `read` gives what stands in the copy. The rule must find more than before. */
export const structurePlants = [
  { rule: 'only known top-level entries', files: () => ({ 'planted.txt': 'x\n' }) },
  { rule: 'kebab-case file names', files: () => ({ 'tests/fixtures/Planted_file.json': '{}\n' }) },
  {
    rule: 'small files in src',
    files: () =>
      Object.fromEntries(
        Array.from({ length: 999 }, (_, file) => [
          `src/planted/long-${file}.ts`,
          lines(81, (n) => `// ${n}`),
        ]),
      ),
  },
  { rule: 'short function entries', files: () => ({ 'functions/tick.ts': lines(41, (n) => `// ${n}`) }) },
  { rule: 'a contract per port', files: () => ({ 'src/ports/planted.ts': 'export type T = 1;\n' }) },
  {
    rule: 'exact versions',
    files: (read) => ({ 'package.json': read('package.json').replace('"luxon": "', '"luxon": "^') }),
  },
  {
    rule: 'no host in the lock files',
    files: (read) => ({
      'package-lock.json': read('package-lock.json').replace('"integrity":', '"resolved": "x", "integrity":'),
    }),
  },
  {
    rule: 'no leftovers',
    files: () => ({ 'src/planted/later.ts': '// T-O-D-O later\n'.replaceAll('-', '') }),
  },
  {
    rule: 'disabled rules say why',
    files: () => ({ 'src/planted/off.ts': '// oxlint!disable-next-line no-console\n'.replace('!', '-') }),
  },
];

const changed = (file, from, to) => (read) => ({ [file]: read(file).replace(from, to) });

/** Settings that make a gate look away. */
export const blindPlants = [
  { what: 'tsc', files: changed('tsconfig.json', '"tests", ', '') },
  { what: 'tsc of the page', files: changed('package.json', ' && tsc -p playground/page', '') },
  { what: 'tsc of src', files: changed('tsconfig.src.json', '["src"]', '["src/ports"]') },
  { what: 'oxlint', files: changed('.oxlintrc.json', '{', '{ "ignorePatterns": ["src/**"],') },
  { what: 'jest', files: changed('jest.config.mjs', '*.test.ts', '*.spec.ts') },
  { what: 'biome', files: changed('biome.json', '["**"', '["src/**"') },
];
