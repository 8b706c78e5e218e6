import type { Logger } from 'pino';
import { createMemoryLedger, createReaders, type ReaderSettings } from '@/ai/create-readers';
import type { ArchiveSettings } from '@/archive/archive-place';
import { openArchivePlace } from '@/archive/open-place';
import { closeDb, getDb, observeQueries } from '@/db/connection/connection';
import { type Env, getEnv, isEmbedded, samplesOrigin, worksHere } from '@/env';
import { createSendGrid } from '@/mail/sendgrid';
import { createOutbox, type MailTransport, SEND_DEADLINE_MS } from '@/mail/transport';
import { openChannels } from '@/ops/channels/open-channels';
import { log } from '@/ops/log';
import { countQuery } from '@/ops/metrics';
import { countProxy } from '@/ops/proxy-count';
import { offTrail } from '@/ops/trail';
import { createEvaluationQueue } from '@/queue/evaluation-queue';
import { createScraper, type HouseScraper } from '@/scrape/create-scraper';
import type { PageParser } from '@/scrape/document/page-parser';
import { openThreads, type Threads } from '@/threads/threads';
import type { Deps } from './deps';
import { createPreviewTurns } from './monitors/preview-turns';
import { buildSearchScraper } from './monitors/search-scraper';
import { createReaderMemory } from './refresh/reader-memory';
import { createUsageLedger } from './refresh/usage-ledger';
import { reportSettings } from './upkeep/report-settings';
import { createMailSignal, type MailSignal } from './upkeep/send-loop';

observeQueries(countQuery);

/** All looks and readings of one evaluation together: three full looks and a model's answers fit in. */
const EVALUATION_DEADLINE_MS = 100_000;
const LEASE_MS = 15_000;
const READER_CALL_MS = 25_000;

export interface RealDeps extends Deps {
  scraper: HouseScraper;
  /** What `wakeMail` raises. */
  mailSignal: MailSignal;
  /** Aborted when `close` begins. */
  closing: AbortSignal;
  /** Ends queue, threads, browser and connections; evaluations under way have `patienceMs` (5 s) to end before. */
  close(patienceMs?: number): Promise<void>;
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
    resident: worksHere(env),
    // It is started by whoever asks first, and outlives that request.
    onError: (error) => offTrail(() => logger.error({ err: error }, 'the queue reports an error')),
  });
  const threads = buildThreads(env, logger);
  const scraper = buildScraper(env, now, threads.parser);
  const searchScraper = buildSearchScraper(env, now, threads.parser);
  const mail = buildMail(env);
  const mailSignal = createMailSignal();
  const closing = new AbortController();
  const readers = readerSettings(env);
  const ledger = createUsageLedger({ db, log: logger });
  return {
    db,
    now,
    log: logger,
    scraper,
    searchScraper,
    readers: createReaders(readers, ledger, threads.rules, createReaderMemory({ db, log: logger })),
    mail,
    mailSignal,
    closing: closing.signal,
    queue,
    wakeMail: worksHere(env) ? mailSignal.raise : null,
    previewTurns: createPreviewTurns(),
    visitors: buildVisitors(env, threads),
    operators: openChannels(env),
    archive: buildArchive(env),
    settings: {
      appUrl: env.APP_URL,
      refreshIntervalMs: Math.round(60_000 / env.REFRESH_RATE_LIMIT),
      refreshesPerDay: env.DAILY_REFRESH_LIMIT,
      evaluationDeadlineMs: EVALUATION_DEADLINE_MS,
      leaseMs: LEASE_MS,
      // Nobody tells of emails where there is no webhook.
      confirmEmailMs: env.SENDGRID_WEBHOOK_KEY === undefined ? 0 : env.EMAIL_CONFIRM_MINUTES * 60_000,
      searchUrl: env.SEARCH_URL,
    },
    close: async (patienceMs) => {
      closing.abort();
      await queue.stop(patienceMs);
      await threads.close();
      await scraper.close();
      await searchScraper?.close();
      await closeDb();
    },
  };
}

const VISITORS_WAIT_MS = 20_000;
const MOST_VISITORS_WAITING = 10;

/** What those may use who try the sample shop without an account; undefined where there is none. */
function buildVisitors(env: Env, threads: Threads): Deps['visitors'] {
  if (!isEmbedded()) return undefined;
  const rulesAlone = { ...readerSettings(env), order: [], claude: null, openai: null };
  return {
    readers: createReaders(rulesAlone, createMemoryLedger(), threads.rules),
    turns: createPreviewTurns({
      atOnce: env.SAMPLE_PREVIEWS_AT_ONCE,
      waitMs: VISITORS_WAIT_MS,
      mostWaiting: MOST_VISITORS_WAITING,
      busy: 'Many people try this at the moment. Wait a little, then try again.',
    }),
    origin: samplesOrigin(env),
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
    onProxy: countProxy,
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

/** Storage of the settings before a folder; undefined where neither is set. */
export function archiveSettings(env: Env): ArchiveSettings | undefined {
  const { ARCHIVE_S3_BUCKET: bucket, ARCHIVE_S3_KEY_ID: keyId, ARCHIVE_S3_SECRET: secret, ARCHIVE_DIR } = env;
  if (bucket && keyId && secret) {
    return { kind: 's3', bucket, keyId, secret, region: env.ARCHIVE_S3_REGION, endpoint: env.ARCHIVE_S3_ENDPOINT };
  }
  return ARCHIVE_DIR === undefined ? undefined : { kind: 'folder', folder: ARCHIVE_DIR };
}

function buildArchive(env: Env): Deps['archive'] {
  const settings = archiveSettings(env);
  return settings && { place: openArchivePlace(settings), keptDays: env.ARCHIVE_KEPT_DAYS };
}

function buildMail(env: Env): MailTransport {
  if (!env.SENDGRID_API_KEY) return createOutbox();
  return createSendGrid({
    apiKey: env.SENDGRID_API_KEY,
    from: { email: env.FROM_EMAIL, name: 'Monitors!' },
    ...(env.SENDGRID_BASE_URL ? { baseUrl: env.SENDGRID_BASE_URL } : {}),
    timeoutMs: SEND_DEADLINE_MS,
    tracking: { opens: env.EMAIL_TRACK_OPENS, clicks: env.EMAIL_TRACK_CLICKS },
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

/** Ends what this process has built of them, which is nothing where nobody needed them. */
export async function closeDeps(): Promise<void> {
  await shared.__monitorsDeps?.close();
}
