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
class Crash extends Error {}

/** A process that dies at the call number `at`, before it took effect or after, and is started again. */
export const makeCrash = ({ at, applied }: { readonly at: number; readonly applied: boolean }) => {
  let calls = 0;
  let died = false;
  let restarted = false;
  const around: Around = async (_, apply) => {
    if (restarted) return apply();
    if (died) throw new Crash();
    calls += 1;
    if (calls - 1 !== at) return apply();
    died = true;
    if (applied) await apply();
    throw new Crash();
  };
  return {
    around,
    /** Starts a process that lives for ever, in the place of one that died or might have. Answers whether it died. */
    restart: (): boolean => {
      restarted = true;
      return died;
    },
    /** Starts the next process if this one died. */
    revive: (): void => {
      restarted = died;
    },
  };
};

export type PlannedCrash = ReturnType<typeof makeCrash>;

/**
 * Plays `scenario` once for every call it makes, dying at that call, before it took effect and after; ends when a
 * scenario comes through alive. Answers how often it died.
 */
export const crashEverywhere = async (scenario: (crash: PlannedCrash) => Promise<void>): Promise<number> => {
  let crashes = 0;
  for (const applied of [false, true]) {
    for (let at = 0; ; at += 1) {
      const crash = makeCrash({ at, applied });
      await scenario(crash);
      if (!crash.restart()) break;
      crashes += 1;
    }
  }
  return crashes;
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
