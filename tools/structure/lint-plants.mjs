/**
 * One violation per rule of the linter. Each is planted in a copy of the tree, where its gate must fail and name it.
 * `at` is the planted file, `by` what the gate must print about it.
 */
export const lines = (count, line) =>
  `${Array.from({ length: count }, (_, index) => line(index)).join('\n')}\n`;
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
  wall(
    'all of zod in an adapter',
    'adapters/slack/planted-whole-zod.ts',
    "import * as z from 'zod';\nexport const s = z.string();\n",
  ),
  wall(
    'all of zod in a function',
    'functions/planted-whole-zod.ts',
    "import * as z from 'zod';\nexport const s = z.string();\n",
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
    code: "import { z } from 'zod/mini';\nexport const s = z.string();\n",
    by: 'rahmen(zod-namespace)',
  },
  {
    what: 'a named import of zod in a test',
    at: 'tests/planted/named-zod.ts',
    code: "import { z } from 'zod';\nexport const s = z.string();\n",
    by: 'rahmen(zod-namespace)',
  },
  {
    what: 'zod handed on',
    at: 'functions/planted-zod.ts',
    code: "export { z } from 'zod/mini';\n",
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
