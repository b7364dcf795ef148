import type { SimulatedChat } from '../chat.ts';
import type { SlackDouble } from './double.ts';
import { actOnSlack } from './page-actions.ts';
import { slackPageState } from './page-state.ts';

/** The double as the playground's server mounts it. */
export const slackChat = (slack: SlackDouble): SimulatedChat => ({
  name: 'slack',
  state: (person) => slackPageState(slack.workspace, person),
  act: (request) => actOnSlack(slack, request),
  posted: () =>
    slack.workspace.messages.filter(
      ({ user, onlyFor }) => user === slack.workspace.app.botUser && onlyFor === undefined,
    ).length,
  onChange: (listener) => void slack.workspace.onChange(listener),
  close: slack.close,
});
