import { type ExpressionBuilder, type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import type { DeliveryStatus } from '@/domain/email/delivery';
import type { Monitor } from '@/domain/monitor';
import type { ChangeType } from '@/domain/value/change';
import { FactValue } from '@/domain/value/value';
import { builtOnce } from './connection/built-once';
import { held } from './email/inbox';
import type { DB } from './types';

/** Of a fact, what the public contract tells. */
export interface FactSummary {
  id: string;
  outcome: 'value' | 'absent';
  value: FactValue | null;
  source: string;
  quote: string;
  /** Whether a picture proves it, its own or that of an earlier one that it confirmed. */
  pictured: boolean;
  confidence: number;
  /** Milliseconds. */
  took: number;
  change: ChangeType;
  /** Decimal texts. */
  amount: string | null;
  percentage: string | null;
  sentence: string;
  /** What went wrong on the way to it, a sentence each. */
  errors: string[];
  alert: boolean;
  /** When it was extracted, ISO 8601 in UTC. */
  at: string;
}

/** Of a mail, the same. */
export interface NotificationSummary {
  id: string;
  kind: string;
  subject: string;
  /** Of the email that went out, which may hold others too; so are the times. */
  state: string;
  /** ISO 8601 in UTC. */
  created: string;
  sent: string | null;
  delivered: string | null;
  opened: string | null;
  clicked: string | null;
  /** SendGrid's id of it. */
  message: string | null;
  status: DeliveryStatus | null;
  value: FactValue | null;
  before: FactValue | null;
  changed: boolean;
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
        .where('monitors.userId', '=', userId)
        .where('monitors.deletedAt', 'is', null),
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
      'facts.outcome',
      'facts.value',
      'facts.source',
      'facts.quote',
      sql<boolean>`(facts.crop IS NOT NULL OR facts.picture_taken_at IS NOT NULL)`.as('pictured'),
      'facts.confidence',
      'facts.processingTime as took',
      'facts.changeType as change',
      sql<string | null>`facts.change_amount::text`.as('amount'),
      sql<string | null>`facts.change_percentage::text`.as('percentage'),
      'facts.sentence',
      'facts.errors',
      'facts.triggeredAlert as alert',
      moment<string>(sql.ref('facts.extractedAt')).as('at'),
    ])
    .whereRef('facts.monitorId', '=', 'monitors.id')
    .orderBy('facts.extractedAt', 'desc')
    .orderBy('facts.id', 'desc')
    .limit(limit);
}

function mailsOf(eb: OfMonitor, limit: number) {
  return (
    eb
      .selectFrom('emailNotifications as mail')
      // The email that went out: its own, or the one in which it was gathered.
      .leftJoin('emailNotifications as holder', 'holder.id', 'mail.gatheredIn')
      .select([
        'mail.id',
        'mail.kind',
        'mail.subject',
        held<string>('state').as('state'),
        moment<string>(sql.ref('mail.createdAt')).as('created'),
        moment<string | null>(held('sentAt')).as('sent'),
        moment<string | null>(held('deliveredAt')).as('delivered'),
        moment<string | null>(held('openedAt')).as('opened'),
        moment<string | null>(held('clickedAt')).as('clicked'),
        held<string | null>('sendGridMessageId').as('message'),
        held<DeliveryStatus | null>('deliveryStatus').as('status'),
        sql<FactValue | null>`mail.trigger_value`.as('value'),
        sql<FactValue | null>`mail.previous_value`.as('before'),
        sql<boolean>`mail.change_detected`.as('changed'),
      ])
      .whereRef('mail.monitorId', '=', 'monitors.id')
      .whereRef('mail.userId', '=', 'monitors.userId')
      .orderBy('mail.createdAt', 'desc')
      .orderBy('mail.id')
      .limit(limit)
  );
}

/** As `Date.toISOString` writes it. */
function moment<Text extends string | null>(at: RawBuilder<unknown>) {
  return sql<Text>`to_char(${at} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
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
  extractedFact: string;
  triggerCondition: string;
  /** The address that is read; null where the prompt named none. */
  sourceUrl: string | null;
}

const COLUMNS = [
  'monitors.id',
  'monitors.name',
  'monitors.prompt',
  'monitors.type',
  'monitors.extractedFact',
  'monitors.triggerCondition',
  'monitors.sourceUrl',
  'monitors.isActive',
  'monitors.currentValue',
  'monitors.lastChecked',
  'monitors.triggerCount',
  'monitors.createdAt',
  'monitors.updatedAt',
] as const;

const ofPerson = builtOnce((db, { userId }: { userId: string }) =>
  selectSummary(db)
    .where('monitors.userId', '=', userId)
    .where('monitors.deletedAt', 'is', null)
    .orderBy('monitors.createdAt', 'desc')
    .orderBy('monitors.id'),
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
