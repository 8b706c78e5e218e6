import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'kysely';
import { createDb } from '@/db/client';
import { migrateToLatest } from '@/db/migrate';
import { readSeries } from '@/db/series';
import { RANGES } from '@/domain/series';
import { databaseUrl, runOn } from '@/test/database-server';
import { insertMonitor } from '@/test/factories';

const USAGE = `npm run bench:series -- [--database postgresql://…]
Fills a scratch database with one monitor that was read every minute for a year (525,600 facts), and measures what its
chart asks for each range. Ends with 1 where the median of one is 100 ms or more. Without --database the embedded
server is used.`;

const { values: options } = parseArgs({
  options: { database: { type: 'string' }, help: { type: 'boolean', default: false } },
});
if (options.help) {
  console.log(USAGE);
  process.exit(0);
}

const MOST_MS = 100;
const TURNS = 21;
const folder = mkdtempSync(join(tmpdir(), 'monitors-bench-series-'));
const embedded = options.database
  ? null
  : await (await import('@/db/embedded/embedded-postgres')).openEmbeddedPostgres({ dataDir: folder });
const server = options.database ?? embedded?.connectionString ?? '';
const name = `monitors_bench_${process.pid}`;
await runOn(server, `CREATE DATABASE ${name}`);
const { db } = createDb(databaseUrl(server, name), {
  statementTimeoutMs: 1_800_000,
  applicationName: 'monitors-bench',
});
let missed = 0;
try {
  await migrateToLatest(db);
  const now = new Date();
  const { id } = await insertMonitor(db);
  const began = performance.now();
  await sql`INSERT INTO facts (monitor_id, evaluation_id, extracted_at, outcome, value, source, processing_time,
      change_type, confidence, quote, reader, look, sentence, triggered_alert)
    SELECT ${id}, gen_random_uuid(), ${now}::timestamptz - make_interval(mins => n), 'value',
      jsonb_build_object('type', 'number', 'number', (300 + n % 97)::text, 'unit', 'USD'),
      'https://shop.example.org/kettle-one', 5, 'stable', 1, '$300.00', 'recipe', 'cheap', 'No alert: so.', n % 97 = 0
    FROM generate_series(1, 525600) AS n`.execute(db);
  await sql`ANALYZE`.execute(db);
  console.log(`525,600 facts in ${Math.round((performance.now() - began) / 1_000)} s`);
  for (const [range, ms] of Object.entries(RANGES)) {
    const span = { from: new Date(now.getTime() - ms), until: now };
    const times: number[] = [];
    let points = 0;
    for (let turn = 0; turn < TURNS; turn += 1) {
      const start = performance.now();
      points = (await readSeries(db, id, span))?.points.length ?? 0;
      times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    const [median = 0, worst = 0] = [times[(TURNS - 1) / 2], times.at(-1)];
    console.log(`${range.padStart(4)}: median ${median.toFixed(1)} ms, worst ${worst.toFixed(1)} ms, ${points} points`);
    if (median >= MOST_MS) missed += 1;
  }
} finally {
  await db.destroy();
  await runOn(server, `DROP DATABASE ${name} WITH (FORCE)`);
  await embedded?.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = missed > 0 ? 1 : 0;
