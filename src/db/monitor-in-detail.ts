import { type ExpressionBuilder, type Kysely, sql, type Transaction } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { Monitor } from '@/domain/monitor';
import { FactValue } from '@/domain/value/value';
import { builtOnce } from './connection/built-once';
import type { DB } from './types';

/** Of a fact, what the public contract tells. */
export interface FactSummary {
  id: string;
  value: FactValue | null;
  source: string;
  /** What went wrong on the way to it, a sentence each. */
  errors: string[];
  alert: boolean;
  /** When it was extracted, ISO 8601 in UTC. */
  at: string;
}

/** Of a mail, the same. */
interface NotificationSummary {
  id: string;
  kind: string;
  subject: string;
  state: string;
  /** When it was created and sent, ISO 8601 in UTC. */
  created: string;
  sent: string | null;
}

interface MonitorInDetail extends MonitorSummary {
  facts: FactSummary[];
  notifications: NotificationSummary[];
}

/** Most monitors' latest facts stand in this month and so many before it. */
const RECENT_MONTHS = 3;

/**
 * One monitor of this person with its latest facts and mails, newest first; null where it is somebody else's or
 * nobody's. One statement: this is what programs ask for most, and rows that come as JSON are read at once.
 */
export async function findMonitorInDetail(
  db: Kysely<DB>,
  which: { userId: string; id: string },
  page: { limit: number; now: Date },
): Promise<MonitorInDetail | null> {
  const since = monthsFrom(page.now, -RECENT_MONTHS);
  const statements = statementsOf(since);
  const [row] = await statements.recent(db, { ...which, limit: page.limit });
  if (!row) return null;
  const found = { ...toSummary(row), facts: row.facts };
  // A fact is never older than its monitor.
  if (found.facts.length === page.limit || found.createdAt >= since) return found;
  const [older] = await statements.older(db, { id: which.id, limit: page.limit });
  return { ...found, facts: [...found.facts, ...(older?.facts ?? [])].slice(0, page.limit) };
}

const byMonth = new Map<number, ReturnType<typeof buildStatements>>();

function statementsOf(since: Date) {
  const statements = byMonth.get(since.getTime()) ?? buildStatements(since);
  byMonth.set(since.getTime(), statements);
  return statements;
}

function buildStatements(since: Date) {
  const [first, last] = [written(since), written(monthsFrom(since, RECENT_MONTHS + 2))];
  return {
    recent: builtOnce((db, { userId, id, limit }: { userId: string; id: string; limit: number }) =>
      selectSummary(db)
        .select((eb) => [
          jsonArrayFrom(
            factsOf(eb, limit).where('facts.extractedAt', '>=', first).where('facts.extractedAt', '<', last),
          ).as('facts'),
          jsonArrayFrom(mailsOf(eb, limit)).as('notifications'),
        ])
        .where('monitors.id', '=', id)
        .where('monitors.userId', '=', userId),
    ),
    older: builtOnce((db, { id, limit }: { id: string; limit: number }) =>
      db
        .selectFrom('monitors')
        .select((eb) => jsonArrayFrom(factsOf(eb, limit).where('facts.extractedAt', '<', first)).as('facts'))
        .where('monitors.id', '=', id),
    ),
  };
}

/** The first moment of a month in UTC, so many months away: where a partition begins. */
function monthsFrom(now: Date, months: number): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1));
}

/**
 * Written into the statement, not given with it: so the server knows when it plans which partitions are asked, and
 * neither opens nor locks the others. The text changes once a month.
 */
function written(at: Date) {
  return sql<Date>`${sql.lit(at.toISOString())}::timestamptz`;
}

type OfMonitor = ExpressionBuilder<DB, 'monitors'>;

// Names of one word: the plugin that makes camelCase of the others does not reach into JSON.
function factsOf(eb: OfMonitor, limit: number) {
  return eb
    .selectFrom('facts')
    .select([
      'facts.id',
      'facts.value',
      'facts.source',
      'facts.errors',
      'facts.triggeredAlert as alert',
      moment<string>('facts.extractedAt').as('at'),
    ])
    .whereRef('facts.monitorId', '=', 'monitors.id')
    .orderBy('facts.extractedAt', 'desc')
    .orderBy('facts.id', 'desc')
    .limit(limit);
}

function mailsOf(eb: OfMonitor, limit: number) {
  return eb
    .selectFrom('emailNotifications as mail')
    .select([
      'mail.id',
      'mail.kind',
      'mail.subject',
      'mail.state',
      moment<string>('mail.createdAt').as('created'),
      moment<string | null>('mail.sentAt').as('sent'),
    ])
    .whereRef('mail.monitorId', '=', 'monitors.id')
    .whereRef('mail.userId', '=', 'monitors.userId')
    .orderBy('mail.createdAt', 'desc')
    .orderBy('mail.id')
    .limit(limit);
}

/** As `Date.toISOString` writes it. */
function moment<Text extends string | null>(column: string) {
  return sql<Text>`to_char(${sql.ref(column)} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/**
 * What the public contract tells of a monitor: without its memory, recipe and interpretation, so it is cheap to read.
 */
export interface MonitorSummary
  extends Pick<
    Monitor,
    'id' | 'name' | 'prompt' | 'isActive' | 'currentValue' | 'lastChecked' | 'triggerCount' | 'createdAt' | 'updatedAt'
  > {
  type: 'state' | 'change';
}

const COLUMNS = [
  'monitors.id',
  'monitors.name',
  'monitors.prompt',
  'monitors.type',
  'monitors.isActive',
  'monitors.currentValue',
  'monitors.lastChecked',
  'monitors.triggerCount',
  'monitors.createdAt',
  'monitors.updatedAt',
] as const;

const ofPerson = builtOnce((db, { userId }: { userId: string }) =>
  selectSummary(db).where('monitors.userId', '=', userId).orderBy('monitors.createdAt', 'desc').orderBy('monitors.id'),
);

/** The person's monitors, newest first. */
export async function listMonitorSummaries(db: Kysely<DB>, userId: string): Promise<MonitorSummary[]> {
  const rows = await ofPerson(db, { userId });
  return rows.map(toSummary);
}

/** The columns of a summary, for queries that add to them. */
function selectSummary(db: Kysely<DB> | Transaction<DB>) {
  return db.selectFrom('monitors').select(COLUMNS);
}

function toSummary<Row extends { type: string; currentValue: unknown }>(row: Row) {
  return {
    ...row,
    type: row.type as MonitorSummary['type'],
    currentValue: FactValue.nullable().parse(row.currentValue),
  };
}
