import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createDb } from '@/db/client';
import { migrateToLatest } from '@/db/migrate';
import { databaseUrl, runOn } from '@/test/database-server';
import { load, type Result, type Shot, startApp } from './api/app';
import { addFacts, fill, tokensOfEverybody } from './api/people';

const USAGE = `npm run bench:api -- [--database postgresql://…] [--redis redis://…] [--facts 2000000] [--few 20000]
  [--seconds 6] [--rounds 3]
Starts the built app (npm run build) on a scratch database with 1,000 people and 10,000 monitors, first with few facts,
then with many, and measures GET /api/monitors and GET /api/monitors/{id} at concurrency 16 beside GET /api/session, a
route that answers one JSON word after the same session check. Ends with 1 where a floor is missed. Without --database
the embedded server is used, without --redis the limits are counted in SQL.`;

const { values: options } = parseArgs({
  options: {
    database: { type: 'string' },
    redis: { type: 'string' },
    people: { type: 'string', default: '1000' },
    monitors: { type: 'string', default: '10000' },
    facts: { type: 'string', default: '2000000' },
    few: { type: 'string', default: '20000' },
    seconds: { type: 'string', default: '6' },
    rounds: { type: 'string', default: '3' },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) {
  console.log(USAGE);
  process.exit(0);
}

const CONCURRENCY = 16;
/** V8 compiles what runs often while it runs: after so long it has. */
const WARM_UP_MS = 6_000;
const P95_MS = 40;
const LEAST_SHARE = 0.5;
const MOST_GROWTH = 1.2;
const size = { people: Number(options.people), monitors: Number(options.monitors), facts: Number(options.few) };

const folder = mkdtempSync(join(tmpdir(), 'monitors-bench-api-'));
const embedded = options.database
  ? null
  : await (await import('@/db/embedded/embedded-postgres')).openEmbeddedPostgres({ dataDir: folder });
const server = options.database ?? embedded?.connectionString ?? '';
const name = `monitors_bench_${process.pid}`;
await runOn(server, `CREATE DATABASE ${name}`);
const url = databaseUrl(server, name);
const { db } = createDb(url, { statementTimeoutMs: 1_800_000, applicationName: 'monitors-bench' });
let missed = 0;
try {
  await migrateToLatest(db);
  say(`${size.people} people, ${size.monitors} monitors, ${size.facts} facts …`);
  await fill(db, size);
  const app = await startApp({ databaseUrl: url, redisUrl: options.redis, dataDir: folder });
  try {
    const people = await tokensOfEverybody(db);
    const few = await measure(app.origin, people);
    say(`${options.facts} facts …`);
    await addFacts(db, Number(options.facts) - size.facts);
    const many = await measure(app.origin, people);
    report(few, many);
  } finally {
    await app.stop();
  }
} finally {
  await db.destroy();
  await runOn(server, `DROP DATABASE ${name} WITH (FORCE)`);
  await embedded?.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(missed > 0 ? 1 : 0);

type Person = Awaited<ReturnType<typeof tokensOfEverybody>>[number];

/** The measures by name, each the median of its rounds; the routes take turns, so that noise meets all alike. */
async function measure(origin: string, people: Person[]): Promise<Record<string, Result>> {
  const anybody = () => people[randomInt(people.length)] as Person;
  // The app stands behind one proxy here, as in production: each person has an address of their own.
  const headers = ({ token, address }: Person) => ({ authorization: `Bearer ${token}`, 'x-forwarded-for': address });
  const shots: Record<string, () => Shot> = {
    'GET /api/session': () => ({ path: '/api/session', headers: headers(anybody()) }),
    'GET /api/monitors': () => ({ path: '/api/monitors', headers: headers(anybody()) }),
    'GET /api/monitors/{id}': () => {
      const person = anybody();
      return {
        path: `/api/monitors/${person.monitorIds[randomInt(person.monitorIds.length)]}`,
        headers: headers(person),
      };
    },
  };
  const rounds: Record<string, Result[]> = {};
  for (const shot of Object.values(shots)) await load(origin, shot, CONCURRENCY, WARM_UP_MS);
  for (let round = 0; round < Number(options.rounds); round += 1)
    for (const [route, shot] of Object.entries(shots)) {
      const result = await load(origin, shot, CONCURRENCY, Number(options.seconds) * 1_000);
      if (result.refused > 0) throw new Error(`${route} refused ${result.refused} requests`);
      rounds[route] = [...(rounds[route] ?? []), result];
    }
  return Object.fromEntries(Object.entries(rounds).map(([route, results]) => [route, median(results)]));
}

function median(results: Result[]): Result {
  const middle = (of: (result: Result) => number) =>
    results.map(of).sort((one, other) => one - other)[Math.floor(results.length / 2)] ?? Number.NaN;
  return {
    perSecond: middle((result) => result.perSecond),
    p50: middle((result) => result.p50),
    p95: middle((result) => result.p95),
    p99: middle((result) => result.p99),
    refused: 0,
  };
}

function report(few: Record<string, Result>, many: Record<string, Result>): void {
  const empty = many['GET /api/session']?.perSecond ?? Number.NaN;
  say(['route', 'facts', 'req/s', 'of empty', 'p50 ms', 'p95 ms', 'p99 ms'].map((cell) => cell.padEnd(24)).join(''));
  for (const [facts, results] of [
    [options.few, few],
    [options.facts, many],
  ] as const)
    for (const [route, { perSecond, p50, p95, p99 }] of Object.entries(results)) {
      const share = perSecond / (results['GET /api/session']?.perSecond ?? Number.NaN);
      const cells = [
        route,
        facts,
        perSecond.toFixed(0),
        share.toFixed(2),
        p50.toFixed(1),
        p95.toFixed(1),
        p99.toFixed(1),
      ];
      say(cells.map((cell) => cell.padEnd(24)).join(''));
    }
  for (const route of ['GET /api/monitors', 'GET /api/monitors/{id}']) {
    const [before, after] = [few[route], many[route]];
    if (!before || !after) continue;
    judge(`${route}: p95 ${after.p95.toFixed(1)} ms, under ${P95_MS}`, after.p95 < P95_MS);
    const share = after.perSecond / empty;
    judge(
      `${route}: ${share.toFixed(2)} of the empty route's requests per second, at least ${LEAST_SHARE}`,
      share >= LEAST_SHARE,
    );
    const growth = Math.max(after.p95 / before.p95, before.p95 / after.p95);
    judge(
      `${route}: p95 with few and many facts differ by ${((growth - 1) * 100).toFixed(0)} %, under 20`,
      growth < MOST_GROWTH,
    );
  }
}

function judge(sentence: string, met: boolean): void {
  if (!met) missed += 1;
  say(`${met ? 'met   ' : 'MISSED'} ${sentence}`);
}

function say(text: string): void {
  console.log(text);
}
