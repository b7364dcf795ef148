import { makeSlackChatGateway } from '../adapters/slack/chat-gateway.ts';
import { makeSlackDirectory } from '../adapters/slack/directory.ts';
import { makeSlackIngress } from '../adapters/slack/ingress.ts';
import type { SlackIngress } from '../adapters/slack/ingress.ts';
import { makeWebClient } from '../adapters/slack/web-client.ts';
import { makeSqsClient } from '../adapters/sqs/client.ts';
import { makeSqsQueue } from '../adapters/sqs/queue.ts';
import { makeSetVisibility } from '../adapters/sqs/visibility.ts';
import { makeSystemCalendar } from '../adapters/system/calendar.ts';
import { makeSystemClock } from '../adapters/system/clock.ts';
import { makeSystemIds } from '../adapters/system/ids.ts';
import { makeLightCalendar } from '../adapters/system/light-calendar.ts';
import { makeSystemKeys } from '../adapters/system/keys.ts';
import { makeJsonLogger } from '../adapters/system/logger.ts';
import { makeBackOffice } from '../src/app/back-office.ts';
import { makeFrontDesk } from '../src/app/front-desk.ts';
import { makePost } from '../src/app/post.ts';
import type { Directory } from '../src/ports/directory.ts';
import { makeTick } from '../src/work/tick.ts';
import type { SlackConfig, StorageConfig, WorkerConfig } from './config.ts';
import { remainingMs, underDeadline } from './deadline.ts';
import { makeDeliverHandler } from './deliver-handler.ts';
import { makeJobsHandler } from './jobs-handler.ts';
import { guardProcess, guarded } from './guarded.ts';
import { localParts } from './local.ts';
import type { LocalParts } from './local.ts';
import { openDueIndex, openFrontStorage, openStorage } from './storage.ts';

type Awsless = Omit<LocalParts, 'postpone'> & { readonly logger: NonNullable<LocalParts['logger']> };

/** AWS's queues and the wall clock, or what a local run put in their place. */
const surroundings = (config: StorageConfig): Awsless => {
  const local = localParts();
  const { AWS_REGION, JOBS_QUEUE_URL, DELIVERIES_QUEUE_URL } = config;
  const logger = local?.logger ?? makeJsonLogger((line) => process.stdout.write(line));
  if (local !== undefined) return { clock: local.clock, queue: local.queue, logger };
  guardProcess(logger);
  const client = makeSqsClient({ region: AWS_REGION });
  const queue = makeSqsQueue(client, { jobs: JOBS_QUEUE_URL, messages: DELIVERIES_QUEUE_URL });
  return { clock: makeSystemClock(), queue, logger };
};

const postpone = (config: StorageConfig, queueUrl: string) =>
  localParts()?.postpone ?? makeSetVisibility(makeSqsClient({ region: config.AWS_REGION }), queueUrl);

const slackApi = ({ SLACK_BOT_TOKEN, SLACK_API_URL }: WorkerConfig) => ({
  botToken: SLACK_BOT_TOKEN,
  slackApiUrl: SLACK_API_URL,
});

const policyOf = ({ ALLOW_PUBLIC_CHANNELS }: WorkerConfig) => ({
  allowPublicChannels: ALLOW_PUBLIC_CHANNELS === 'true',
});

const openWorld = (config: WorkerConfig) => {
  const around = surroundings(config);
  const client = makeWebClient(slackApi(config), around.logger);
  return {
    ...openStorage(config, around.clock),
    ...around,
    keys: makeSystemKeys(),
    calendar: makeSystemCalendar(),
    directory: makeSlackDirectory(client),
    gateway: makeSlackChatGateway(client),
  };
};

/** Slack shows an error after three seconds: no call of the function that people wait for may take longer (R23). */
const CALL_TIMEOUT = 2_200;

/** A page of a workspace's people is large, and a preview is good without it: rather a number that is said to be the most. */
const PAGE_TIMEOUT = 900;

/** As much of the world as answering people takes, in haste. */
const openFront = (config: WorkerConfig) => {
  const around = surroundings(config);
  const directoryWithin = (timeout: number): Directory =>
    makeSlackDirectory(makeWebClient(slackApi(config), around.logger, timeout));
  const quick = directoryWithin(PAGE_TIMEOUT);
  return {
    ...openFrontStorage(config, around.clock, remainingMs),
    ...around,
    keys: makeSystemKeys(),
    calendar: makeLightCalendar(),
    directory: {
      ...directoryWithin(CALL_TIMEOUT),
      people: (...page: Parameters<Directory['people']>) => quick.people(...page),
    },
  };
};

export const composeSlack = (config: SlackConfig): SlackIngress => {
  const world = openFront(config);
  const wall = makeSystemClock();
  const prefix = config.COMMAND_PREFIX;
  const desk = makeFrontDesk(world, {
    door: prefix === undefined ? '/rahmen' : `/${prefix}-rahmen`,
    ...policyOf(config),
    contact: config.HELP_CONTACT,
    firstAdmin: config.FIRST_ADMIN,
    dataSheetUrl: config.DATA_SHEET_URL,
  });
  const ingress = makeSlackIngress({
    desk,
    seenEvents: world.seenEvents,
    ids: makeSystemIds(),
    logger: world.logger,
    // Slack signs by the wall clock, also where a local run moves the product's own.
    now: () => wall.now(),
    productNow: () => world.clock.now(),
    config: {
      ...slackApi(config),
      signingSecret: config.SLACK_SIGNING_SECRET,
      path: '/slack/events',
      displayName: config.BOT_NAME,
      commandPrefix: prefix,
    },
  });
  return (event) => underDeadline(() => ingress(event));
};

export const composeTick = (config: StorageConfig): (() => Promise<void>) => {
  const { clock, queue, logger } = surroundings(config);
  const tick = makeTick({ dueIndex: openDueIndex(config, clock), queue, clock });
  return guarded(logger, async () => {
    logger.info('tick', { count: await tick() });
  });
};

export const composeJobs = (config: WorkerConfig): ReturnType<typeof makeJobsHandler> => {
  const world = openWorld(config);
  const office = makeBackOffice(world, policyOf(config));
  const handler = makeJobsHandler({
    ...office,
    postpone: postpone(config, config.JOBS_QUEUE_URL),
    logger: world.logger,
  });
  return guarded(world.logger, handler);
};

export const composeDeliver = (config: WorkerConfig): ReturnType<typeof makeDeliverHandler> => {
  const world = openWorld(config);
  const handler = makeDeliverHandler({
    deliver: makePost(world, policyOf(config)),
    postpone: postpone(config, config.DELIVERIES_QUEUE_URL),
    logger: world.logger,
  });
  return guarded(world.logger, handler);
};
