// What `npm start` runs: builds the handlers, the playground and its page, starts all of it in this process, and
// exchanges handlers or page when their sources change. State, time and chats stay.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { context } from 'esbuild';

// The SDK warns on every start under Node 20; the pin in package.json stays below the release that drops it.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const inRoot = (...parts) => path.join(root, ...parts);
const built = inRoot('.build', 'playground');
const pageFolder = path.join(built, 'page');

const forNode = {
  outdir: built,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  // Packages stay loaded while our own sources are exchanged.
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  logLevel: 'warning',
};

const forBrowser = {
  entryPoints: {
    page: inRoot('playground/page/main.ts'),
    style: inRoot('playground/page/style.css'),
    index: inRoot('playground/page/index.html'),
  },
  outdir: pageFolder,
  bundle: true,
  loader: { '.html': 'copy' },
  format: 'esm',
  target: 'es2022',
  logLevel: 'warning',
};

/** Calls `tell(ok)` after each build; the first is waited for. */
const watched = async (options, tell) => {
  let first;
  const ready = new Promise((resolve) => {
    first = resolve;
  });
  let count = 0;
  const notify = {
    name: 'notify',
    setup: (build) =>
      build.onEnd(async ({ errors }) => {
        count += 1;
        if (count === 1) first(errors.length === 0);
        else await tell(errors.length === 0);
      }),
  };
  const building = await context({ ...options, plugins: [notify] });
  await building.watch();
  if (!(await ready)) process.exit(1);
  return building;
};

let running;
let version = 0;

/** A new query makes Node load the file again. */
const loadApp = async (parts) => {
  version += 1;
  const app = await import(`${pathToFileURL(path.join(built, 'app.mjs')).href}?v=${version}`);
  return await app.loadApp(parts);
};

const exchange = async (ok) => {
  try {
    if (!ok) throw new Error('they do not build');
    await running?.exchange(loadApp);
    console.log('  handlers exchanged');
  } catch (error) {
    console.error(`  handlers not exchanged: ${error.message}`);
    running?.tell('handlers-broken');
  }
};

const buildings = await Promise.all([
  watched({ ...forNode, entryPoints: [inRoot('playground/app.ts')] }, exchange),
  watched({ ...forNode, entryPoints: [inRoot('playground/main.ts')] }, () =>
    console.log('  the playground itself changed: start it anew'),
  ),
  watched(forBrowser, (ok) => ok && running?.tell('page-built')),
]);

const stop = async () => {
  await running?.close();
  await Promise.all(buildings.map((building) => building.dispose()));
  process.exit();
};

const { main } = await import(pathToFileURL(path.join(built, 'main.mjs')).href);
try {
  running = await main({
    argv: process.argv.slice(2),
    env: process.env,
    loadApp,
    page: pageFolder,
    print: (line) => console.log(line),
  });
  if (!running) await stop();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
  await stop();
}
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
