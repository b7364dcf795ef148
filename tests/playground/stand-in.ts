import { LogLevel, WebClient } from '@slack/web-api';
import type { AppResponse, SlackRequest } from '../../playground/slack/deliver.ts';
import { startSlackDouble } from '../../playground/slack/double.ts';
import type { SlackDouble, SlackDoubleOptions } from '../../playground/slack/double.ts';

/** JSON that a test reads without checking it first. */
export type Loose = ReturnType<typeof JSON.parse>;

export const SECRET = 'a-secret-for-tests';
export const TOKEN = 'xoxb-token-for-tests';

export const ok = (body: unknown = ''): AppResponse => ({
  status: 200,
  headers: {},
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

/** What an app reads from a delivery, whatever its kind. */
export const decoded = ({ headers, body }: SlackRequest): Loose => {
  if (headers['content-type'] === 'application/json') return JSON.parse(body);
  const form = Object.fromEntries(new URLSearchParams(body));
  return form['payload'] === undefined ? form : JSON.parse(form['payload']);
};

export type App = (payload: Loose, request: SlackRequest) => Promise<AppResponse> | AppResponse;

export interface Bench {
  readonly slack: SlackDouble;
  readonly web: WebClient;
  /** Everything Slack delivered. */
  readonly received: SlackRequest[];
  /** Exchanges the app in the middle of a test. */
  readonly answerWith: (app: App) => void;
}

const nothing = () => undefined;
const SILENT = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
};

const benches: Bench[] = [];

/** A double whose app is a function of the test, and Slack's own client to call it with. */
export const aBench = async (
  options: Partial<SlackDoubleOptions> = {},
  first: App = () => ok(),
): Promise<Bench> => {
  const received: SlackRequest[] = [];
  let app = first;
  const slack = await startSlackDouble({
    signingSecret: SECRET,
    botToken: TOKEN,
    target: async (request) => {
      received.push(request);
      return app(decoded(request), request);
    },
    ...options,
  });
  const web = new WebClient(TOKEN, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: 2000,
    logger: SILENT,
  });
  const bench = { slack, web, received, answerWith: (next: App) => void (app = next) };
  benches.push(bench);
  return bench;
};

export const closeBenches = async (): Promise<void> => {
  await Promise.all(benches.splice(0).map(({ slack }) => slack.close()));
};

export const plain = (text: string) => ({ type: 'plain_text', text }) as const;

export const aModal = (more: object = {}): Loose => ({
  type: 'modal',
  callback_id: 'colour',
  title: plain('A colour'),
  submit: plain('Send'),
  blocks: [
    {
      type: 'input',
      block_id: 'name',
      label: plain('Name'),
      element: { type: 'plain_text_input', action_id: 'text', max_length: 20 },
    },
    {
      type: 'input',
      block_id: 'shade',
      label: plain('Shade'),
      element: {
        type: 'radio_buttons',
        action_id: 'radio',
        options: ['light', 'dark'].map((value) => ({ text: plain(value), value })),
        initial_option: { text: plain('dark'), value: 'dark' },
      },
    },
  ],
  ...more,
});

export const aCard = (label = 'Open'): Loose[] => [
  { type: 'section', text: { type: 'mrkdwn', text: 'Hello' } },
  { type: 'actions', elements: [{ type: 'button', action_id: 'go', text: plain(label), value: '7' }] },
];
