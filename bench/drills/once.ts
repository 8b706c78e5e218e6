import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { FIGURES_EVERY_MS } from '@/db/figures';
import type { DB } from '@/db/types';
import type { Ground } from './ground';
import type { Crowd } from './people';
import { say } from './program';

/** Has the database note each begin and end of an evaluation and each email that left, with who wrote it. */
export async function watchOver(db: Kysely<DB>): Promise<void> {
  await sql`
    CREATE TABLE witnessed (what text, id uuid, by text DEFAULT current_setting('application_name'));
    CREATE FUNCTION witness() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN INSERT INTO witnessed (what, id) VALUES (TG_ARGV[0], NEW.id); RETURN NEW; END $$;
    CREATE TRIGGER begun AFTER UPDATE ON evaluations FOR EACH ROW
      WHEN (NEW.attempt > OLD.attempt) EXECUTE FUNCTION witness('evaluations begun');
    CREATE TRIGGER ended AFTER UPDATE ON evaluations FOR EACH ROW
      WHEN (NEW.phase = 'done' AND OLD.phase <> 'done') EXECUTE FUNCTION witness('evaluations ended');
    CREATE TRIGGER sent AFTER UPDATE ON email_notifications FOR EACH ROW
      WHEN (NEW.state = 'sent' AND OLD.state <> 'sent') EXECUTE FUNCTION witness('emails sent');
    CREATE TRIGGER told AFTER INSERT ON system_metrics FOR EACH ROW EXECUTE FUNCTION witness('figures written')
  `.execute(db);
}

/** Each of it once, and both workers had their part. */
export async function auditWitnesses({ db }: Ground): Promise<string[]> {
  const { rows } = await sql<{ what: string; by: string; id: string }>`SELECT what, by, id FROM witnessed`.execute(db);
  const faults: string[] = [];
  for (const [what, all] of Map.groupBy(rows, (row) => row.what)) {
    const shares = [...Map.groupBy(all, ({ by }) => by)].map(([by, own]) => `${own.length} by ${by}`);
    say(`${what}: ${all.length} (${shares.sort().join(', ')})`);
    if (new Set(all.map(({ id }) => id)).size !== all.length) faults.push(`${what}: one of them more than once`);
    const workers = new Set(all.map(({ by }) => by).filter((by) => by.startsWith('worker-')));
    if (what.startsWith('evaluations') && workers.size < 2) faults.push(`${what}: only by ${[...workers]}`);
  }
  return faults;
}

/** So often a process tells what it has counted (flows/upkeep/keep-figures.ts), and a little. */
const TOLD_EVERY_MS = 32_000;

/** Of each five minutes one row, without a gap, and every request that was answered is counted once. */
export async function auditFigures(ground: Ground, { people, ledger }: Crowd, begin: Date): Promise<string[]> {
  const rows = await ground.db.selectFrom('systemMetrics').select('timestamp').orderBy('timestamp').execute();
  const times = rows.map(({ timestamp }) => timestamp.getTime());
  const first = Math.floor(begin.getTime() / FIGURES_EVERY_MS);
  const last = Math.floor((Date.now() - 15_000) / FIGURES_EVERY_MS);
  const due = Array.from({ length: last - first + 1 }, (_, at) => (first + at) * FIGURES_EVERY_MS);
  const faults = due
    .filter((time) => times.filter((one) => one === time).length !== 1)
    .map((time) => `the five minutes from ${new Date(time).toISOString()} have not one row of figures`);
  if (new Set(times).size !== times.length) faults.push('figures were written twice');
  const answered = ledger.notes.filter(({ status }) => status > 0).length;
  // Pages apart from their worker tell after an answer.
  await sleep(TOLD_EVERY_MS);
  const notes = ledger.notes.length;
  for (const caller of people[0]?.callers ?? []) await caller.ask('query', 'monitors.list');
  await sleep(2_000);
  const { rows: counted } = await sql<{ requests: number; webhooks: number }>`
    SELECT sum(requests)::int AS requests, (SELECT count(*) FROM email_events)::int AS webhooks
    FROM request_minutes`.execute(ground.db);
  const { requests = 0, webhooks = 0 } = counted[0] ?? {};
  say(`requests: ${requests} counted, ${answered + webhooks} answered (${webhooks} of them events of emails)`);
  const last2 = ledger.notes.length - notes;
  if (requests < answered + webhooks || requests > answered + webhooks + last2)
    faults.push(`${requests} requests were counted, and ${answered + webhooks} answered`);
  return faults;
}
