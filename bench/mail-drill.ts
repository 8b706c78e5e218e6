// npm run drill:mail: 500 notifications, a slow and unwilling mail service, a worker that is killed ten times.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Kysely } from 'kysely';
import { createDb } from '@/db/client';
import { migrateToLatest } from '@/db/migrate';
import type { DB } from '@/db/types';
import { insertUser } from '@/test/factories';
import { startStubSendGrid } from '@/test/stub-sendgrid';
import { tellNews } from '@/test/tell-news';
import { clockOf, type DrillClock } from './mail-drill/clock';
import { openWebhook } from './mail-drill/webhook';
import { openDatabase } from './soak/services';

const USAGE = `npm run drill:mail -- [--short] [--database postgresql://postgres@127.0.0.1:5432/postgres]
500 notifications are due. The mail service answers in 0 to 8 s, 503 to one in ten, and tells of all that it accepts by
signed events, late, out of order, some twice. The worker is killed with -9 ten times. In the end each notification must
have been accepted exactly once, and none wait. --short: 125, three kills, and a clock ten times as fast.`;

const { values: options } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    database: { type: 'string', default: 'postgresql://postgres@127.0.0.1:5432/postgres' },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) {
  console.log(USAGE);
  process.exit(0);
}
const size = options.short ? { count: 125, kills: 3, speed: 10 } : { count: 500, kills: 10, speed: 1 };
const SLOWEST_MS = 8_000 / size.speed;
/** Of the workers' clock; as in production but for the wait. */
const CONFIRM_MS = 60_000;
const PATIENCE_MS = 30 * 60_000;

const dataDir = mkdtempSync(join(tmpdir(), 'monitors-mail-drill-'));
const database = await openDatabase(options.database, dataDir);
const { db } = createDb(database.url, { max: 4 });
let worker: ChildProcess | null = null;
const faults = await drill().finally(async () => {
  worker?.kill('SIGKILL');
  await db.destroy();
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
});
for (const fault of faults.slice(0, 40)) console.log(`WRONG ${fault}`);
console.log(faults.length === 0 ? 'All as it must be.' : `${faults.length} things are not as they must be.`);
process.exit(faults.length > 0 ? 1 : 0);

async function drill(): Promise<string[]> {
  await migrateToLatest(db);
  const clock: DrillClock = { at: Date.now(), speed: size.speed };
  const now = clockOf(clock);
  const webhook = await openWebhook(db, now, 3_000 / size.speed);
  const sendgrid = await startStubSendGrid();
  sendgrid.answer = () => ({ status: Math.random() < 0.1 ? 503 : 202, afterMs: Math.random() * SLOWEST_MS });
  sendgrid.accept = webhook.accepted;
  await writeNotifications(db, now());
  const begin = () =>
    startWorker({ database: database.url, sendgrid: sendgrid.url, confirmEmailMs: CONFIRM_MS, clock });
  worker = begin();
  for (let kill = 1; kill <= size.kills; kill += 1) {
    await sleep((4_000 + Math.random() * 12_000) / Math.min(size.speed, 4));
    const ended = once(worker, 'exit');
    worker.kill('SIGKILL');
    await ended;
    console.log(`killed ${kill} of ${size.kills}; ${await states(db)}`);
    worker = begin();
  }
  const end = Date.now() + PATIENCE_MS;
  while ((await waiting(db)) > 0 && Date.now() < end) await sleep(1_000);
  await webhook.told();
  console.log(`${sendgrid.asked} requests, ${sendgrid.mails.length} accepted; ${await states(db)}`);
  const faults = await audit(db, sendgrid.accepted);
  if (webhook.refused > 0) faults.push(`${webhook.refused} webhooks were refused`);
  await Promise.all([sendgrid.close(), webhook.close()]);
  return faults;
}

/** Three in five about accounts; the others alerts, of people who want each at once, and of people who want few. */
async function writeNotifications(to: Kysely<DB>, now: Date): Promise<void> {
  const content = { subject: 'Tea', htmlContent: '<p>Tea</p>', plainTextContent: 'Tea', kind: 'account' as const };
  const accounts = (size.count * 3) / 5;
  for (let one = 0; one < accounts; one += 1) {
    const { id: userId, email: recipient } = await insertUser(to);
    const at = { createdAt: now, nextAttemptAt: now };
    await to
      .insertInto('emailNotifications')
      .values({ ...content, ...at, userId, recipient })
      .execute();
  }
  for (let left = size.count - accounts; left > 0; left -= 5) {
    const person = await insertUser(to);
    const mode = left % 2 === 0 ? 'at_once' : 'gathered';
    await to.insertInto('emailPreferences').values({ userId: person.id, mode }).execute();
    await tellNews(to, now, person, ...Array.from({ length: 5 }, (_, at) => ({ about: `Tea ${at}` })));
  }
}

function startWorker(told: unknown): ChildProcess {
  const file = join(import.meta.dirname, 'mail-drill', 'worker.ts');
  return spawn(process.execPath, ['--import', 'tsx', file, JSON.stringify(told)], { stdio: 'inherit' });
}

async function waiting(of: Kysely<DB>): Promise<number> {
  const rows = await of
    .selectFrom('emailNotifications')
    .select('id')
    .where('state', 'in', ['pending', 'sending', 'unconfirmed'])
    .execute();
  return rows.length;
}

async function states(of: Kysely<DB>): Promise<string> {
  const rows = await of.selectFrom('emailNotifications').select('state').execute();
  return [...Map.groupBy(rows, ({ state }) => state)].map(([state, all]) => `${all.length} ${state}`).join(', ');
}

/** Each accepted exactly once, by itself or within the one that gathered it. */
async function audit(of: Kysely<DB>, accepted: ReadonlyMap<string, number>): Promise<string[]> {
  const rows = await of.selectFrom('emailNotifications').select(['id', 'kind', 'state', 'gatheredIn']).execute();
  const told = rows.filter(({ kind }) => kind !== 'gathered');
  const faults = told.length === size.count ? [] : [`${told.length} notifications, not ${size.count}`];
  for (const { id, state, gatheredIn } of rows) {
    const times = (accepted.get(id) ?? 0) + (gatheredIn === null ? 0 : (accepted.get(gatheredIn) ?? 0));
    if (times !== 1) faults.push(`${id} was accepted ${times} times, and is ${state}`);
    if (state !== 'sent' && state !== 'gathered') faults.push(`${id} is ${state}`);
  }
  return faults;
}
