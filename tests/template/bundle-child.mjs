// Loads a bundle as Lambda does, by its path and once, and calls its handler with each event that it is sent.
import { createRequire } from 'node:module';
import { argv } from 'node:process';

const { handler } = createRequire(import.meta.url)(argv[2]);

process.on('message', async ({ id, event, timeout }) => {
  const end = performance.now() + timeout;
  const context = { getRemainingTimeInMillis: () => Math.max(0, Math.round(end - performance.now())) };
  try {
    process.send({ id, result: await handler(event, context) });
  } catch (error) {
    process.send({ id, fault: String(error) });
  }
});
process.send({ ready: true });
