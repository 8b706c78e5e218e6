import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createDb } from '@/db/client';
import { startStubSendGrid } from '@/test/stub-sendgrid';
import { startApp } from './soak/app';
import { auditBooks, isQuiet, readBooks } from './soak/books';
import { closeConnections } from './soak/caller';
import { killInTurn, planKills } from './soak/kills';
import { createLedger } from './soak/ledger';
import { arrive, live } from './soak/person';
import {
  booksTable,
  judgeMemory,
  judgePauses,
  judgeRequests,
  outagesTable,
  requestsTable,
  vitalsTable,
} from './soak/report';
import { openDatabase, openRedis, until } from './soak/services';
import { startWeb } from './soak/site';

const USAGE = `npm run soak -- [--minutes 30] [--people 20] [--database postgresql://postgres@127.0.0.1:5432/postgres]
Starts the built app (builds it where needed) as in production: on a database of its own on the server at --database, or
on an embedded one where that does not answer, and on a Redis of its own where the machine has one. People preview,
check, check all, list, call REST and follow progress, over pages of this machine, some written to do harm. A thread,
the browser, the database and Redis are killed once each. Told are the longest pause of the event loop that serves,
memory by minute, requests that failed, and whether evaluations, charges, facts and mails are exactly what people were
told. Ends with 1 where one is not as it must be. Below 10 minutes the ceilings of times are ten times as high, for
machines that do other things as well, and memory is only told.`;

const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    people: { type: 'string', default: '20' },
    database: { type: 'string', default: 'postgresql://postgres@127.0.0.1:5432/postgres' },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) {
  console.log(USAGE);
  process.exit(0);
}

const ms = Number(options.minutes) * 60_000;
if (!(ms > 0) || !(Number(options.people) > 0)) throw new Error(`--minutes and --people are numbers.\n${USAGE}`);
const short = ms < 10 * 60_000;
const ceilings = { pauseMs: short ? 10_000 : 1_000, failMs: short ? 100_000 : 10_000 };
/** What is under way when nobody asks any more is over by then. */
const QUIET_MS = 3 * 60_000;

/** What has to be undone at the end, last first. */
const undo: (() => unknown)[] = [];
const say = (...lines: string[]) => console.log(lines.join('\n'));
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void stop().then(() => process.exit(1)));
const faults = await soak().finally(stop);
const kinds = Map.groupBy(faults, (fault) => fault);
say(
  ...[...kinds].slice(0, 40).map(([fault, all]) => `WRONG ${fault}${all.length > 1 ? ` (${all.length} times)` : ''}`),
);
say(faults.length === 0 ? 'All as it must be.' : `${faults.length} things are not as they must be.`);
process.exit(faults.length > 0 ? 1 : 0);

async function stop(): Promise<void> {
  for (let step = undo.pop(); step !== undefined; step = undo.pop())
    await Promise.resolve(step()).catch((error: unknown) => console.error(error));
}

/** Keeps what it opens in `undo`. Returns what is not as it must be. */
async function soak(): Promise<string[]> {
  const opened = async <Thing extends { close(): unknown }>(opening: Promise<Thing>): Promise<Thing> => {
    const thing = await opening;
    undo.push(() => thing.close());
    return thing;
  };
  const dataDir = mkdtempSync(join(tmpdir(), 'monitors-soak-'));
  undo.push(() => rmSync(dataDir, { recursive: true, force: true }));
  const database = await opened(openDatabase(options.database, join(dataDir, 'database')));
  const redis = await openRedis();
  if (redis) await opened(Promise.resolve(redis));
  else say('There is no redis-server here: limits are counted in SQL, and nothing of Redis is killed.');
  const sendgrid = await opened(startStubSendGrid());
  const web = await opened(startWeb());
  const around = {
    databaseUrl: database.url,
    redisUrl: redis?.url ?? null,
    dataDir: join(dataDir, 'app'),
    sendGridUrl: sendgrid.url,
    proxyUrl: web.proxyUrl,
  };
  const app = await startApp(around, say);
  undo.push(app.stop, closeConnections);
  const { db } = createDb(database.url, { max: 1, applicationName: 'monitors-soak' });
  undo.push(() => db.destroy());

  const ledger = createLedger();
  const numbers = Array.from({ length: Number(options.people) }, (_, number) => number);
  const people = await Promise.all(numbers.map((number) => arrive(app.origin, number, ledger)));
  const begin = Date.now();
  say(`${people.length} people for ${options.minutes} minutes, ${database.name}, load ${loadavg()[0]?.toFixed(1)} …`);
  const [outages] = await Promise.all([
    killInTurn(planKills(app, database, redis), begin, ms, say),
    ...people.map((person) => live(person, begin + ms)),
  ]);
  const vitals = [...app.vitals];
  const quiet = await until(() => isQuiet(db), QUIET_MS).then(
    () => [],
    () => ['work was still under way minutes after the last request'],
  );
  const books = await readBooks(db);
  const accepted = [...sendgrid.accepted.values()].reduce((sum, times) => sum + times, 0);
  say('', ...vitalsTable(vitals, begin), '', ...requestsTable(ledger));
  say('', ...outagesTable(outages, ledger, ceilings.failMs), '', ...booksTable(books, ledger, accepted), '');
  return [
    ...quiet,
    ...app.uncaught.map((words) => `nobody caught an error of the app: ${words}`),
    ...judgePauses(vitals, ceilings),
    ...(short ? [] : judgeMemory(vitals)),
    ...judgeRequests(ledger.notes, outages, ceilings),
    ...auditBooks(books, ledger, sendgrid.accepted),
    ...(books.facts.length > 0 && accepted > 0 ? [] : ['nothing was read or mailed: nothing is shown']),
  ];
}
