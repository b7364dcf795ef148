// Shows that every rule can fail: plants one violation per rule in a copy of the tree and expects its gate
// to name it. Works on a copy, so that a crash leaves nothing behind in the project.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { overlooked } from './gates.mjs';
import { lintPlants } from './lint-plants.mjs';
import { blindPlants, deadPlants, platformPlants, structurePlants, typePlants } from './plants.mjs';
import { rules } from './rules.mjs';
import { codeFolders, topLevel } from './tree.mjs';

const root = process.cwd();
const copy = mkdtempSync(path.join(tmpdir(), 'planted-'));
let failures = 0;

const report = (what, gate, caught) => {
  if (!caught) failures += 1;
  console.log(`planted ${what} → ${caught ? `caught by ${gate}` : `NOT CAUGHT by ${gate}`}`);
};

const run = (command, args) => {
  const bin = path.join(root, 'node_modules/.bin', command);
  const { status, stdout, stderr } = spawnSync(bin, args, {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return { failed: status !== 0, stdout, text: `${stdout}${stderr}` };
};

const write = (file, text) => {
  const target = path.join(copy, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
};

/** Lays the files, runs `look`, and takes them away or puts back what was there. */
const withFiles = (files, look) => {
  const before = Object.keys(files).map((file) => {
    const target = path.join(copy, file);
    return [target, existsSync(target) ? readFileSync(target) : undefined];
  });
  try {
    for (const [file, text] of Object.entries(files)) write(file, text);
    return look();
  } finally {
    for (const [target, text] of before) {
      if (text) writeFileSync(target, text);
      else rmSync(target);
    }
  }
};

const filesOf = (plants) =>
  Object.assign({}, ...plants.map(({ at, code, also }) => ({ [at]: code, ...also })));

/** All plants of a gate at once; `found(plant, output)` says whether the gate named this one. */
const gate = (name, plants, [command, ...args], found) =>
  withFiles(filesOf(plants), () => {
    const output = run(command, args);
    for (const plant of plants) {
      report(plant.what, `${name} (${plant.by})`, output.failed && found(plant, output));
    }
  });

const lint = () =>
  gate('lint', lintPlants, ['oxlint', '-f', 'json', ...codeFolders], ({ at, by }, { stdout }) =>
    JSON.parse(stdout).diagnostics.some(({ filename, code }) => filename === at && code === by),
  );

const onOneLine = ({ at, by }, { text }) =>
  text.split('\n').some((line) => line.includes(at) && line.includes(by));

const types = () => {
  gate('types', typePlants, ['tsc', '--pretty', 'false'], onOneLine);
  gate('types of src', platformPlants, ['tsc', '-p', 'tsconfig.src.json', '--pretty', 'false'], onOneLine);
};

const format = () => {
  const plants = [
    { what: 'unformatted code', at: 'src/planted/wide.ts', code: 'export   const f=1', by: 'wide.ts' },
  ];
  gate('format', plants, ['biome', 'format', '.', '--max-diagnostics=none'], onOneLine);
};

const dead = () =>
  gate('dead code', deadPlants, ['knip', '--reporter', 'json'], ({ at, by }, { stdout }) =>
    JSON.parse(stdout).issues.some((issue) => issue.file === at && issue[by].length > 0),
  );

const test = () => {
  const code = "import { expect, test } from '@jest/globals';\ntest('x', () => { expect(1).toBe(2); });\n";
  const plants = [{ what: 'a failing test', at: 'tests/planted/fails.test.ts', code, by: '● x' }];
  const args = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', 'tests/planted'];
  withFiles(filesOf(plants), () => {
    const { status, stderr } = spawnSync('node', args, { cwd: copy, encoding: 'utf8' });
    report(plants[0].what, 'jest', status !== 0 && stderr.includes(plants[0].by));
  });
};

const read = (file) => readFileSync(path.join(copy, file), 'utf8');

/** Whether `findings` finds more once the files of the plant are laid. */
const findsMore = (plant, findings) => {
  const before = findings(copy).length;
  return withFiles(plant.files(read), () => findings(copy).length > before);
};

const structure = () => {
  for (const [rule, findings] of Object.entries(rules)) {
    const plant = structurePlants.find((candidate) => candidate.rule === rule);
    report(`a breach of "${rule}"`, 'structure', plant && findsMore(plant, findings));
  }
  for (const plant of blindPlants) {
    report(`settings that blind ${plant.what}`, 'structure', findsMore(plant, overlooked));
  }
  withFiles({ 'planted.txt': 'x\n' }, () => {
    const { status } = spawnSync('node', ['tools/structure/check.mjs'], { cwd: copy });
    report('any finding', 'the exit code of structure', status === 1);
  });
};

try {
  for (const name of topLevel(root))
    cpSync(path.join(root, name), path.join(copy, name), {
      recursive: true,
      filter: (file) => path.basename(file) !== 'node_modules',
    });
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  for (const look of [types, lint, format, dead, test, structure]) look();
} finally {
  rmSync(copy, { recursive: true, force: true });
}
console.log(failures === 0 ? 'every planted violation was caught' : `${failures} planted violations passed`);
process.exitCode = failures === 0 ? 0 : 1;
