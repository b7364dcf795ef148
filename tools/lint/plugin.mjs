import path from 'node:path';
import { refusal } from './walls.mjs';

const rule = (create) => ({ create });

/** Everything that names another module: import, export from, import(), and import('x').T in a type. */
const walls = rule((context) => {
  const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');
  const check = (node) => {
    const message = node.source && refusal(file, node.source.value);
    if (message) context.report({ node, message });
  };
  return {
    ImportDeclaration: check,
    ExportNamedDeclaration: check,
    ExportAllDeclaration: check,
    ImportExpression: check,
    TSImportType: check,
  };
});

/** The core and the adapters are told the time and their luck by ports, so that tests can say what both are. */
const noAmbient = rule((context) => {
  const report = (node) =>
    context.report({ node, message: 'time and chance come from the clock and ids ports' });
  return {
    'CallExpression[callee.object.name="Date"][callee.property.name="now"]': report,
    'CallExpression[callee.object.name="Math"][callee.property.name="random"]': report,
    'CallExpression[callee.object.name="performance"][callee.property.name="now"]': report,
    'NewExpression[callee.name="Date"][arguments.length=0]': report,
    'CallExpression[callee.name="Date"]': report,
  };
});

/** A fault says what kind it is, or nobody can decide whether to retry it. */
const noBareError = rule((context) => {
  const report = (node) =>
    context.report({ node, message: 'use InvariantError or PortError instead of a bare Error' });
  return { 'NewExpression[callee.name="Error"]': report, 'CallExpression[callee.name="Error"]': report };
});

/** The object `z` holds all of its package, and a bundle that names it all of that; a namespace, what is used. */
const zodNamespace = rule((context) => {
  const report = (node) =>
    context.report({ node, message: "write import * as z from 'zod/mini', in tests also 'zod'" });
  const isZod = ({ source }) => /^zod(\/|$)/.test(source?.value);
  return {
    ImportDeclaration: (node) => {
      const whole = node.specifiers.every(({ type }) => type === 'ImportNamespaceSpecifier');
      if (isZod(node) && !whole) report(node);
    },
    ExportNamedDeclaration: (node) => isZod(node) && report(node),
    ExportAllDeclaration: (node) => isZod(node) && report(node),
  };
});

/** Imports stand at the top of the file, where a reader and every other tool look for them. */
const noInlineImportType = rule((context) => ({
  TSImportType: (node) => context.report({ node, message: "write import type { T } from '…' at the top" }),
}));

export default {
  meta: { name: 'rahmen' },
  rules: {
    walls,
    'no-ambient': noAmbient,
    'no-bare-error': noBareError,
    'zod-namespace': zodNamespace,
    'no-inline-import-type': noInlineImportType,
  },
};
