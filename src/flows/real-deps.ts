import type { Logger } from 'pino';
import { createReaders, type ReaderSettings } from '@/ai/create-readers';
import { closeDb, getDb } from '@/db/connection/connection';
import { type Env, getEnv, isEmbedded, samplesOrigin } from '@/env';
import { createSendGrid } from '@/mail/sendgrid';
import { createOutbox, type MailTransport, SEND_DEADLINE_MS } from '@/mail/transport';
import { log } from '@/ops/log';
import { createEvaluationQueue } from '@/queue/evaluation-queue';
import { createScraper, type HouseScraper } from '@/scrape/create-scraper';
import type { PageParser } from '@/scrape/document/page-parser';
import { openThreads, type Threads } from '@/threads/threads';
import type { Deps } from './deps';
import { createPreviewTurns } from './monitors/preview-turns';
import { buildSearchScraper } from './monitors/search-scraper';
import { createUsageLedger } from './refresh/usage-ledger';
import { reportSettings } from './upkeep/report-settings';
import { createMailSignal, type MailSignal } from './upkeep/send-loop';

/** All looks and readings of one evaluation together: three full looks and a model's answers fit in. */
const EVALUATION_DEADLINE_MS = 100_000;
const LEASE_MS = 15_000;
const READER_CALL_MS = 25_000;

export interface RealDeps extends Deps {
  scraper: HouseScraper;
  /** What `wakeMail` raises. */
  mailSignal: MailSignal;
  /** Ends queue, threads, browser and connections. */
  close(): Promise<void>;
}

/** Builds the dependencies from the settings. Nothing is connected or launched before it is used. */
function buildDeps(env: Env): RealDeps {
  if (env.DATABASE_URL === undefined) throw new Error('No database: start the app with npm start, or set DATABASE_URL');
  const logger = log();
  const now = () => new Date();
  const db = getDb();
  const queue = createEvaluationQueue({
    connectionString: env.DATABASE_URL,
    expireSeconds: Math.ceil((EVALUATION_DEADLINE_MS * 2) / 1_000),
    resident: env.VERCEL === undefined,
    onError: (error) => logger.error({ err: error }, 'the queue reports an error'),
  });
  const threads = buildThreads(env, logger);
  const scraper = buildScraper(env, now, threads.parser);
  const searchScraper = buildSearchScraper(env, now, threads.parser);
  const mail = buildMail(env);
  const mailSignal = createMailSignal();
  const readers = readerSettings(env);
  const ledger = createUsageLedger(
    { db, now, log: logger, mail, settings: { appUrl: env.APP_URL } },
    { limits: readers.limits, adminEmail: env.ADMIN_EMAIL },
  );
  return {
    db,
    now,
    log: logger,
    scraper,
    searchScraper,
    readers: createReaders(readers, ledger, threads.rules),
    mail,
    mailSignal,
    queue,
    wakeMail: env.VERCEL === undefined ? mailSignal.raise : null,
    previewTurns: createPreviewTurns(),
    settings: {
      appUrl: env.APP_URL,
      refreshIntervalMs: Math.round(60_000 / env.REFRESH_RATE_LIMIT),
      refreshesPerDay: env.DAILY_REFRESH_LIMIT,
      evaluationDeadlineMs: EVALUATION_DEADLINE_MS,
      leaseMs: LEASE_MS,
      searchUrl: env.SEARCH_URL,
    },
    close: async () => {
      await queue.stop();
      await threads.close();
      await scraper.close();
      await searchScraper?.close();
      await closeDb();
    },
  };
}

/** The threads of the settings. What one of them is ended over is told in the log; it may be a page made for it. */
export function buildThreads(env: Env, logger: Logger): Threads {
  return openThreads({
    threads: env.READING_THREADS,
    onEnd: (task, end) => logger.warn({ task, end }, 'a task was ended in its thread'),
  });
}

/** The scraper of the settings. In embedded mode the gate lets exactly the app's own sample pages through. */
export function buildScraper(env: Env, now: () => Date, parser: PageParser): HouseScraper {
  return createScraper({
    parser,
    deadlineMs: env.SCRAPE_DEADLINE_MS,
    ports: env.SCRAPE_ALLOWED_PORTS,
    exceptions: isEmbedded() ? [`${samplesOrigin(env)}/samples/`] : [],
    chromiumPath: env.CHROMIUM_PATH,
    remoteEndpoint: env.BROWSER_WS_ENDPOINT,
    serverless: env.VERCEL !== undefined,
    proxies: (env.SCRAPE_PROXIES ?? []).map((proxy) => new URL(proxy)),
    now,
  });
}

export function readerSettings(env: Env): ReaderSettings {
  const { ANTHROPIC_API_KEY, ANTHROPIC_BASE_URL, OPENAI_API_KEY, OPENAI_BASE_URL } = env;
  return {
    order: env.READERS ?? ['offline', 'claude', 'openai'],
    claude: ANTHROPIC_API_KEY
      ? {
          apiKey: ANTHROPIC_API_KEY,
          model: env.CLAUDE_MODEL ?? 'claude-haiku-5-5',
          ...(ANTHROPIC_BASE_URL ? { baseURL: ANTHROPIC_BASE_URL } : {}),
        }
      : null,
    openai:
      OPENAI_API_KEY || OPENAI_BASE_URL
        ? {
            apiKey: OPENAI_API_KEY ?? 'none',
            model: env.OPENAI_MODEL ?? 'gpt-6-luna',
            ...(OPENAI_BASE_URL ? { baseURL: OPENAI_BASE_URL } : {}),
          }
        : null,
    prices: env.AI_PRICES,
    limits: { monthlyUsd: env.AI_MONTHLY_BUDGET_USD, personDailyUsd: env.AI_PERSON_DAILY_BUDGET_USD },
    callMs: READER_CALL_MS,
  };
}

function buildMail(env: Env): MailTransport {
  if (!env.SENDGRID_API_KEY) return createOutbox();
  return createSendGrid({
    apiKey: env.SENDGRID_API_KEY,
    from: { email: env.FROM_EMAIL, name: 'Monitors!' },
    ...(env.SENDGRID_BASE_URL ? { baseUrl: env.SENDGRID_BASE_URL } : {}),
    timeoutMs: SEND_DEADLINE_MS,
  });
}

/** One set a process: Next loads modules more than once, and a second pool of browsers would be a second of all. */
const shared = globalThis as typeof globalThis & { __monitorsDeps?: RealDeps };

export function realDeps(): RealDeps {
  if (shared.__monitorsDeps) return shared.__monitorsDeps;
  const env = getEnv();
  shared.__monitorsDeps = buildDeps(env);
  void reportSettings(env, { ...shared.__monitorsDeps, readerSettings: readerSettings(env) });
  return shared.__monitorsDeps;
}
