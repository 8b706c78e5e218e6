import { z } from 'zod';
import { HeaderList, SentryDsn, ServiceAddress } from '@/domain/outside-services';
import { channel, dollars, list, prices, site, switched, text, url, web, whole } from '@/domain/setting-shapes';

const SECRET = 'a secret of at least 32 characters, for example the output of: openssl rand -base64 32';
const KEY = 'the key as the provider shows it';

/** Every variable that the app reads. The description is what to put; .env.example says what each is for. */
export const Settings = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development').describe('development or production'),
  PORT: whole(0, 65_535).default(3000).describe('a port from 1 to 65535, for example 3000'),
  HOST: text().describe('a network address to listen on, for example 0.0.0.0'),
  APP_URL: site()
    .optional()
    .describe('the address people use, without a path, for example https://monitors.example.org'),
  DATA_DIR: z.string().default('.data').describe('a folder, for example .data'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .optional()
    .describe('trace, debug, info, warn, error, fatal or silent'),
  METRICS_TOKEN: text(16).describe('a secret of at least 16 characters, or nothing'),
  LOG_SAMPLE: z.coerce.number().min(0).max(1).default(1).describe('a share from 0 to 1, for example 0.1'),
  OTEL_EXPORTER_OTLP_ENDPOINT: ServiceAddress.optional().describe(
    'the http(s) address of a collector without /v1/traces, for example http://localhost:4318, or nothing',
  ),
  OTEL_EXPORTER_OTLP_HEADERS: HeaderList.optional().describe(
    'headers as name=value, separated by commas, for example authorization=Bearer%20key',
  ),
  OTEL_TRACES_SAMPLER_ARG: z.coerce
    .number()
    .min(0)
    .max(1)
    .default(1)
    .describe('a share of traces from 0 to 1, for example 0.1'),
  SENTRY_DSN: SentryDsn.optional().describe('the DSN as Sentry shows it (https://key@host/number), or nothing'),
  SENTRY_ENVIRONMENT: text().describe('a word such as production or staging'),
  SENTRY_RELEASE: text().describe('the name of a version, for example its commit'),

  DATABASE_URL: url('postgresql:', 'postgres:')
    .optional()
    .describe('postgresql://user:password@host:5432/database, or nothing for the embedded server'),
  MIGRATION_DATABASE_URL: url('postgresql:', 'postgres:')
    .optional()
    .describe('the same database as DATABASE_URL under the role that owns its tables, or nothing'),
  DATABASE_PREPARED: switched()
    .optional()
    .describe('true or false; false where a pooler such as PgBouncer shares connections by transaction'),
  REDIS_URL: url('redis:', 'rediss:').optional().describe('redis://user:password@host:6379, or nothing'),
  UPSTASH_REDIS_REST_URL: web().optional().describe('the REST address that Upstash shows (https://….upstash.io)'),
  UPSTASH_REDIS_REST_TOKEN: text().describe('the REST token that Upstash shows'),

  AUTH_SECRET: text(32).describe(SECRET),
  JWT_SECRET: text(32).describe(SECRET),
  CSRF_SECRET: text().describe('any text; nothing is signed with it'),
  BCRYPT_ROUNDS: whole(4, 31).optional().describe('a number from 4 to 31; passwords are hashed with argon2id instead'),
  GOOGLE_CLIENT_ID: text().describe('the client id from the Google Cloud console'),
  GOOGLE_CLIENT_SECRET: text().describe('the client secret from the Google Cloud console'),
  GOOGLE_ISSUER: web().default('https://accounts.google.com').describe('an OpenID issuer, https://accounts.google.com'),
  ADMIN_EMAIL: z.email().optional().describe('an e-mail address'),
  BETA_OPEN: switched().optional().describe('true or false'),
  VERIFY_EMAIL: switched().optional().describe('true or false'),
  TRUSTED_PROXY_HOPS: whole(0, 10).optional().describe('how many proxies of yours stand in front, 0 to 10'),
  CRON_SECRET: text(16).describe('a secret of at least 16 characters'),

  CLAUDE_API_KEY: text().describe(KEY),
  ANTHROPIC_API_KEY: text().describe(KEY),
  ANTHROPIC_BASE_URL: web().optional().describe('an http(s) address, or nothing for Anthropic itself'),
  CLAUDE_MODEL: text().describe('the name of a Claude model'),
  OPENAI_API_KEY: text().describe(KEY),
  OPENAI_BASE_URL: web().optional().describe('an http(s) address, or nothing for OpenAI itself'),
  OPENAI_MODEL: text().describe('the name of a model of OpenAI or of the server at OPENAI_BASE_URL'),
  READERS: list(z.enum(['claude', 'openai', 'offline']))
    .optional()
    .describe('a list of claude, openai, offline: those to ask, for example claude,offline'),
  AI_MONTHLY_BUDGET_USD: dollars('20').describe('US dollars a month, for example 20'),
  AI_PERSON_DAILY_BUDGET_USD: dollars('0.25').describe('US dollars a day, for example 0.25'),
  AI_PRICES: prices()
    .optional()
    .describe('prices as model=in/out/cached in US dollars per million tokens, for example llama-4=0/0/0'),
  SEARCH_URL: web()
    .optional()
    .describe('the address of a SearXNG search, for example https://search.example.org/search'),

  SENDGRID_API_KEY: text().describe(KEY),
  SENDGRID_BASE_URL: web().optional().describe('an http(s) address, or nothing for SendGrid itself'),
  SENDGRID_WEBHOOK_KEY: text().describe("the verification key of SendGrid's signed event webhook"),
  EMAIL_CONFIRM_MINUTES: whole(1, 24 * 60)
    .default(10)
    .describe('minutes, for example 10'),
  EMAIL_TRACK_OPENS: switched().default(false).describe('true or false'),
  EMAIL_TRACK_CLICKS: switched().default(false).describe('true or false'),
  EMAIL_USD_PER_THOUSAND: dollars('0').describe('US dollars for a thousand emails, for example 0.40'),
  CONTACT_EMAIL: z.email().optional().describe('an e-mail address to which people may write, or nothing'),
  FROM_EMAIL: z.email().optional().describe('the address that mails come from, for example noreply@monitors.app'),

  SLACK_WEBHOOK_URL: channel().optional().describe('the https address of an incoming webhook that Slack shows'),
  PAGERDUTY_ROUTING_KEY: z
    .string()
    .regex(/^[A-Za-z0-9]{32}$/)
    .optional()
    .describe('the integration key of 32 letters and digits that PagerDuty shows (Events API v2)'),
  PAGERDUTY_URL: channel()
    .default('https://events.pagerduty.com/v2/enqueue')
    .describe('an https address of the Events API v2, https://events.eu.pagerduty.com/v2/enqueue in the EU'),
  ALERT_EVERY_SECONDS: whole(5, 3_600).default(60).describe('seconds from 5 to 3600, for example 60'),

  REFRESH_RATE_LIMIT: z.coerce.number().positive().max(60).default(1).describe('refreshes a minute, for example 1'),
  DAILY_REFRESH_LIMIT: whole(1, 100_000).default(50).describe('a whole number from 1, for example 50'),
  ADDRESS_LIMIT_FACTOR: z.coerce
    .number()
    .positive()
    .max(10_000)
    .optional()
    .describe('a number that multiplies what one network address may do, for example 1'),
  SAMPLE_PREVIEW_LIMIT: whole(1, 10_000).default(10).describe('a whole number from 1, for example 10'),
  SAMPLE_PREVIEWS_AT_ONCE: whole(1, 4).default(1).describe('a number from 1 to 4, for example 1'),
  DATA_RETENTION_DAYS: whole(1, 3_650).default(365).describe('days from 1 to 3650, for example 365'),
  STORAGE_LIMIT_GB: z.coerce
    .number()
    .positive()
    .max(1_000_000)
    .optional()
    .describe('gigabytes that the database may take, for example 10'),
  ARCHIVE_DIR: text().describe('a folder for archives, for example /srv/monitors-archive, or nothing'),
  ARCHIVE_KEPT_DAYS: whole(1, 3_650).default(90).describe('days from 1 to 3650, for example 90'),
  ARCHIVE_S3_ENDPOINT: web().optional().describe('the address of storage that speaks S3, or nothing for Amazon'),
  ARCHIVE_S3_REGION: text().default('us-east-1').describe('the region of the bucket, for example eu-central-1'),
  ARCHIVE_S3_BUCKET: text(3).describe('the name of a bucket that holds nothing else, or nothing'),
  ARCHIVE_S3_KEY_ID: text().describe('the id of an access key for the bucket'),
  ARCHIVE_S3_SECRET: text().describe('the secret of the access key'),

  CHROMIUM_PATH: text().describe('the path of a Chromium or Chrome program, or nothing for the one npm brought'),
  BROWSER_WS_ENDPOINT: url('ws:', 'wss:').optional().describe('ws://host:port/… of a remote browser, or nothing'),
  SCRAPE_PROXIES: list(url('http:', 'https:', 'socks5:'))
    .optional()
    .describe('proxies as http://user:password@host:port'),
  SCRAPE_ALLOWED_PORTS: list(whole(1, 65_535))
    .default([80, 443, 8080, 8443])
    .describe('a list of ports, for example 80,443'),
  READING_THREADS: whole(1, 64).optional().describe('a number of threads from 1 to 64, for example 2'),
  SCRAPE_DEADLINE_MS: whole(1_000, 120_000).default(30_000).describe('milliseconds from 1000 to 120000'),

  REAL_PAGES_DIR: text().describe('a folder of real pages with its index.jsonl, or nothing'),

  VERCEL: text().describe('set by Vercel'),
  VERCEL_ANALYTICS: switched().default(false).describe('true or false'),
  VERCEL_ENV: text().describe('set by Vercel'),
  VERCEL_GIT_COMMIT_SHA: text().describe('set by Vercel'),
  VERCEL_URL: text().describe('set by Vercel'),
  VERCEL_BRANCH_URL: text().describe('set by Vercel'),
  NEXT_PHASE: text().describe('set by Next.js'),
  MONITORS_EMBEDDED: switched().optional().describe('set by npm start'),
  MONITORS_PART: z.enum(['web', 'worker']).optional().describe('set by npm run web and npm run worker'),
});

/** The names of all variables, in the order of the schema. */
export const VARIABLE_NAMES = Object.keys(Settings.shape);

export type Env = ReturnType<typeof readEnv>;

/**
 * Reads and checks the variables; a blank one counts as missing.
 * @throws Error that lists every variable that is wrong with what to put, never with its value.
 */
export function readEnv(source: Record<string, string | undefined>) {
  const given = VARIABLE_NAMES.flatMap((name) => {
    const value = source[name]?.trim();
    return value ? [[name, value] as const] : [];
  });
  const parsed = Settings.safeParse(Object.fromEntries(given));
  if (!parsed.success) throw wrong(parsed.error.issues.map((issue) => String(issue.path[0])));
  const env = parsed.data;
  const problems = inconsistent(env);
  if (problems.length > 0) throw wrong(problems);
  return {
    ...env,
    AUTH_SECRET: env.AUTH_SECRET ?? env.JWT_SECRET,
    ANTHROPIC_API_KEY: env.ANTHROPIC_API_KEY ?? env.CLAUDE_API_KEY,
    APP_URL: (env.APP_URL ?? `http://localhost:${env.PORT}`).replace(/(?<!\/)\/+$/, ''),
    LOG_LEVEL: env.LOG_LEVEL ?? (env.NODE_ENV === 'test' ? 'silent' : 'info'),
    ARCHIVE_DIR: env.ARCHIVE_DIR ?? (isEmbeddedIn(env) ? `${env.DATA_DIR}/archive` : undefined),
    FROM_EMAIL: env.FROM_EMAIL ?? 'monitors@localhost.localdomain',
    // Vercel's own edge is one hop.
    TRUSTED_PROXY_HOPS: env.TRUSTED_PROXY_HOPS ?? (env.VERCEL ? 1 : 0),
    // Serverless databases are mostly reached through a pooler.
    DATABASE_PREPARED: env.DATABASE_PREPARED ?? env.VERCEL === undefined,
    // A newcomer who tries the app on their machine waits for nobody's yes.
    BETA_OPEN: env.BETA_OPEN ?? isEmbeddedIn(env),
    // On a developer's machine everybody comes from one address.
    ADDRESS_LIMIT_FACTOR: env.ADDRESS_LIMIT_FACTOR ?? (isEmbeddedIn(env) ? 50 : 1),
    // Where no mail leaves the machine, nobody can wait for one before they sign in.
    VERIFY_EMAIL: env.VERIFY_EMAIL ?? env.SENDGRID_API_KEY !== undefined,
    SENTRY_ENVIRONMENT: env.SENTRY_ENVIRONMENT ?? env.VERCEL_ENV ?? env.NODE_ENV,
    SENTRY_RELEASE: env.SENTRY_RELEASE ?? env.VERCEL_GIT_COMMIT_SHA,
  };
}

/** Variables that are needed, or are not right, because of others. */
function inconsistent(env: z.infer<typeof Settings>): string[] {
  const missing: string[] = [];
  const together = (...names: (keyof typeof env)[]) => {
    const absent = names.filter((name) => env[name] === undefined);
    if (absent.length < names.length) missing.push(...absent);
  };
  together('GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET');
  together('UPSTASH_REDIS_REST_URL', 'UPSTASH_REDIS_REST_TOKEN');
  together('ARCHIVE_S3_BUCKET', 'ARCHIVE_S3_KEY_ID', 'ARCHIVE_S3_SECRET');
  if (env.SENDGRID_API_KEY && !env.FROM_EMAIL) missing.push('FROM_EMAIL');
  if (isPublic(env))
    missing.push(...(['SLACK_WEBHOOK_URL', 'PAGERDUTY_URL'] as const).filter((name) => env[name]?.startsWith('http:')));
  if (env.MIGRATION_DATABASE_URL && !env.DATABASE_URL) missing.push('DATABASE_URL');
  // A reader that is named and has no key would be left out without a word.
  if (env.READERS?.includes('claude') && !(env.ANTHROPIC_API_KEY ?? env.CLAUDE_API_KEY))
    missing.push('ANTHROPIC_API_KEY');
  if (env.READERS?.includes('openai') && !env.OPENAI_API_KEY && !env.OPENAI_BASE_URL) missing.push('OPENAI_API_KEY');
  if (env.NODE_ENV === 'production' && env.NEXT_PHASE === undefined) {
    if (!env.AUTH_SECRET && !env.JWT_SECRET) missing.push('AUTH_SECRET');
    if (env.VERCEL) missing.push(...(['APP_URL', 'DATABASE_URL'] as const).filter((name) => !env[name]));
  }
  return missing;
}

function wrong(names: string[]): Error {
  const lines = [...new Set(names)].map((name) => {
    const schema = Object.entries(Settings.shape).find(([key]) => key === name)?.[1];
    return `  ${name}: put ${schema?.description}`;
  });
  return new Error(`The settings are not right. Correct these in .env or in the environment:\n${lines.join('\n')}`);
}

function isEmbeddedIn(env: { MONITORS_EMBEDDED?: boolean | undefined; DATABASE_URL?: string | undefined }): boolean {
  return env.MONITORS_EMBEDDED ?? env.DATABASE_URL === undefined;
}

let cached: Env | undefined;

/**
 * The settings of this process, read at the first call.
 * @throws Error that lists what is wrong (see readEnv).
 */
export function getEnv(): Env {
  cached ??= readEnv(process.env);
  return cached;
}

/** Whether the app runs on its own database for its own developer: the sample shop and /outbox are there. */
export function isEmbedded(): boolean {
  return isEmbeddedIn(getEnv());
}

/**
 * Where the app's own machine reaches the sample shop. Not where APP_URL is https: then a proxy or a tunnel stands in
 * front, and the app itself speaks plain http on localhost as ever.
 */
export function samplesOrigin(env: Pick<Env, 'APP_URL' | 'PORT'> = getEnv()): string {
  return env.APP_URL.startsWith('https:') ? `http://localhost:${env.PORT}` : env.APP_URL;
}

/** Whether other people than its developer use the app, so that nothing of its machine may be asked for them. */
export function isPublic(
  env: Pick<z.infer<typeof Settings>, 'NODE_ENV' | 'MONITORS_EMBEDDED' | 'DATABASE_URL'>,
): boolean {
  return env.NODE_ENV === 'production' && !isEmbeddedIn(env);
}

/**
 * Whether this process carries out evaluations and sends emails. Not on a serverless host, where nothing runs between
 * requests, and not where `npm run worker` does it apart.
 */
export function worksHere(env: Pick<Env, 'VERCEL' | 'MONITORS_PART'> = getEnv()): boolean {
  return env.VERCEL === undefined && env.MONITORS_PART !== 'web';
}

/** Where people may write: CONTACT_EMAIL, else the address that emails come from; null where none leave. */
export function contactAddress(
  env: Pick<Env, 'CONTACT_EMAIL' | 'SENDGRID_API_KEY' | 'FROM_EMAIL'> = getEnv(),
): string | null {
  return env.CONTACT_EMAIL ?? (env.SENDGRID_API_KEY ? env.FROM_EMAIL : null);
}

/** Whether people reach the app over https, so that cookies can be Secure. */
export function isHttps(): boolean {
  return getEnv().APP_URL.startsWith('https:');
}

/** The names that the app answers to (auth/own-host). */
export function hostRules() {
  const { APP_URL, VERCEL, VERCEL_URL, VERCEL_BRANCH_URL, TRUSTED_PROXY_HOPS } = getEnv();
  const own = VERCEL ? [APP_URL, VERCEL_URL, VERCEL_BRANCH_URL] : [APP_URL];
  return { own, byAnyAddress: isEmbedded(), hops: TRUSTED_PROXY_HOPS };
}
