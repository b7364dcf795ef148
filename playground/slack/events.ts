import type { Deliver, Delivered } from './deliver.ts';
import type { Fields } from './json.ts';
import { userObject } from './methods/users.ts';
import { eventEnvelope } from './payloads/event.ts';
import type { User } from './types.ts';
import type { Workspace } from './workspace.ts';

/** Nearly at once, after one minute, after five. */
const RETRY_AFTER = [0, 60_000, 300_000];

export interface Events {
  /** Delivers any event; answers after the first try. Retries go on behind it: {@link Events.settled}. */
  readonly send: (event: Fields, shared?: boolean) => Promise<Delivered>;
  /** Delivers an event a second time with the same id, as Slack does when it missed the answer. */
  readonly repeatLast: () => Promise<Delivered | undefined>;
  readonly joins: (channel: string, user: string) => Promise<Delivered>;
  readonly leaves: (channel: string, user: string) => Promise<Delivered>;
  /** Changes what the workspace knows about a person and says so (`user_change`). */
  readonly changes: (
    user: string,
    change: Partial<Pick<User, 'deleted' | 'kind' | 'locale' | 'tz'>>,
  ) => Promise<Delivered>;
  readonly uninstalls: () => Promise<Delivered>;
  /** Resolves when no retry waits any more. */
  readonly settled: () => Promise<void>;
  readonly stop: () => void;
}

interface Retrying {
  readonly body: Fields;
  readonly reason: string;
}

/** Slack knows four more reasons; these two are those an app can cause by itself. */
const reasonFor = (delivered: Delivered): string =>
  !delivered.ok && delivered.error === 'operation_timeout' ? 'http_timeout' : 'http_error';

const makeRetries = (deliver: Deliver, delays: readonly number[]) => {
  const timers = new Set<NodeJS.Timeout>();
  const running = new Set<Promise<void>>();
  let stopped = false;

  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        resolve();
      }, milliseconds);
      timers.add(timer.unref());
    });

  const retry = async ({ body, reason: first }: Retrying): Promise<void> => {
    let reason = first;
    for (const [index, delay] of delays.entries()) {
      await pause(delay);
      if (stopped) return;
      const delivered = await deliver.json(body, { num: index + 1, reason });
      if (delivered.ok || delivered.noRetry) return;
      reason = reasonFor(delivered);
    }
  };

  return {
    start: (retrying: Retrying): void => {
      const run: Promise<void> = retry(retrying).finally(() => running.delete(run));
      running.add(run);
    },
    settled: async (): Promise<void> => {
      await Promise.all(running);
    },
    stop: (): void => {
      stopped = true;
      timers.forEach((timer) => clearTimeout(timer));
    },
  };
};

export const makeEvents = (
  workspace: Workspace,
  deliver: Deliver,
  delays: readonly number[] = RETRY_AFTER,
): Events => {
  const retries = makeRetries(deliver, delays);
  let last: Fields | undefined;

  const send: Events['send'] = async (event, shared = false) => {
    const body = eventEnvelope(workspace, event, shared);
    last = body;
    const delivered = await deliver.json(body);
    if (!delivered.ok && !delivered.noRetry) retries.start({ body, reason: reasonFor(delivered) });
    return delivered;
  };

  /** Changes the channel first: when the event arrives, the Web API says the same. */
  const membership = (type: string, channelId: string, user: string) => {
    const channel = workspace.channels.get(channelId);
    if (type === 'member_joined_channel') channel?.members.add(user);
    else channel?.members.delete(user);
    workspace.changed();
    const channelType = channel?.kind === 'private' ? 'G' : 'C';
    const event = { type, user, channel: channelId, channel_type: channelType, team: workspace.team.id };
    return send(event, (channel?.sharedWith.length ?? 0) > 0);
  };

  return {
    send,
    repeatLast: async () => last && deliver.json(last, { num: 1, reason: 'http_timeout' }),
    joins: (channel, user) => membership('member_joined_channel', channel, user),
    leaves: (channel, user) => membership('member_left_channel', channel, user),
    changes: (id, change) => {
      const user = workspace.users.get(id);
      if (!user) throw new Error(`nobody has the id ${id}`);
      const changed = { ...user, ...change };
      workspace.users.set(id, changed);
      workspace.changed();
      return send({ type: 'user_change', user: userObject(workspace, changed, true), cache_ts: 0 });
    },
    uninstalls: () => send({ type: 'app_uninstalled' }),
    settled: retries.settled,
    stop: retries.stop,
  };
};
