import type { Message } from '../delivery/message.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Clock } from '../ports/clock.ts';
import type { Queue } from '../ports/queue.ts';
import { PortError } from '../shared/errors.ts';
import { changed } from '../work/aggregate.ts';
import { SETTINGS_ID } from './settings.ts';
import type { Settings } from './settings.ts';

/** What people wait for sends no messages itself: whatever it has to say is work that is due at once. */
export const makeStoreSettings =
  ({
    settings,
    queue,
    clock,
  }: {
    readonly settings: AggregateRepository<Settings>;
    readonly queue: Queue;
    readonly clock: Clock;
  }) =>
  async (
    current: Settings,
    change: { readonly command: string; readonly what: string; readonly messages?: readonly Message[] },
  ): Promise<Settings> => {
    const now = clock.now();
    const isWork = current.telling !== undefined || (change.messages ?? []).length > 0;
    const next = changed<Settings>({ ...current, due: isWork ? now : current.due }, { ...change, now });
    if (next.version > 1) await settings.save(next);
    else if ((await settings.create(next)) === 'exists') throw new PortError('conflict', SETTINGS_ID);
    if (isWork)
      await queue.enqueueJobs([{ kind: 'settings', tenant: next.tenant, id: SETTINGS_ID, due: now }]);
    return next;
  };

export type StoreSettings = ReturnType<typeof makeStoreSettings>;
