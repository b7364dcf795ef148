import * as z from 'zod/mini';

/** The environment is not as it must be; names every fault at once. Values are never part of the message. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const text = z.string().check(z.minLength(1));
const url = z.url({ protocol: /^https?$/ });

const storage = z.object({
  AWS_REGION: z._default(text, 'eu-central-1'),
  STATE_TABLE: text,
  VAULT_TABLE: text,
  /** For a local engine; absent in AWS. */
  DYNAMODB_ENDPOINT: z.optional(url),
  /** For a local engine of the vault's own; the other one's when absent. */
  VAULT_DYNAMODB_ENDPOINT: z.optional(url),
  JOBS_QUEUE_URL: text,
  DELIVERIES_QUEUE_URL: text,
});

const worker = z.extend(storage, {
  SLACK_BOT_TOKEN: text,
  /** Whether teams may live in public channels, where anybody of the workspace reads along. */
  ALLOW_PUBLIC_CHANNELS: z._default(z.enum(['true', 'false']), 'false'),
  /** Where Slack's Web API is; Slack's own when absent. */
  SLACK_API_URL: z.optional(url),
});

const slack = z.extend(worker, {
  SLACK_SIGNING_SECRET: text,
  /** Where command names are taken: `acme` makes `/acme-puls`. */
  COMMAND_PREFIX: z.optional(z.string().check(z.regex(/^[a-z0-9-]{1,20}$/))),
  /** What the bot is called here. */
  BOT_NAME: z._default(z.string().check(z.minLength(1), z.maxLength(24)), 'Rahmen'),
  /** The Slack id of the first admin, such as `U012AB`. Without one nobody can release anything. */
  FIRST_ADMIN: z.optional(z.string().check(z.regex(/^[UW][A-Z0-9]+$/))),
  /** Where the data sheet can be read as a whole. */
  DATA_SHEET_URL: z.optional(url),
  /** Whom to turn to when unwell; shown in the form. */
  HELP_CONTACT: z.optional(z.string().check(z.maxLength(200))),
});

export type StorageConfig = z.infer<typeof storage>;
export type WorkerConfig = z.infer<typeof worker>;
export type SlackConfig = z.infer<typeof slack>;

export type Environment = Readonly<Record<string, string | undefined>>;

const parse = <T>(schema: z.ZodMiniType<T>, env: Environment): T => {
  // An empty variable is an absent one: that is how shells and templates leave something out.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const names = parsed.error.issues.map(({ path }) => path.join('.'));
  const faults = names.map((name) => `${name} ${name in given ? 'does not fit' : 'is missing'}`);
  throw new ConfigError(`the environment is not as it must be: ${faults.join(', ')}`);
};

export const storageConfig = (env: Environment): StorageConfig => parse(storage, env);
export const workerConfig = (env: Environment): WorkerConfig => parse(worker, env);
export const slackConfig = (env: Environment): SlackConfig => parse(slack, env);
