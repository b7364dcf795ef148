import path from 'node:path';

/**
 * Who may import what: the whole architecture on one screen. The longest matching place decides; a file
 * in none of these places may import nothing. `*` at the end of a package name stands for the rest of it.
 * What ends in a bundle reads with `zod/mini`: all of zod would be 60 KB more at every cold start.
 */
const walls = [
  { place: 'src', folders: ['src'], packages: [] },

  {
    place: 'adapters/slack',
    packages: ['@slack/web-api', '@slack/types', 'zod/mini', 'aws-lambda', 'node:crypto'],
  },
  {
    place: 'adapters/slack/bolt-app.ts',
    packages: ['@slack/bolt', '@slack/web-api', 'zod/mini', 'aws-lambda'],
  },
  { place: 'adapters/msteams', packages: ['zod/mini', 'aws-lambda', 'node:crypto'] },
  { place: 'adapters/msteams/bot.ts', packages: ['botbuilder', 'zod/mini', 'aws-lambda'] },
  {
    place: 'adapters/dynamodb',
    packages: ['@aws-sdk/*', '@smithy/*', 'zod/mini', 'node:crypto', 'node:https'],
  },
  {
    place: 'adapters/sqs',
    packages: ['@aws-sdk/*', '@smithy/*', 'zod/mini', 'aws-lambda', 'node:crypto', 'node:https'],
  },
  { place: 'adapters/kms', packages: ['@aws-sdk/*', '@smithy/*', 'node:crypto', 'node:https'] },
  { place: 'adapters/system', packages: ['luxon', 'node:crypto'] },
  { place: 'adapters/memory', packages: ['node:crypto'] },

  {
    place: 'functions',
    folders: ['src', 'adapters', 'functions'],
    packages: ['zod/mini', 'aws-lambda', 'node:*'],
  },
  { place: 'playground', folders: ['src', 'adapters', 'functions', 'playground'], packages: ['*'] },
  {
    place: 'tests',
    folders: ['src', 'adapters', 'functions', 'playground', 'tests', 'tools'],
    packages: ['*'],
  },
  { place: 'tools', folders: ['tools'], packages: ['*'] },
];

const inside = (file, folder) => file === folder || file.startsWith(`${folder}/`);
const matches = (name, pattern) =>
  pattern.endsWith('*')
    ? name.startsWith(pattern.slice(0, -1))
    : name === pattern || name.startsWith(`${pattern}/`);

/** An adapter reaches the core and itself; every adapter is a folder directly below adapters. */
const ownFolders = (file) => ['src', file.split('/').slice(0, 2).join('/')];

const wallOf = (file) =>
  walls.filter(({ place }) => inside(file, place)).sort((a, b) => b.place.length - a.place.length)[0];

/** Why `file` (from the root, with slashes) may not import `specifier`; undefined when it may. */
export const refusal = (file, specifier) => {
  const wall = wallOf(file);
  if (!wall) return `${file} is in no place that tools/lint/walls.mjs knows`;
  if (typeof specifier !== 'string') {
    return wall.packages.includes('*') ? undefined : 'the name of an imported module must be a plain string';
  }
  if (!specifier.startsWith('.')) {
    return wall.packages.some((pattern) => matches(specifier, pattern))
      ? undefined
      : `${wall.place} may not import the package ${specifier}`;
  }
  const target = path.posix.join(path.posix.dirname(file), specifier);
  return (wall.folders ?? ownFolders(file)).some((folder) => inside(target, folder))
    ? undefined
    : `${wall.place} may not import ${target}`;
};
