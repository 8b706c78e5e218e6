import { afterAll, beforeAll } from 'vitest';
import { createMemoryLedger, createReaders } from '@/ai/create-readers';
import { rulesHere } from '@/ai/rules';
import { closeDb } from '@/db/connection/connection';
import type { Deps } from '@/flows/deps';
import { createPreviewTurns } from '@/flows/monitors/preview-turns';
import { takeJob } from '@/flows/upkeep/take-job';
import { createOutbox } from '@/mail/transport';
import { log } from '@/ops/log';
import { createEvaluationQueue, type EvaluationQueue } from '@/queue/evaluation-queue';
import { createContext, type Surroundings } from '@/trpc/init';
import { createRestHandler } from '@/trpc/rest/handle';
import type { TestDatabase } from './database';
import { MemoryScraper } from './memory-scraper';
import { setSettings } from './process-settings';

interface RestCall {
  token?: string | undefined;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface RestClient {
  deps: Deps & { scraper: MemoryScraper };
  /** Surroundings of a request whose cookie belongs to nobody. */
  surroundings: Surroundings;
  /** Sends a request through the contract's handler, in this process. */
  send(method: string, path: string, call?: RestCall): Promise<Response>;
}

/**
 * The public contract over a test's database, with the offline reader, pages from memory and a working queue. Call it
 * at the top of the file, after `useDatabase`.
 */
export function useRest(database: TestDatabase): RestClient {
  let queue: EvaluationQueue;
  const scraper = new MemoryScraper();
  const readers = createReaders(
    { order: ['offline'], claude: null, openai: null, limits: { monthlyUsd: '0', personDailyUsd: '0' }, callMs: 1_000 },
    createMemoryLedger(),
    rulesHere,
  );
  const settings = {
    appUrl: 'http://localhost:3000',
    refreshIntervalMs: 60_000,
    refreshesPerDay: 50,
    evaluationDeadlineMs: 20_000,
    leaseMs: 5_000,
    confirmEmailMs: 0,
  };
  const deps = {
    scraper,
    readers,
    settings,
    mail: createOutbox(),
    wakeMail: null,
    previewTurns: createPreviewTurns(),
    // Not before the settings are set: the log reads them.
    get log() {
      return log();
    },
    now: () => new Date(),
    get db() {
      return database.db;
    },
    get queue() {
      return queue;
    },
  };
  beforeAll(async () => {
    const { connectionString } = database;
    // Tokens are looked up on the process's own connection.
    setSettings({
      DATABASE_URL: connectionString,
      AUTH_SECRET: 'a secret of the tests that is long enough',
      BETA_OPEN: 'true',
      VERIFY_EMAIL: 'false',
    });
    queue = createEvaluationQueue({ connectionString, expireSeconds: 60, resident: true, onError: () => undefined });
    await queue.start();
    await queue.work(2, (evaluationId) => takeJob(deps, evaluationId));
  });
  afterAll(async () => {
    await queue.stop();
    await closeDb();
  });
  // Tests ask more in a minute than anybody may; the limits have tests of their own.
  const guard = { admit: async () => undefined, succeed: async () => undefined };
  const surroundings: Surroundings = { deps: () => deps, session: async () => null, guard: () => guard };
  const handle = createRestHandler((headers) => createContext(headers, surroundings));
  return { deps, surroundings, send: (method, path, call = {}) => handle(toRequest(method, path, call)) };
}

function toRequest(method: string, path: string, { token, body, headers }: RestCall): Request {
  const all = new Headers(headers);
  if (token !== undefined) all.set('authorization', `Bearer ${token}`);
  if (body !== undefined && !all.has('content-type')) all.set('content-type', 'application/json');
  const text = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
  return new Request(new URL(path, 'http://localhost:3000'), { method, headers: all, ...text });
}
