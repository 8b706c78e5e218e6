import { type DestinationStream, type Logger, pino } from 'pino';
import { getEnv } from '@/env';
import { reportLogged } from './telemetry/error-reports';
import { trailFields } from './trail';

/** Fields that never reach the log, however deep they stand. */
const SECRETS = [
  ...['authorization', 'cookie', 'set-cookie', 'x-api-key', 'proxy-authorization'],
  ...['password', 'passwordHash', 'newPassword', 'currentPassword'],
  ...['token', 'accessToken', 'refreshToken', 'idToken', 'sessionToken', 'leaseToken', 'secret', 'clientSecret'],
  ...['apiKey', 'api_key', 'connectionString', 'AUTH_SECRET', 'JWT_SECRET', 'CRON_SECRET', 'DATABASE_URL', 'REDIS_URL'],
  ...['ANTHROPIC_API_KEY', 'CLAUDE_API_KEY', 'OPENAI_API_KEY', 'SENDGRID_API_KEY', 'GOOGLE_CLIENT_SECRET'],
];

/** User and password of an address in a text: drivers and clients put them into the messages of their errors. */
const CREDENTIALS = /([a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@:]{0,200}:[^\s/@]{1,500}@/gi;

/** What people are reached by; an error may quote it. A version ("next@16.4.6") does not end in letters. */
const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu;

/** What people wrote and what pages say is for the database: no line has it, whoever hands it over. */
const PRIVATE = [
  ...['prompt', 'sentence', 'quote', 'email', 'recipient', 'subject', 'userAgent', 'ip'],
  ...['html', 'htmlContent', 'plainTextContent'],
];

/** From this level of pino on a line tells of an error of ours, which goes to Sentry too where that is set up. */
const ERROR = 50;

const HIDDEN = new Set([...SECRETS, ...PRIVATE]);
const MOST_DEPTH = 6;

/**
 * The fields of a line without those that are hidden, in one pass: pino's own way to strike them out looks for each
 * name at each depth, which took a tenth of a millisecond for every line.
 */
function shown(fields: object, depth = 0): Record<string, unknown> {
  const told: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields))
    told[name] = HIDDEN.has(name) ? '[secret]' : depth === 0 && name === 'err' ? value : shownValue(value, depth + 1);
  return told;
}

function shownValue(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > MOST_DEPTH) return '…';
  if (Array.isArray(value)) return value.map((one) => shownValue(one, depth + 1));
  const prototype: unknown = Object.getPrototypeOf(value);
  // Dates and the like write themselves.
  return prototype === null || prototype === Object.prototype ? shown(value, depth) : value;
}

/**
 * A logger that writes one JSON object a line, with the trail it is on, and with secrets struck out.
 * @param destination where lines go; standard output if missing.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  return pino(
    {
      level,
      base: null,
      mixin: trailFields,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: (error: unknown) => describeError(error) },
      formatters: { level: (label) => ({ level: label }), log: (fields) => shown(fields) },
      hooks: {
        streamWrite: (line) => line.replace(CREDENTIALS, '$1[secret]@').replace(EMAIL, '[address]'),
        logMethod(told, write, level) {
          if (level >= ERROR) reportLogged(told);
          write.apply(this, told);
        },
      },
    },
    destination ?? pino.destination({ dest: 1, sync: false }),
  );
}

export interface DescribedError {
  type: string;
  message: string;
  code?: string;
  stack?: string;
  cause?: DescribedError;
  /** What an AggregateError gathers: a host with two addresses fails once for each. */
  causes?: DescribedError[];
}

const MOST_CAUSES = 3;
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/**
 * Of an error only what says what went wrong and where: drivers hang whole clients and other people's rows on theirs.
 * Causes are told to the third. Whatever has an error's members is one: pg-boss hands on copies that are plain objects.
 */
export function describeError(error: unknown, depth = MOST_CAUSES): DescribedError {
  if (typeof error !== 'object' || error === null) return { type: typeof error, message: String(error) };
  const { code, stack, cause, errors } = error as Record<string, unknown>;
  const gathered = Array.isArray(errors) && depth > 0 ? errors.slice(0, MOST_CAUSES) : [];
  return {
    type: typeOf(error),
    message: messageOf(error),
    ...(typeof code === 'string' || typeof code === 'number' ? { code: String(code) } : {}),
    ...(typeof stack === 'string' ? { stack } : {}),
    ...(cause === undefined || cause === null || depth === 0 ? {} : { cause: describeError(cause, depth - 1) }),
    ...(gathered.length > 0 ? { causes: gathered.map((one) => describeError(one, depth - 1)) } : {}),
  };
}

/** The class; of a copy that lost it, the name it kept, or the one that its stack begins with. */
function typeOf(error: object): string {
  if (error instanceof Error) return text(error.constructor.name) ?? error.name;
  const { name, stack } = error as Record<string, unknown>;
  return text(name) ?? /^[\w.]{1,60}/.exec(text(stack) ?? '')?.[0] ?? text(error.constructor?.name) ?? 'object';
}

/** Of an object that is no error only the names of its members: their values may be anybody's. */
function messageOf(error: object): string {
  const { message } = error as Record<string, unknown>;
  if (typeof message === 'string') return message;
  return `no error but an object with ${Object.keys(error).slice(0, 20).join(', ') || 'nothing in it'}`;
}

/** One a process, so that lines of several bundles never run into each other. */
const shared = globalThis as typeof globalThis & { __monitorsLog?: Logger };

/** The logger of this process, at LOG_LEVEL (silent in tests). */
export function log(): Logger {
  shared.__monitorsLog ??= createLogger(getEnv().LOG_LEVEL);
  return shared.__monitorsLog;
}

/**
 * Writes the warnings of the process to the log: rooms that may not know the log (sign-in, limits) report faults that
 * way, and say in them what was done about it. Returns the way to end it.
 */
export function logWarnings(log: Logger): () => void {
  const write = (warning: Error) => log.warn({ err: warning }, warning.message);
  process.on('warning', write);
  return () => process.off('warning', write);
}
