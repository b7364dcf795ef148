import { randomBytes } from 'node:crypto';

const TRIGGER_LIFE = 3000;

export type TriggerError = 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id';

export type Redeemed =
  | { readonly ok: true; readonly user: string; readonly view: string | undefined }
  | { readonly ok: false; readonly error: TriggerError };

/** Proofs of a click: three seconds, one use. */
export interface Triggers {
  /** `view` is the open view that the click happened in, if any. */
  readonly issue: (user: string, view?: string) => string;
  readonly redeem: (id: string) => Redeemed;
}

/** Measured in wall time: a jump of the playground's clock must not make a click stale. */
export const makeTriggers = (wall: () => number): Triggers => {
  const issued = new Map<string, { user: string; view: string | undefined; until: number; used: boolean }>();
  return {
    issue: (user, view) => {
      const id = `${issued.size + 1}.${wall()}.${randomBytes(16).toString('hex')}`;
      issued.set(id, { user, view, until: wall() + TRIGGER_LIFE, used: false });
      return id;
    },
    redeem: (id) => {
      const trigger = issued.get(id);
      if (!trigger) return { ok: false, error: 'invalid_trigger_id' };
      if (trigger.used) return { ok: false, error: 'exchanged_trigger_id' };
      if (wall() > trigger.until) return { ok: false, error: 'expired_trigger_id' };
      trigger.used = true;
      return { ok: true, user: trigger.user, view: trigger.view };
    },
  };
};
