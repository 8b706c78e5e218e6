import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { createDb, type Database } from '@/db/client';
import { openEmbeddedPostgres } from '@/db/embedded/embedded-postgres';
import { migrateToLatest } from '@/db/migrate';
import { listActs } from '@/flows/admin/list-acts';
import { listPeople } from '@/flows/admin/list-people';
import { readStatistics } from '@/flows/admin/read-statistics';

// npm run bench:admin: what the administration's lists take with 100,000 people and a million acts, on the embedded
// server. Ends with 1 where one of them takes longer than it may.
const PEOPLE = 100_000;
const ACTS = 1_000_000;
const ROUNDS = 7;
const MOST_MS = 250;
/** For what has to look at every row: a search for one or two signs, and counting a year. */
const MOST_OF_ALL_MS = 1_500;

const folder = mkdtempSync(join(tmpdir(), 'monitors-bench-admin-'));
const server = await openEmbeddedPostgres({ dataDir: folder });
const { db } = createDb(server.connectionString, { statementTimeoutMs: 600_000, applicationName: 'monitors-bench' });
let slow = 0;
try {
  await migrateToLatest(db);
  await fill(db);
  await measureAll();
} finally {
  await db.destroy();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(slow > 0 ? 1 : 0);

/** People, two monitors of every tenth, checks of this month, sign-ins, and acts of all of them. */
async function fill(to: Database['db']): Promise<void> {
  await sql`INSERT INTO users (email, name, is_beta_user, email_verified_at, created_at, last_login_at)
    SELECT 'person-' || n || '@example.org', (ARRAY['Ada', 'Grace', 'Alan', 'Edsger', 'Ida'])[1 + n % 5] || ' ' || n,
      n % 20 > 0, now(), now() - n * interval '5 minutes', CASE WHEN n % 3 > 0 THEN now() - n * interval '1 minute' END
    FROM generate_series(1, ${PEOPLE}::int) n`.execute(to);
  await sql`INSERT INTO monitors (user_id, name, prompt, type, extracted_fact, property, fact_type, trigger,
      trigger_condition, language, interpretation)
    SELECT id, 'Kettle', 'Tell me when it costs less', 'state', 'price', 'price', 'number', '{}', 'is below', 'en', '{}'
    FROM users, generate_series(1, 2) WHERE email LIKE '%0@example.org'`.execute(to);
  await sql`INSERT INTO evaluations (monitor_id, user_id, phase, outcome, requested_at, finished_at, charge_day)
    SELECT id, user_id, 'done', 'value', now() - n * interval '12 hours', now() - n * interval '12 hours', now()
    FROM monitors, generate_series(1, 20) n`.execute(to);
  await sql`INSERT INTO sessions (user_id, expires_at) SELECT id, now() + interval '30 days' FROM users`.execute(to);
  await sql`INSERT INTO audit_log (at, action, actor, actor_id, person_id, subject_type, subject_id)
    SELECT now() - n * interval '30 seconds', CASE WHEN n % 5000 = 0 THEN 'person.suspend' ELSE 'session.open' END,
      'person', person.id, person.id, 'session', n::text
    FROM generate_series(1, ${ACTS}::int) n
    JOIN (SELECT id, row_number() OVER () AS place FROM users) person ON person.place = n % ${PEOPLE}::int`.execute(to);
  await sql`VACUUM ANALYZE`.execute(to);
}

async function measureAll(): Promise<void> {
  const deps = { db, now: () => new Date() };
  const [middle] = (await listPeople(deps, { search: 'person-50000@', limit: 1 })).people;
  const page = (request: Partial<Parameters<typeof listPeople>[1]>) => () =>
    listPeople(deps, { limit: 50, ...request });
  await measure('people, newest first', page({}));
  await measure('people, the page in the middle', page({ cursor: middle?.id }));
  await measure('people by name, the page in the middle', page({ order: 'name', cursor: middle?.id }));
  await measure('people by last sign-in, the page in the middle', page({ order: 'lastSignIn', cursor: middle?.id }));
  await measure('search for an address', page({ search: 'person-77777@' }));
  await measure('search for a part of many names', page({ search: 'ada' }));
  await measure('search for nobody', page({ search: 'nobody at all' }));
  await measure('search for a single sign', page({ search: '%' }), MOST_OF_ALL_MS);
  await measure('people who wait', page({ only: 'waiting' }));
  await measure('audit, newest first', () => listActs(deps, { limit: 50 }));
  await measure('audit of one person', () => listActs(deps, { limit: 50, person: middle?.email }));
  await measure('audit of one kind', () => listActs(deps, { limit: 50, action: 'person.suspend' }));
  await measure('audit of one record', () => listActs(deps, { limit: 50, target: '77777' }));
  await measure('statistics of a year', () => readStatistics(deps, { startDate: yearAgo() }), MOST_OF_ALL_MS);
}

function yearAgo(): string {
  return new Date(Date.now() - 365 * 86_400_000).toISOString();
}

/** The median of some rounds, after one that warms the caches. */
async function measure(name: string, work: () => Promise<unknown>, most = MOST_MS): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const began = performance.now();
    await work();
    if (round > 0) times.push(performance.now() - began);
  }
  const median = times.sort((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0;
  if (median > most) slow += 1;
  console.log(`${median.toFixed(1).padStart(8)} ms  ${name}`);
}
