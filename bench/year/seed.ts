import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import { createDb } from '@/db/client';
import { migrateToLatest } from '@/db/migrate';
import { monthOf, spanOf } from '@/domain/month';
import { addPeople } from '../api/people';

/** So many months, the last of them the present one. */
const MONTHS = 13;
const CHUNK = 1_000;

interface Monitor {
  id: string;
  userId: string;
}

/**
 * Fills an empty database with a year of history: evaluations and their facts over 13 months, in equal parts and by
 * COPY, of as many monitors as have two to three checks a day. One in a hundred raised an alert, one in fifty has a
 * picture.
 */
export async function seedYear(connectionString: string, { facts, now }: { facts: number; now: Date }): Promise<void> {
  const { db } = createDb(connectionString, { max: 2, statementTimeoutMs: 0 });
  await migrateToLatest(db);
  const monitors = Math.max(10, Math.ceil(facts / 1_000));
  await addPeople(db, { people: Math.ceil(monitors / 10), monitors, facts });
  const rows = await db.selectFrom('monitors').select(['id', 'userId']).orderBy('id').execute();
  await db.destroy();
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    // Rows are right by the way they are made; asking for each one's monitor again would take most of the time.
    await client.query('SET session_replication_role = replica').catch(() => undefined);
    const year = { facts, monitors: rows, since: beginOf(now), until: now };
    await copy(client, EVALUATIONS, year, evaluationLine);
    await copy(client, FACTS, year, factLine);
    await client.query('RESET session_replication_role');
    await client.query('VACUUM ANALYZE');
    await client.query('CHECKPOINT').catch(() => undefined);
  } finally {
    await client.end();
  }
}

/** The first day of the oldest month. */
function beginOf(now: Date): Date {
  const { from: first } = spanOf(monthOf(now));
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() - MONTHS + 1, 1));
}

interface Year {
  facts: number;
  monitors: Monitor[];
  since: Date;
  until: Date;
}

const FACTS = `facts (id, monitor_id, evaluation_id, extracted_at, outcome, value, source, processing_time,
  triggered_alert, change_type, change_amount, confidence, quote, box, crop, crop_media_type, reader, look, sentence)`;
const EVALUATIONS = `evaluations (id, monitor_id, user_id, phase, outcome, sentence, condition_met, alert, requested_at,
  started_at, finished_at, charge_day, reader, look, took_ms, fact_id, fact_extracted_at)`;

async function copy(
  client: pg.Client,
  into: string,
  year: Year,
  line: (at: number, monitor: Monitor, time: string) => string,
): Promise<void> {
  const step = (year.until.getTime() - year.since.getTime()) / year.facts;
  function* chunks() {
    for (let begin = 0; begin < year.facts; begin += CHUNK) {
      let text = '';
      for (let at = begin; at < Math.min(begin + CHUNK, year.facts); at += 1) {
        const monitor = year.monitors[at % year.monitors.length] as Monitor;
        text += line(at, monitor, new Date(year.since.getTime() + at * step).toISOString());
      }
      yield text;
    }
  }
  await pipeline(Readable.from(chunks()), client.query(from(`COPY ${into} FROM STDIN`)));
}

/** The same number is the same id; spread, as random ones are. */
function idOf(kind: number, at: number): string {
  const mixed = (Math.imul(at + 1, 2_654_435_761) >>> 0).toString(16).padStart(8, '0');
  return `${mixed}-000${kind}-4000-8000-${at.toString(16).padStart(12, '0')}`;
}

const isAlert = (at: number) => at % 100 === 7;
const PICTURE = Buffer.alloc(2_000, 'picture').toString('hex');

function factLine(at: number, monitor: Monitor, time: string): string {
  const price = 300 + (at % 50);
  const picture = at % 50 === 3 ? [`\\\\x${PICTURE}`, 'image/webp'] : ['\\N', '\\N'];
  const row = [
    ...[idOf(1, at), monitor.id, idOf(2, at), time, 'value', `{"type":"number","number":"${price}","unit":"USD"}`],
    ...['https://shop.example.org/kettle', '420', isAlert(at) ? 't' : 'f', 'decrease', '-2', '0.95'],
    ...[`Price: $${price}.00`, '{"x":24,"y":310,"width":120,"height":22}', ...picture, 'recipe', 'full'],
    `The price is $${price}.00, which is not below $300.00.`,
  ];
  return `${row.join('\t')}\n`;
}

function evaluationLine(at: number, monitor: Monitor, time: string): string {
  const alert = isAlert(at) ? 't' : 'f';
  const row = [
    ...[idOf(2, at), monitor.id, monitor.userId, 'done', 'value', 'The price is not below $300.00.', alert, alert],
    ...[time, time, time, time.slice(0, 10), 'recipe', 'full', '420', idOf(1, at), time],
  ];
  return `${row.join('\t')}\n`;
}
