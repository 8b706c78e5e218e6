import { type DestinationStream, type Logger, pino } from 'pino';
import { getEnv } from '@/env';

/** Fields that never reach the log, at the top, in one object, and in two. */
const SECRETS = [
  ...['authorization', 'cookie', 'set-cookie', 'x-api-key', 'proxy-authorization'],
  ...['password', 'passwordHash', 'newPassword', 'currentPassword'],
  ...['token', 'accessToken', 'refreshToken', 'idToken', 'sessionToken', 'leaseToken', 'secret', 'clientSecret'],
  ...['apiKey', 'api_key', 'connectionString', 'AUTH_SECRET', 'JWT_SECRET', 'CRON_SECRET', 'DATABASE_URL', 'REDIS_URL'],
  ...['ANTHROPIC_API_KEY', 'CLAUDE_API_KEY', 'OPENAI_API_KEY', 'SENDGRID_API_KEY', 'GOOGLE_CLIENT_SECRET'],
];

const quoted = SECRETS.map((name) => `["${name}"]`);

/** User and password of an address in a text: drivers and clients put them into the messages of their errors. */
const CREDENTIALS = /([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@:]{0,200}:[^\s/@]{1,500}@/gi;

/**
 * A logger that writes one JSON object a line, with secrets struck out.
 * @param destination where lines go; standard output if missing.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: (error: unknown) => describeError(error) },
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: quoted.flatMap((name) => [name, `*${name}`, `*.*${name}`]), censor: '[secret]' },
      hooks: { streamWrite: (line) => line.replace(CREDENTIALS, '$1[secret]@') },
    },
    destination ?? pino.destination({ dest: 1, sync: false }),
  );
}

interface DescribedError {
  type: string;
  message: string;
  code?: string;
  stack?: string;
  cause?: DescribedError;
}

/**
 * Of an error only what says what went wrong and where: drivers hang whole clients and other people's rows on theirs.
 * Causes are told to the third.
 */
function describeError(error: unknown, depth = 3): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  const { name, message, stack, cause } = error;
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const told = cause === undefined || depth === 0 ? {} : { cause: describeError(cause, depth - 1) };
  return { type: error.constructor.name || name, message, ...code, ...(stack ? { stack } : {}), ...told };
}

let cached: Logger | undefined;

/** The logger of this process, at LOG_LEVEL (silent in tests). */
export function log(): Logger {
  cached ??= createLogger(getEnv().LOG_LEVEL);
  return cached;
}
