/**
 * One violation per rule. Each is planted in a copy of the tree, where its gate must fail and name it.
 * `at` is the planted file, `by` what the gate must print about it.
 */
const lines = (count, line) => `${Array.from({ length: count }, (_, index) => line(index)).join('\n')}\n`;
const jestGlobals = "import { expect, jest, test } from '@jest/globals';\n";

const wall = (what, at, code) => ({ what, at, code, by: 'rahmen(walls)' });
const typed = (what, by, code) => ({ what, at: `src/planted/${what.replaceAll(' ', '-')}.ts`, code, by });
const inTest = (what, by, code) => ({
  what,
  at: `tests/planted/${what.replaceAll(' ', '-')}.test.ts`,
  code: jestGlobals + code,
  by,
});

const walls = [
  wall('a package in src', 'src/planted/package.ts', "import { DateTime } from 'luxon';\nDateTime.now();\n"),
  wall('a type of a package in src', 'src/planted/type.ts', "export type { App } from '@slack/bolt';\n"),
  wall('import() in src', 'src/planted/dynamic.ts', "export const load = () => import('luxon');\n"),
  wall(
    'a computed import()',
    'src/planted/computed.ts',
    'export const load = (name: string) => import(name);\n',
  ),
  wall("import('x').T in src", 'src/planted/inline.ts', "export type T = import('luxon').DateTime;\n"),
  wall('an adapter in src', 'src/planted/up.ts', "export * from '../../adapters/system/clock.ts';\n"),
  wall('one adapter in another', 'adapters/slack/planted.ts', "export * from '../dynamodb/table.ts';\n"),
  wall('a function in an adapter', 'adapters/sqs/planted.ts', "export * from '../../functions/config.ts';\n"),
  wall('the playground in a function', 'functions/planted.ts', "export * from '../playground/server.ts';\n"),
  wall(
    'a test in the playground',
    'playground/planted.ts',
    "export * from '../tests/support/builders.ts';\n",
  ),
  wall('Bolt beside bolt-app.ts', 'adapters/slack/planted-bolt.ts', "export { App } from '@slack/bolt';\n"),
  wall('luxon beside adapters/system', 'adapters/memory/planted.ts', "export { DateTime } from 'luxon';\n"),
  wall(
    'node:process in an adapter',
    'adapters/slack/planted-process.ts',
    "export { env } from 'node:process';\n",
  ),
  wall('a folder nobody named', 'adapters/planted/file.ts', "export { env } from 'node:process';\n"),
];

const types = [
  typed(
    'floating promise',
    'typescript(no-floating-promises)',
    'export const f = (p: Promise<void>) => { p; };\n',
  ),
  typed(
    'misused promise',
    'typescript(no-misused-promises)',
    'export const f = (p: Promise<void>): number => (p ? 1 : 2);\n',
  ),
  typed(
    'unsafe any',
    'typescript(no-unsafe-member-access)',
    "export const f = () => JSON.parse('{}').name;\n",
  ),
  typed('any', 'typescript(no-explicit-any)', 'export const f = (x: any): void => void x;\n'),
  typed(
    'type assertion',
    'typescript(consistent-type-assertions)',
    'export const f = (x: unknown) => x as string;\n',
  ),
  typed(
    'non-null assertion',
    'typescript(no-non-null-assertion)',
    'export const f = (x?: string) => x!.length;\n',
  ),
  typed(
    'inexhaustive switch',
    'typescript(switch-exhaustiveness-check)',
    "export const f = (x: 'a' | 'b') => { switch (x) { case 'a': return 1; } return 2; };\n",
  ),
  typed('ts-ignore', 'typescript(ban-ts-comment)', '// @ts-ignore\nexport const f = 1;\n'),
  typed('inline import type', 'rahmen(no-inline-import-type)', "export type T = import('./any.ts').T;\n"),
];

const habits = [
  typed('Date.now', 'rahmen(no-ambient)', 'export const f = () => Date.now();\n'),
  typed('new Date', 'rahmen(no-ambient)', 'export const f = () => new Date();\n'),
  typed('Math.random', 'rahmen(no-ambient)', 'export const f = () => Math.random();\n'),
  typed('bare error', 'rahmen(no-bare-error)', "export const f = () => { throw new Error('x'); };\n"),
  typed('default export', 'import(no-default-export)', 'export default 1;\n'),
  typed('console', 'eslint(no-console)', "export const f = () => console.log('x');\n"),
  typed(
    '251 lines',
    'eslint(max-lines)',
    lines(251, (index) => `export const a${index} = ${index};`),
  ),
  typed(
    '51 lines in a function',
    'eslint(max-lines-per-function)',
    `export const f = (n: number): number => {\n  let m = n;\n${lines(48, () => '  m += 1;')}  return m;\n};\n`,
  ),
  typed(
    'five parameters',
    'eslint(max-params)',
    'export const f = (a: 1, b: 1, c: 1, d: 1, e: 1) => [a, b, c, d, e];\n',
  ),
  {
    what: 'process in an adapter',
    at: 'adapters/slack/planted-env.ts',
    code: "export const token = process.env['TOKEN'];\n",
    by: 'eslint(no-restricted-globals)',
  },
  {
    what: 'a named import of zod',
    at: 'adapters/slack/planted-zod.ts',
    code: "import { z } from 'zod';\nexport const s = z.string();\n",
    by: 'rahmen(zod-namespace)',
  },
  {
    what: 'a cycle',
    at: 'src/planted/cycle-a.ts',
    code: "import { b } from './cycle-b.ts';\nexport const a = () => b();\n",
    also: {
      'src/planted/cycle-b.ts': "import { a } from './cycle-a.ts';\nexport const b = (): number => a();\n",
    },
    by: 'import(no-cycle)',
  },
  {
    what: 'a file name with capitals',
    at: 'src/planted/camelCase.ts',
    code: 'export const f = 1;\n',
    by: 'unicorn(filename-case)',
  },
];

const tests = [
  inTest('jest.mock', 'jest(no-restricted-jest-methods)', "jest.mock('../../src/shared/hash.ts');\n"),
  inTest(
    'mocked module',
    'jest(no-restricted-jest-methods)',
    "jest.unstable_mockModule('../../src/shared/hash.ts', () => ({}));\n",
  ),
  inTest('skipped test', 'jest(no-disabled-tests)', "test.skip('x', () => { expect(1).toBe(1); });\n"),
  inTest('focused test', 'jest(no-focused-tests)', "test.only('x', () => { expect(1).toBe(1); });\n"),
  inTest('test without assertion', 'jest(expect-expect)', "test('x', () => { Math.max(1, 2); });\n"),
];

export const lintPlants = [...walls, ...types, ...habits, ...tests];

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
  { what: 'tsc', files: changed('tsconfig.json', '"src", ', '') },
  { what: 'tsc of src', files: changed('tsconfig.src.json', '["src"]', '["src/ports"]') },
  { what: 'oxlint', files: changed('.oxlintrc.json', '{', '{ "ignorePatterns": ["src/**"],') },
  { what: 'jest', files: changed('jest.config.mjs', '*.test.ts', '*.spec.ts') },
  { what: 'biome', files: changed('biome.json', '["**"', '["src/**"') },
];
