import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Made by tools, never committed. */
const generated = new Set(['.git', 'node_modules', '.build', '.serverless', 'coverage']);

export const topLevel = (root) => readdirSync(root).filter((name) => !generated.has(name));

/** Every file below a folder, as paths from the root with slashes; nothing when the folder is missing. */
export const filesIn = (root, folder) => {
  let entries;
  try {
    entries = readdirSync(path.join(root, folder), { withFileTypes: true });
  } catch {
    return [];
  }
  return entries
    .filter(({ name }) => !generated.has(name))
    .flatMap((entry) => {
      const file = folder === '.' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesIn(root, file) : [file];
    });
};

export const codeFolders = ['src', 'adapters', 'functions', 'playground', 'tests', 'tools'];

/** Every source file of the project itself; packages of their own below tools are included. */
export const sources = (root) =>
  codeFolders.flatMap((folder) => filesIn(root, folder)).filter((file) => /\.(ts|mjs)$/.test(file));

export const textOf = (root, file) => readFileSync(path.join(root, file), 'utf8');

export const linesOf = (root, file) => textOf(root, file).split('\n').length - 1;
