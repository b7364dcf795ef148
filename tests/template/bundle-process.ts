import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

const CHILD = fileURLToPath(new URL('bundle-child.mjs', import.meta.url));
const bundle = (name: string): string =>
  fileURLToPath(new URL(`../../.build/${name}/index.js`, import.meta.url));

const message = z.object({ id: z.int(), result: z.unknown().optional(), fault: z.string().optional() });

const ready = z.object({ loaded: z.array(z.string()) });

/** A bundle in a process of its own, with an environment of its own. */
export interface BundleProcess {
  /** The files that a cold start reads. */
  readonly loaded: readonly string[];
  readonly invoke: (event: unknown) => Promise<unknown>;
  /** What it printed so far. */
  readonly printed: () => string;
  readonly stop: () => Promise<void>;
}

export const startBundle = async (
  name: string,
  environment: Readonly<Record<string, string>>,
): Promise<BundleProcess> => {
  const env = { ...environment, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' };
  const child = fork(CHILD, [bundle(name)], { env, execArgv: [], stdio: 'pipe' });
  const waiting = new Map<number, (answer: z.infer<typeof message>) => void>();
  let printed = '';
  let calls = 0;
  const note = (chunk: unknown): void => {
    printed += String(chunk);
  };
  child.stdout?.on('data', note);
  child.stderr?.on('data', note);
  const started = await Promise.race([
    once(child, 'message').then(([first]) => ready.parse(first)),
    once(child, 'exit').then(() => undefined),
  ]);
  if (started === undefined) throw new Error(`the bundle ${name} did not load: ${printed}`);
  child.on('message', (answer) => {
    const read = message.parse(answer);
    waiting.get(read.id)?.(read);
  });
  return {
    loaded: started.loaded,
    invoke: async (event) => {
      calls += 1;
      const id = calls;
      const answer = new Promise<z.infer<typeof message>>((resolve) => waiting.set(id, resolve));
      child.send({ id, event, timeout: 60_000 });
      const { result, fault } = await answer;
      if (fault !== undefined) throw new Error(`the bundle ${name} threw: ${fault}`);
      return result;
    },
    printed: () => printed,
    stop: async () => {
      const exit = once(child, 'exit');
      child.kill();
      await exit;
    },
  };
};
