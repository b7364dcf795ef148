import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface RunningPlayground {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

const START = fileURLToPath(new URL('../../playground/start.mjs', import.meta.url));

/** Anything of the caller's that would point the handlers elsewhere stays out. */
const environment = (): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  PORT: '0',
});

/** `npm start -- --headless` on a port of its own; resolves when it has printed where the page is. */
export const startPlaygroundProcess = (): Promise<RunningPlayground> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [START, '--headless'], { env: environment() });
    const ended = new Promise<void>((done) => {
      child.once('exit', () => done());
    });
    let printed = '';
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      const [, url] = /page\s+(\S+)/u.exec(printed) ?? [];
      // The last line of the greeting: everything is up by then.
      if (url === undefined || !printed.includes('Slack  ')) return;
      resolve({
        url,
        stop: () => {
          child.kill('SIGTERM');
          return ended;
        },
      });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => reject(new Error(`the playground ended:\n${printed}`)));
  });
