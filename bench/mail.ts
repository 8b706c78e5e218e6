// npm run bench:mail: from the decision to the acceptance, and how many a minute one worker sustains.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Kysely } from 'kysely';
import { pino } from 'pino';
import { createDb } from '@/db/client';
import { migrateToLatest } from '@/db/migrate';
import type { DB } from '@/db/types';
import { createMailSignal, startSendLoop } from '@/flows/upkeep/send-loop';
import { createSendGrid } from '@/mail/sendgrid';
import { SEND_DEADLINE_MS } from '@/mail/transport';
import { insertUser } from '@/test/factories';
import '@/test/own-secret';
import { startStubSendGrid } from '@/test/stub-sendgrid';
import { tellNews } from '@/test/tell-news';
import { openDatabase } from './soak/services';

const USAGE = `npm run bench:mail -- [--minutes 2] [--rate 1000] [--database postgresql://…]
Alerts of as many people are decided evenly over the minutes, each written as an evaluation writes it, and sent by one
worker to a mail service that answers at once. Told are the times from decision to acceptance, and what was accepted in
each minute. Ends with 1 where p95 is 2 s or more, or less was accepted than was decided.`;

const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string', default: '2' },
    rate: { type: 'string', default: '1000' },
    database: { type: 'string', default: 'postgresql://postgres@127.0.0.1:5432/postgres' },
    help: { type: 'boolean', default: false },
  },
});
const [minutes, rate] = [Number(options.minutes), Number(options.rate)];
if (options.help || !(minutes > 0) || !(rate > 0)) {
  console.log(USAGE);
  process.exit(options.help ? 0 : 2);
}
const P95_MS = 2_000;

const dataDir = mkdtempSync(join(tmpdir(), 'monitors-bench-mail-'));
const database = await openDatabase(options.database, dataDir);
const { db } = createDb(database.url, { applicationName: 'bench-mail' });
const fine = await bench(db).finally(async () => {
  await db.destroy();
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
});
process.exit(fine ? 0 : 1);

async function bench(on: Kysely<DB>): Promise<boolean> {
  await migrateToLatest(on);
  const sendgrid = await startStubSendGrid();
  const acceptedAt = new Map<string, number>();
  sendgrid.accept = (id) => acceptedAt.set(id, Date.now());
  const signal = createMailSignal();
  const deps = {
    ...{ db: on, now: () => new Date(), log: pino({ level: 'warn' }) },
    mail: createSendGrid({
      ...{ apiKey: 'SG.bench', from: { email: 'noreply@example.org', name: 'Monitors!' } },
      ...{ baseUrl: `${sendgrid.url}/`, timeoutMs: SEND_DEADLINE_MS, tracking: { opens: false, clicks: false } },
    }),
    settings: { confirmEmailMs: 600_000, appUrl: 'https://monitors.example.org' },
  };
  const loop = startSendLoop(deps, signal);
  const decided = await decideEvenly(on, signal.raise);
  await sleep(3_000);
  await loop.stop();
  await sendgrid.close();
  return tell(await decisions(on), acceptedAt, decided);
}

/** As many people as alerts: nobody gets so many emails. Returns how many were decided. */
async function decideEvenly(on: Kysely<DB>, wake: () => void): Promise<number> {
  const count = Math.round(minutes * rate);
  const start = Date.now();
  const underWay = new Set<Promise<void>>();
  for (let one = 0; one < count; one += 1) {
    await sleep(Math.max(0, start + (one * 60_000) / rate - Date.now()));
    const decision = decide(on, wake).finally(() => underWay.delete(decision));
    underWay.add(decision);
  }
  await Promise.all(underWay);
  return count;
}

async function decide(on: Kysely<DB>, wake: () => void): Promise<void> {
  const person = await insertUser(on);
  await tellNews(on, new Date(), person, {});
  wake();
}

async function decisions(on: Kysely<DB>): Promise<{ id: string; createdAt: Date }[]> {
  return on.selectFrom('emailNotifications').select(['id', 'createdAt']).orderBy('createdAt').execute();
}

function tell(
  rows: { id: string; createdAt: Date }[],
  acceptedAt: ReadonlyMap<string, number>,
  decided: number,
): boolean {
  const took = rows.flatMap(({ id, createdAt }) => {
    const at = acceptedAt.get(id);
    return at === undefined ? [] : [at - createdAt.getTime()];
  });
  took.sort((one, other) => one - other);
  const quantile = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? Number.NaN;
  const [p50, p95] = [quantile(0.5), quantile(0.95)];
  console.log(`${decided} decided at ${rate} a minute, ${took.length} accepted (one worker, ${database.name})`);
  console.log(`decision to acceptance: p50 ${p50} ms, p95 ${p95} ms (${P95_MS}), longest ${took.at(-1)} ms`);
  return p95 < P95_MS && took.length === decided;
}
