// Loads a bundle as Lambda does, by its path and once, says what files that took, and calls its handler with each event
// that it is sent.
import { createRequire } from 'node:module';
import path from 'node:path';
import { argv } from 'node:process';

const require = createRequire(import.meta.url);
const { handler } = require(argv[2]);

process.on('message', async ({ id, event, timeout }) => {
  const end = performance.now() + timeout;
  const context = { getRemainingTimeInMillis: () => Math.max(0, Math.round(end - performance.now())) };
  try {
    process.send({ id, result: await handler(event, context) });
  } catch (error) {
    process.send({ id, fault: String(error) });
  }
});
process.send({ loaded: Object.keys(require.cache).map((file) => path.basename(file)) });
