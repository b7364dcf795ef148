import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { codeFolders, sources, textOf } from './tree.mjs';

/** A gate that looked at nothing passes. Below this number of files it counts as broken. */
const floor = 20;

const output = (root, command, args) => {
  const run = spawnSync(path.join(root, 'node_modules/.bin', command), args, { cwd: root, encoding: 'utf8' });
  return `${run.stdout}${run.stderr}`;
};

const listed = (root, text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .map((line) => (path.isAbsolute(line) ? path.relative(root, line) : line))
    .filter((line) => !line.includes('node_modules'));

/** The arguments of each `tsc` in the script check:types, asking for the names of its files only. */
const typeRuns = (root) =>
  JSON.parse(textOf(root, 'package.json'))
    .scripts['check:types'].split(' && ')
    .map((command) => [...command.split(' ').slice(1), '--listFilesOnly']);

const typescript = (file) => file.endsWith('.ts');
const ownRun = /^tests\/(browser|conformance|template)\//;

/** Each gate: the files it is for, and the files it says it saw. */
const gates = {
  'types of the tree': {
    meant: typescript,
    saw: (root) => typeRuns(root).flatMap((args) => listed(root, output(root, 'tsc', args))),
  },
  'types of src': {
    meant: (file) => typescript(file) && file.startsWith('src/'),
    saw: (root) => listed(root, output(root, 'tsc', ['-p', 'tsconfig.src.json', '--listFilesOnly'])),
  },
  lint: {
    meant: () => true,
    saw: (root) => listed(root, output(root, 'oxlint', ['--debug=files', ...codeFolders])),
  },
  tests: {
    meant: (file) => file.endsWith('.test.ts') && !ownRun.test(file),
    saw: (root) => listed(root, output(root, 'jest', ['--listTests'])),
  },
};

const blindSpots = (root, files) =>
  Object.entries(gates).flatMap(([name, { meant, saw }]) => {
    const wanted = files.filter(meant);
    const seen = new Set(saw(root));
    const missed = wanted.filter((file) => !seen.has(file));
    return [
      ...(wanted.length > floor
        ? []
        : [`${name}: only ${wanted.length} files, ${floor} is too few to be true`]),
      ...missed.map((file) => `${name} did not see ${file}`),
    ];
  });

/** Biome prints a number, no names: it must be at least the number of source files. */
const formatBlindSpots = (root, files) => {
  const checked = Number(/Checked (\d+) files/.exec(output(root, 'biome', ['format', '.']))?.[1] ?? 0);
  return checked >= files.length && checked > floor
    ? []
    : [`format checked ${checked} of ${files.length} files`];
};

/** What every gate overlooked, in words; nothing when each saw all it is for. */
export const overlooked = (root) => {
  const files = sources(root);
  return [...blindSpots(root, files), ...formatBlindSpots(root, files)];
};
