// npm run drill:retention: a month leaves beside refreshes, and comes back.
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { folderPlace } from '@/archive/folder-place';
import { createDb, type Database } from '@/db/client';
import {
  ARCHIVED_TABLES,
  type ArchivedTableName,
  countRows,
  listColumns,
  pageLines,
} from '@/db/retention/archive-rows';
import { type Month, monthOf, spanOf } from '@/domain/month';
import { enforceRetention } from '@/flows/upkeep/enforce-retention';
import { archiveMonths } from '@/flows/upkeep/retention/archive-months';
import { restoreMonth } from '@/flows/upkeep/retention/restore-month';
import { createEvaluationQueue } from '@/queue/evaluation-queue';
import { databaseUrl, runOn } from '@/test/database-server';
import { watchLockWaits } from './retention-drill/lock-waits';
import { percentile, startRefreshes, type Times } from './retention-drill/refreshes';
import { openDatabase, type Service } from './soak/services';
import { seedYear } from './year/seed';
import { YEAR_NAME } from './year/year-name';

const SERVER = 'postgresql://postgres@127.0.0.1:5432/postgres';
const USAGE = `npm run drill:retention -- [--short | --facts 500000] [--database ${SERVER}]
On a copy of what npm run seed:year made: the request and the record of refreshes are timed alone, while the oldest
month is archived and dropped and days of the next are removed, while the month is brought back, and alone again. Ends
with 1 where p95 beside retention is over 100 ms longer than alone (the slower of the two, since others may use the
machine as well), anybody waited over 100 ms for a whole table, a refresh failed, or the rows that came back are not
those that left. --facts: a year of its own with so many in place of a copy. --short: 20,000, in less than a minute,
where p95 may be 300 ms longer, since five refreshes decide it; an embedded PostgreSQL where none answers.`;

const RETENTION_DAYS = 365;
const DAY_MS = 86_400_000;
const MOST_LONGER_MS = 100;
/** Of a hundred refreshes five decide, and a machine that others use moves those. */
const MOST_LONGER_OF_FEW_MS = 300;
const SHORT_FACTS = 20_000;
/** As in production, but for the limits of people: few stand for many. */
const SETTINGS = {
  appUrl: 'https://monitors.example.org',
  refreshIntervalMs: 0,
  refreshesPerDay: 1_000_000,
  evaluationDeadlineMs: 100_000,
  leaseMs: 15_000,
  confirmEmailMs: 0,
};

const { values: options } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    facts: { type: 'string' },
    database: { type: 'string', default: SERVER },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) {
  console.log(USAGE);
  process.exit(0);
}
const aloneMs = options.short ? 5_000 : 30_000;
const folder = mkdtempSync(join(tmpdir(), 'monitors-retention-drill-'));
const service = await open();
const database = createDb(service.url, { prepared: true, statementTimeoutMs: 0 });
const faults = await drill(database, service.url).finally(async () => {
  await database.db.destroy();
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});
for (const fault of faults) console.log(`WRONG ${fault}`);
console.log(faults.length === 0 ? 'All as it must be.' : `${faults.length} things are not as they must be.`);
process.exit(faults.length > 0 ? 1 : 0);

async function open(): Promise<Service> {
  const facts = options.short ? SHORT_FACTS : Number(options.facts ?? 0);
  if (facts > 0) {
    const own = await openDatabase(options.database, folder);
    await seedYear(own.url, { facts, now: new Date() });
    return own;
  }
  const name = `monitors_retention_${process.pid}`;
  const drop = `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`;
  await runOn(options.database, drop, `CREATE DATABASE ${name} TEMPLATE ${YEAR_NAME} STRATEGY file_copy`).catch(
    (error: unknown) => {
      throw new Error('There is no year to copy. First: npm run seed:year', { cause: error });
    },
  );
  const close = () => runOn(options.database, drop);
  return { url: databaseUrl(options.database, name), name, kill: close, close };
}

async function drill({ db }: Database, url: string): Promise<string[]> {
  const oldest = await findOldest(db);
  // The moment at which the oldest month has left whole, and two days of the next.
  const begin = spanOf(oldest).until.getTime() + (RETENTION_DAYS + 2) * DAY_MS;
  const ahead = begin - Date.now();
  const now = () => new Date(Date.now() + ahead);
  const fault = (error: Error) => console.log(`The queue: ${error.message}`);
  const queue = createEvaluationQueue({ connectionString: url, expireSeconds: 200, onError: fault, resident: false });
  await queue.start();
  const archive = { place: folderPlace(join(folder, 'archive')), keptDays: 90 };
  const deps = { db, now, queue, log: pino({ level: 'warn' }), archive, settings: SETTINGS };
  const monitors = await db.selectFrom('monitors').select(['id', 'userId']).execute();
  const leaves = await digestOf(db, oldest);
  console.log(`${oldest} leaves: ${leaves.words}; ${monitors.length} monitors`);
  const beside = (what: string, work: () => Promise<void>) => timed(what, () => startRefreshes(deps, monitors), work);
  const alone = await beside('alone', () => sleep(aloneMs));
  const watched = await watchLockWaits(url);
  const retention = await beside('beside retention', async () => {
    const archived = await archiveMonths(deps, RETENTION_DAYS);
    const removed = await enforceRetention(deps, RETENTION_DAYS);
    console.log(`${archived} months archived, removed: ${JSON.stringify(removed)}`);
  });
  const waited = await watched();
  console.log(`the longest wait for a whole table was ${waited.toFixed(1)} ms`);
  const gone = await countRows(db, 'facts', oldest);
  const back = await beside('beside restoring', async () => {
    await restoreMonth(deps, archive.place, { month: oldest });
  });
  const again = await beside('alone again', () => sleep(aloneMs));
  const came = await digestOf(db, oldest);
  console.log(`${oldest} came back: ${came.words}`);
  await queue.stop();
  return [
    ...(gone === 0 ? [] : [`${gone} facts of ${oldest} are still there`]),
    ...(came.sha256 === leaves.sha256 ? [] : ['The rows that came back are not those that left']),
    ...(waited <= MOST_LONGER_MS ? [] : [`Somebody waited ${waited.toFixed(1)} ms for a whole table`]),
    ...judge(Math.max(p95(alone), p95(again)), p95(retention)),
    ...[alone, retention, back, again].flatMap((times) => times.faults).slice(0, 5),
  ];
}

async function findOldest(db: Database['db']): Promise<Month> {
  const facts = db.selectFrom('facts').select('extractedAt').orderBy('extractedAt').limit(1);
  return monthOf((await facts.executeTakeFirstOrThrow()).extractedAt);
}

async function timed(what: string, begin: () => ReturnType<typeof startRefreshes>, work: () => Promise<void>) {
  const began = performance.now();
  const { times, stop } = begin();
  await work().finally(stop);
  const [half, most, all] = [0.5, 0.95, 1].map((share) => percentile(times.all, share).toFixed(1));
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  console.log(
    `${what}: ${times.all.length} refreshes in ${seconds} s; p50 ${half} ms, p95 ${most} ms, longest ${all} ms`,
  );
  return times;
}

function p95({ all }: Times): number {
  return percentile(all, 0.95);
}

function judge(alone: number, beside: number): string[] {
  const [longer, most] = [beside - alone, options.short ? MOST_LONGER_OF_FEW_MS : MOST_LONGER_MS];
  console.log(`beside retention p95 is ${longer.toFixed(1)} ms longer than alone; at most ${most} may be`);
  return longer <= most ? [] : [`Refreshes took ${longer.toFixed(1)} ms longer beside retention`];
}

/** All rows of a month: how many, and their checksum. */
async function digestOf(db: Database['db'], month: Month): Promise<{ sha256: string; words: string }> {
  const hash = createHash('sha256');
  const counts: string[] = [];
  for (const table of Object.keys(ARCHIVED_TABLES) as ArchivedTableName[]) {
    let rows = 0;
    for await (const lines of pageLines(db, table, { month, columns: await listColumns(db, table) })) {
      for (const line of lines) hash.update(`${line}\n`);
      rows += lines.length;
    }
    counts.push(`${rows} ${table}`);
  }
  const sha256 = hash.digest('hex');
  return { sha256, words: `${counts.join(', ')}, SHA-256 ${sha256.slice(0, 16)}…` };
}
