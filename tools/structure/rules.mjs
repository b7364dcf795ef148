import { existsSync } from 'node:fs';
import path from 'node:path';
import { functions } from '../build/functions.mjs';
import { codeFolders, filesIn, linesOf, sources, textOf, topLevel } from './tree.mjs';

/** What may stand beside the code folders. A new entry is a decision: put it here in the same commit. */
const allowedAtTop = `
  src adapters functions playground tests tools docs .ci .github
  README.md CHANGELOG.md LICENSE
  package.json package-lock.json .npmrc .gitignore .editorconfig
  tsconfig.json tsconfig.src.json jest.config.mjs biome.json knip.jsonc .oxlintrc.json serverless.yml
`.split(/\s+/);

const medianLimit = 80;
const functionLimit = 40;
const manifests = (root) => [
  'package.json',
  ...filesIn(root, 'tools').filter((f) => f.endsWith('/package.json')),
];

const onlyKnownAtTop = (root) =>
  topLevel(root)
    .filter((name) => !allowedAtTop.includes(name))
    .map((name) => `${name} is not an allowed top-level entry`);

const kebabCaseNames = (root) =>
  codeFolders
    .flatMap((folder) => filesIn(root, folder))
    .filter((file) => !file.split('/').every((part) => /^\.?[a-z0-9]+([.-][a-z0-9]+)*$/.test(part)))
    .filter((file) => path.posix.basename(file) !== 'README.md')
    .map((file) => `${file} is not kebab-case`);

const smallFiles = (root) => {
  const lengths = filesIn(root, 'src')
    .map((file) => linesOf(root, file))
    .sort((a, b) => a - b);
  const median = lengths[Math.floor(lengths.length / 2)] ?? 0;
  return median > medianLimit ? [`the median file of src has ${median} lines, more than ${medianLimit}`] : [];
};

const shortEntries = (root) =>
  functions
    .map((name) => `functions/${name}.ts`)
    .filter((file) => existsSync(path.join(root, file)) && linesOf(root, file) > functionLimit)
    .map((file) => `${file} has more than ${functionLimit} lines`);

const contractPerPort = (root) => {
  const contracts = new Set(filesIn(root, 'tests/contract'));
  return filesIn(root, 'src/ports')
    .map((file) => path.posix.basename(file, '.ts'))
    .filter((port) => !contracts.has(`tests/contract/${port}.contract.ts`))
    .map((port) => `src/ports/${port}.ts has no tests/contract/${port}.contract.ts`);
};

const exactVersions = (root) =>
  manifests(root).flatMap((file) => {
    const { dependencies, devDependencies } = JSON.parse(textOf(root, file));
    return Object.entries({ ...dependencies, ...devDependencies })
      .filter(([, version]) => !/^(npm:[^@]+@)?\d+\.\d+\.\d+$/.test(version))
      .map(([name, version]) => `${file}: ${name} is ${version}, not an exact version`);
  });

/** A recorded download address would tie every install to the registry of whoever wrote the lock file. */
const noHostInLock = (root) =>
  manifests(root)
    .map((file) => file.replace('package.json', 'package-lock.json'))
    .filter((file) => textOf(root, file).includes('"resolved"'))
    .map((file) => `${file} records download addresses`);

/** Written so that this line is not a finding itself. */
const leftover = /\b(T[O]DO|F[I]XME|X[X]X|H[A]CK)\b/;

const noLeftovers = (root) =>
  [...sources(root), ...filesIn(root, 'docs').filter((file) => file.endsWith('.md'))]
    .filter((file) => leftover.test(textOf(root, file)))
    .map((file) => `${file} holds a note to come back to`);

/** A rule may be switched off for one line, if the line says why: `oxlint-disable-next-line rule -- reason`. */
const disablesSayWhy = (root) =>
  sources(root).flatMap((file) =>
    textOf(root, file)
      .split('\n')
      .filter((line) => /\/[/*] *(oxlint|eslint)-disable/.test(line))
      .filter((line) => !/-disable-next-line [\w/, -]*[\w/] -- \S/.test(line))
      .map((line) => `${file} switches a rule off without a reason: ${line.trim()}`),
  );

export const rules = {
  'only known top-level entries': onlyKnownAtTop,
  'kebab-case file names': kebabCaseNames,
  'small files in src': smallFiles,
  'short function entries': shortEntries,
  'a contract per port': contractPerPort,
  'exact versions': exactVersions,
  'no host in the lock files': noHostInLock,
  'no leftovers': noLeftovers,
  'disabled rules say why': disablesSayWhy,
};
