import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { BatchItem, RefreshBatch } from '@/domain/refresh-batch';
import type { DB } from './types';

type Connection = Kysely<DB> | Transaction<DB>;

/** Of one person; older ones go when a new one comes. What they read stays in the history. */
const MOST_KEPT = 20;

/** What became of one monitor when many were asked for. */
export interface NewBatchItem {
  monitorId: string;
  evaluationId: string | null;
  refusal: BatchItem['refusal'];
}

/** Stores a refresh of many, in the order given. Returns its id. */
export async function insertRefreshBatch(
  trx: Transaction<DB>,
  { userId, requestedAt, items }: { userId: string; requestedAt: Date; items: NewBatchItem[] },
): Promise<string> {
  const { id } = await trx
    .insertInto('refreshBatches')
    .values({ userId, requestedAt })
    .returning('id')
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('refreshBatchItems')
    .values(
      items.map(({ monitorId, evaluationId, refusal }, position) => ({
        ...{ batchId: id, position, monitorId, evaluationId },
        ...{ refusedReason: refusal?.reason ?? null, refusedSentence: refusal?.sentence ?? null },
      })),
    )
    .execute();
  await sql`DELETE FROM refresh_batches WHERE id IN (SELECT id FROM refresh_batches WHERE user_id = ${userId}
    ORDER BY requested_at DESC, id OFFSET ${MOST_KEPT})`.execute(trx);
  return id;
}

/** One refresh of many of this person, or null. */
export async function findRefreshBatch(db: Connection, userId: string, id: string): Promise<RefreshBatch | null> {
  const row = await db
    .selectFrom('refreshBatches')
    .select(['id', 'requestedAt'])
    .where('id', '=', id)
    .where('userId', '=', userId)
    .executeTakeFirst();
  return row ? readBatch(db, row) : null;
}

/** The person's latest refresh of many that was asked for after `since` and not put away; null if there is none. */
export async function findLatestRefreshBatch(
  db: Connection,
  userId: string,
  since: Date,
): Promise<RefreshBatch | null> {
  const row = await db
    .selectFrom('refreshBatches')
    .select(['id', 'requestedAt', 'closedAt'])
    .where('userId', '=', userId)
    .where('requestedAt', '>', since)
    .orderBy('requestedAt', 'desc')
    .orderBy('id')
    .executeTakeFirst();
  return row && row.closedAt === null ? readBatch(db, row) : null;
}

/** Whether the person has asked for an evaluation since a moment. */
export async function hasEvaluationSince(db: Connection, userId: string, since: Date): Promise<boolean> {
  const row = await db
    .selectFrom('evaluations')
    .select('id')
    .where('userId', '=', userId)
    .where('requestedAt', '>', since)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Puts the summary away; false where the person has no such refresh of many. */
export async function closeRefreshBatch(db: Connection, userId: string, id: string, now: Date): Promise<boolean> {
  const result = await db
    .updateTable('refreshBatches')
    .set({ closedAt: now })
    .where('id', '=', id)
    .where('userId', '=', userId)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

async function readBatch(
  db: Connection,
  { id, requestedAt }: { id: string; requestedAt: Date },
): Promise<RefreshBatch> {
  const rows = await db
    .selectFrom('refreshBatchItems as item')
    .innerJoin('monitors', 'monitors.id', 'item.monitorId')
    .leftJoin('evaluations as evaluation', 'evaluation.id', 'item.evaluationId')
    .select(['item.monitorId', 'monitors.name', 'item.refusedReason', 'item.refusedSentence', 'evaluation.id'])
    .select(['evaluation.phase', 'evaluation.outcome', 'evaluation.sentence', 'evaluation.alert'])
    .select(['evaluation.priority', 'evaluation.finishedAt', hasChanged.as('changed')])
    .where('item.batchId', '=', id)
    .where('monitors.deletedAt', 'is', null)
    .orderBy('item.position')
    .execute();
  const ends = rows.flatMap(({ finishedAt }) => (finishedAt === null ? [] : [finishedAt.getTime()]));
  const live = rows.some((row) => row.id !== null && row.phase !== 'done');
  const endedAt = live ? null : new Date(Math.max(requestedAt.getTime(), ...ends));
  return { id, requestedAt, endedAt, items: rows.map(toItem) };
}

/** The evaluation's fact differs from the one before; the first one of a monitor has none before it. */
const hasChanged = sql<boolean>`(evaluation.outcome IN ('value', 'absent') AND EXISTS (
  SELECT FROM facts WHERE facts.monitor_id = item.monitor_id AND facts.evaluation_id = evaluation.id
    AND facts.extracted_at >= evaluation.requested_at AND facts.change_type <> 'stable' AND EXISTS (
      SELECT FROM facts AS earlier
      WHERE earlier.monitor_id = facts.monitor_id AND earlier.extracted_at < facts.extracted_at)))`;

interface ItemRow {
  monitorId: string;
  name: string;
  refusedReason: string | null;
  refusedSentence: string | null;
  id: string | null;
  phase: NonNullable<BatchItem['evaluation']>['phase'] | null;
  outcome: NonNullable<BatchItem['evaluation']>['outcome'];
  sentence: string | null;
  alert: boolean | null;
  priority: number | null;
  changed: boolean | null;
}

function toItem(row: ItemRow): BatchItem {
  const { monitorId, name, id, phase, outcome, sentence, alert, priority, changed } = row;
  const known = id !== null && phase !== null && priority !== null;
  return {
    monitorId,
    name,
    evaluation: known
      ? { id, phase, outcome, sentence, alert: alert === true, changed: changed === true, priority }
      : null,
    refusal: known ? null : { reason: row.refusedReason ?? '', sentence: row.refusedSentence ?? '' },
  };
}
