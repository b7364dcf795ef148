/** A worker that died: nothing of it runs on. */
export class Crash extends Error {
  override readonly name = 'Crash';
}

/** At which of its calls a worker dies, and whether that call still takes effect. */
export interface CrashPlan {
  readonly call: number;
  readonly when: 'before' | 'after';
}

export interface MortalWorker {
  /** The same port, as this worker sees it. */
  readonly wrap: <Port extends object>(port: Port) => Port;
  readonly isDead: () => boolean;
}

/** Calls that were under way when it died still reach the outside; no later one does. */
export const makeMortalWorker = (plan: CrashPlan | undefined): MortalWorker => {
  let calls = 0;
  let dead = false;

  const die = (): never => {
    dead = true;
    throw new Crash('the worker is dead');
  };

  const guard = (call: () => unknown): unknown => {
    if (dead) return die();
    calls += 1;
    const dying = calls === plan?.call ? plan.when : undefined;
    if (dying === 'before') return die();
    const result = call();
    if (!(result instanceof Promise)) return dying === 'after' ? die() : result;
    return result.then((value: unknown) => (dying === 'after' || dead ? die() : value));
  };

  return {
    isDead: () => dead,
    wrap: (port) =>
      new Proxy(port, {
        get: (target, name) => {
          const member: unknown = Reflect.get(target, name);
          return typeof member === 'function'
            ? (...args: readonly unknown[]) => guard(() => Reflect.apply(member, target, args))
            : member;
        },
      }),
  };
};
