import * as z from 'zod';

/** The environment is not as it must be; names every fault at once. Values are never part of the message. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const url = z.url({ protocol: /^https?$/ });

const storage = z.object({
  AWS_REGION: z.string().min(1).default('eu-central-1'),
  STATE_TABLE: z.string().min(1),
  VAULT_TABLE: z.string().min(1),
  /** For a local engine; absent in AWS. */
  DYNAMODB_ENDPOINT: url.optional(),
  /** For a local engine of the vault's own; the other one's when absent. */
  VAULT_DYNAMODB_ENDPOINT: url.optional(),
  JOBS_QUEUE_URL: z.string().min(1),
  DELIVERIES_QUEUE_URL: z.string().min(1),
});

const worker = storage.extend({
  SLACK_BOT_TOKEN: z.string().min(1),
  /** Where Slack's Web API is; Slack's own when absent. */
  SLACK_API_URL: url.optional(),
});

const slack = worker.extend({
  SLACK_SIGNING_SECRET: z.string().min(1),
  /** Where command names are taken: `acme` makes `/acme-puls`. */
  COMMAND_PREFIX: z
    .string()
    .regex(/^[a-z0-9-]{1,20}$/)
    .optional(),
  /** What the bot is called here. */
  BOT_NAME: z.string().min(1).max(24).default('Rahmen'),
  ALLOW_PUBLIC_CHANNELS: z.enum(['true', 'false']).default('false'),
  /** Whom to turn to when unwell; shown in the form. */
  HELP_CONTACT: z.string().max(200).optional(),
});

export type StorageConfig = z.infer<typeof storage>;
export type WorkerConfig = z.infer<typeof worker>;
export type SlackConfig = z.infer<typeof slack>;

export type Environment = Readonly<Record<string, string | undefined>>;

const parse = <T>(schema: z.ZodType<T>, env: Environment): T => {
  // An empty variable is an absent one: that is how shells and templates leave something out.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new ConfigError(`the environment does not fit. ${faults.join('; ')}`);
};

export const storageConfig = (env: Environment): StorageConfig => parse(storage, env);
export const workerConfig = (env: Environment): WorkerConfig => parse(worker, env);
export const slackConfig = (env: Environment): SlackConfig => parse(slack, env);
