/** Goes around one call of a port: `name` says which, as `vault.seal`; `apply` does it. */
export type Around = (name: string, apply: () => Promise<unknown>) => Promise<unknown>;

/** The same port with every call led through `around`. For ports whose methods all answer with promises. */
export const intercepted = <P extends object>(port: P, portName: string, around: Around): P =>
  new Proxy(port, {
    get: (target, member) => {
      const method: unknown = Reflect.get(target, member);
      if (typeof method !== 'function') return method;
      return (...args: readonly unknown[]) =>
        around(`${portName}.${String(member)}`, async () => Reflect.apply(method, target, args));
    },
  });

/** The process died: everything it still tries fails, until the next one starts. */
export class Crash extends Error {}

export interface CrashPlan {
  /** Which call it dies at, counted from 0. */
  readonly at: number;
  /** Whether the call took effect before. */
  readonly applied: boolean;
}

/** A process that dies once, and how it is started again. */
export const makeCrash = ({ at, applied }: CrashPlan) => {
  let calls = 0;
  let state: 'alive' | 'dead' | 'restarted' = 'alive';
  const around: Around = async (_, apply) => {
    if (state === 'dead') throw new Crash();
    calls += 1;
    if (state === 'restarted' || calls - 1 !== at) return apply();
    state = 'dead';
    if (applied) await apply();
    throw new Crash();
  };
  return {
    around,
    /** Whether it has died; starts the next process. */
    restarted: (): boolean => {
      const died = state === 'dead';
      if (died) state = 'restarted';
      return died;
    },
  };
};

/** Notes the name of every call, in order. */
export const makeRecorder = () => {
  const calls: string[] = [];
  const around: Around = (name, apply) => {
    calls.push(name);
    return apply();
  };
  return { around, calls };
};
