import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { requestRefresh } from '@/flows/refresh/request-refresh';
import { createEvaluationQueue } from '@/queue/evaluation-queue';
import { type ApartProgram, startApart } from '@/test/apart-program';
import { useDatabase } from '@/test/database';
import { insertMonitor, insertUser, interpretation } from '@/test/factories';

const database = useDatabase();
const dataDir = mkdtempSync(join(tmpdir(), 'monitors-worker-'));
const workers: ApartProgram[] = [];

/** Every end of an evaluation and every email that left, with the process that wrote it. */
beforeAll(async () => {
  await sql`
    CREATE TABLE witnessed (what text, id uuid, by text DEFAULT current_setting('application_name'));
    CREATE FUNCTION witness() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN INSERT INTO witnessed (what, id) VALUES (TG_ARGV[0], NEW.id); RETURN NEW; END $$;
    CREATE TRIGGER ended AFTER UPDATE ON evaluations FOR EACH ROW
      WHEN (NEW.phase = 'done' AND OLD.phase <> 'done') EXECUTE FUNCTION witness('ended');
    CREATE TRIGGER begun AFTER UPDATE ON evaluations FOR EACH ROW
      WHEN (NEW.attempt > OLD.attempt) EXECUTE FUNCTION witness('begun');
    CREATE TRIGGER sent AFTER UPDATE ON email_notifications FOR EACH ROW
      WHEN (NEW.state = 'sent' AND OLD.state <> 'sent') EXECUTE FUNCTION witness('sent');
  `.execute(database.db);
});

afterEach(async () => {
  for (const { process } of workers) process.kill('SIGKILL');
  await Promise.all(workers.splice(0).map(({ exit }) => exit));
});

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

function startWorker(name: string): ApartProgram {
  const worker = startApart('worker', database.connectionString, name, { DATA_DIR: dataDir });
  workers.push(worker);
  return worker;
}

const EVALUATIONS = 30;
const deps = () => ({
  db: database.db,
  now: () => new Date(),
  queue: createEvaluationQueue({
    connectionString: database.connectionString,
    expireSeconds: 60,
    resident: false,
    onError: () => undefined,
  }),
  settings: { refreshIntervalMs: 60_000, refreshesPerDay: 50 } as never,
});

/** What a person asks for in a process of pages. The gate refuses the source, so that no browser has to start. */
async function askFor(count: number): Promise<void> {
  const pages = deps();
  const refused = interpretation({ sources: ['http://10.0.0.1/'] });
  for (let asked = 0; asked < count; asked += 1) {
    const monitor = await insertMonitor(database.db, { interpretation: refused, sourceUrl: 'http://10.0.0.1/' });
    await requestRefresh(pages, { userId: monitor.userId, monitorId: monitor.id });
  }
  await pages.queue.stop();
}

async function writeEmails(count: number): Promise<void> {
  const { id: userId } = await insertUser(database.db);
  const content = { subject: 'Kettle One', htmlContent: '<p>Kettle One</p>', plainTextContent: 'Kettle One' };
  const email = {
    userId,
    kind: 'account',
    recipient: 'ada@example.org',
    nextAttemptAt: new Date(),
    ...content,
  } as const;
  await database.db.insertInto('emailNotifications').values(Array(count).fill(email)).execute();
}

/** How often each thing was done, and by how many processes. */
async function witnessed(what: string): Promise<{ times: number[]; by: number }> {
  const { rows } = await sql<{ times: number; by: string[] }>`
    SELECT count(*) AS times, array_agg(DISTINCT by) AS by FROM witnessed WHERE what = ${what} GROUP BY id
  `.execute(database.db);
  return { times: rows.map(({ times }) => times), by: new Set(rows.flatMap(({ by }) => by)).size };
}

const waiting = () => database.db.selectFrom('evaluations').where('phase', '<>', 'done').select('id').execute();

describe('npm run worker', { timeout: 120_000 }, () => {
  it('beside another one carries out what was asked for, each evaluation and each email once', async () => {
    const pair = [startWorker('worker-one'), startWorker('worker-two')];
    for (const { output } of pair) await expect.poll(output, { timeout: 30_000 }).toContain('Working for');
    await writeEmails(10);
    await askFor(EVALUATIONS);
    await expect.poll(async () => (await waiting()).length, { timeout: 60_000 }).toBe(0);
    const once = Array(EVALUATIONS).fill(1);
    expect(await witnessed('begun')).toEqual({ times: once, by: 2 });
    expect(await witnessed('ended')).toEqual({ times: once, by: 2 });
    await expect.poll(async () => (await witnessed('sent')).times, { timeout: 30_000 }).toEqual(Array(10).fill(1));
    const { rows } = await sql`SELECT DISTINCT outcome, charge_returned FROM evaluations`.execute(database.db);
    expect(rows).toEqual([{ outcome: 'url_refused', chargeReturned: false }]);
    for (const { process, exit, output } of pair) {
      process.kill('SIGTERM');
      expect(await exit, output()).toBe(0);
    }
  });

  it('does what was asked for while there was none, and goes on when another one is killed', async () => {
    await askFor(4);
    const doomed = startWorker('worker-three');
    const other = startWorker('worker-four');
    await expect.poll(other.output, { timeout: 30_000 }).toContain('Working for');
    doomed.process.kill('SIGKILL');
    await askFor(4);
    await expect.poll(async () => (await waiting()).length, { timeout: 60_000 }).toBe(0);
    expect((await witnessed('ended')).times).toEqual(Array(EVALUATIONS + 8).fill(1));
  });

  it.each(['web', 'worker'] as const)(
    'a part (%s) does not start on a database of its own, nor with links to nowhere',
    async (part) => {
      const homeless = startApart(part, database.connectionString, 'five', { DATABASE_URL: '', DATA_DIR: dataDir });
      const nameless = startApart(part, database.connectionString, 'six', { APP_URL: '', DATA_DIR: dataDir });
      expect([await homeless.exit, await nameless.exit]).toEqual([1, 1]);
      expect(homeless.output()).toContain('set DATABASE_URL');
      expect(nameless.output()).toContain('set APP_URL');
    },
  );
});
