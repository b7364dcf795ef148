import { PortError } from '../../src/shared/errors.ts';

/** Ports whose methods answer at once; all others answer later, and fail later. */
const SYNCHRONOUS = ['keys', 'clock', 'calendar'];

export interface Saboteur {
  /** The same port under a name, as this saboteur sees it. */
  readonly wrap: <Port extends object>(name: string, port: Port) => Port;
  /** Every method that was called, as `port.method`. */
  readonly calls: () => readonly string[];
  /** From now on the next two calls of each of these fail: as a bug of ours, and as the outside world does. */
  readonly plant: (calls: readonly string[]) => void;
  /** Faults that were planted and that nobody met. */
  readonly unmet: () => readonly string[];
}

/** Errors that hold the canary wherever an error can hold something but a code. */
const faults = (canary: string): readonly Error[] => {
  const bug = Object.assign(new TypeError(`message ${canary}`, { cause: new Error(`cause ${canary}`) }), {
    input: { text: canary },
    stack: `TypeError: ${canary}\n    at somewhere`,
  });
  return [bug, new PortError('unreachable', 'planted', { cause: bug })];
};

export const makeSaboteur = (canary: string): Saboteur => {
  const called = new Set<string>();
  const planted = new Map<string, Error[]>();
  return {
    wrap: (name, port) =>
      new Proxy(port, {
        get: (target, method) => {
          const member: unknown = Reflect.get(target, method);
          if (typeof member !== 'function') return member;
          return (...args: readonly unknown[]): unknown => {
            const call = `${name}.${String(method)}`;
            called.add(call);
            const fault = planted.get(call)?.shift();
            if (fault === undefined) return Reflect.apply(member, target, args);
            if (SYNCHRONOUS.includes(name)) throw fault;
            return Promise.reject(fault);
          };
        },
      }),
    calls: () => [...called].sort(),
    plant: (calls) => {
      for (const call of calls) planted.set(call, [...faults(canary)]);
    },
    unmet: () => [...planted].filter(([, left]) => left.length > 0).map(([call]) => call),
  };
};
