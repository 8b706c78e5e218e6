import type { Kysely, Selectable, Transaction, Updateable } from 'kysely';
import { sql } from 'kysely';
import type { Considered, Shown } from '@/domain/contract/considered';
import type { ReaderName } from '@/domain/contract/reading';
import { Outcome } from '@/domain/outcome-schema';
import { type Asked, isOfBatch } from '@/domain/queue-priority';
import { storableText } from '@/domain/written/storable-text';
import { jsonText } from './json-column';
import type { DB, Evaluations } from './types';

type Connection = Kysely<DB> | Transaction<DB>;

export type Phase = 'queued' | 'loading' | 'reading' | 'deciding' | 'done';

/** One refresh carried out, as far as it is. */
export interface Evaluation {
  id: string;
  monitorId: string;
  userId: string;
  phase: Phase;
  outcome: Outcome | null;
  sentence: string | null;
  conditionMet: boolean | null;
  alert: boolean;
  requestedAt: Date;
  finishedAt: Date | null;
  chargeDay: string;
  chargeReturned: boolean;
  tookMs: number | null;
  /** In the queue, higher is sooner (domain/queue-priority). */
  priority: number;
}

/** A worker's right to carry out one evaluation, until it is lost. */
export interface Lease {
  evaluationId: string;
  token: string;
}

/** The monitor's evaluation that is not done yet, if there is one. */
export async function findLiveEvaluation(db: Connection, monitorId: string): Promise<Evaluation | null> {
  const row = await db
    .selectFrom('evaluations')
    .selectAll()
    .where('monitorId', '=', monitorId)
    .where('phase', '<>', 'done')
    .executeTakeFirst();
  return row ? toEvaluation(row) : null;
}

/** The live evaluation of each of these monitors that has one, by the monitor's id. */
export async function findLiveEvaluationIds(db: Connection, monitorIds: string[]): Promise<Map<string, string>> {
  if (monitorIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('evaluations')
    .select(['id', 'monitorId'])
    .where('monitorId', 'in', monitorIds)
    .where('phase', '<>', 'done')
    .execute();
  return new Map(rows.map((row) => [row.monitorId, row.id]));
}

/** Ends the live evaluation of a monitor whose contract has changed: its result must not count for the new one. */
export async function endLiveEvaluation(
  trx: Transaction<DB>,
  monitorId: string,
  sentence: string,
  now: Date,
): Promise<Abandoned | null> {
  const ended = abandon(trx, { sentence, now }).where('monitorId', '=', monitorId).where('phase', '<>', 'done');
  return (await ended.executeTakeFirst()) ?? null;
}

/** One evaluation of this person, or null. */
export async function findEvaluation(db: Connection, userId: string, id: string): Promise<Evaluation | null> {
  const row = await db
    .selectFrom('evaluations')
    .selectAll()
    .where('id', '=', id)
    .where('userId', '=', userId)
    .executeTakeFirst();
  return row ? toEvaluation(row) : null;
}

/** What tells whether these evaluations have gone on, by id; those that are gone are left out. One short statement. */
export async function listEvaluationMarks(db: Connection, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('evaluations')
    .select(['id', 'phase', 'priority'])
    .where(sql<boolean>`id = ANY(${ids}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, phase, priority }) => [id, `${phase} ${priority}`]));
}

/** Queues an evaluation; null where the monitor has a live one already (the unique index decides). */
export async function insertEvaluation(
  trx: Transaction<DB>,
  evaluation: {
    monitorId: string;
    userId: string;
    chargeDay: string;
    requestedAt: Date;
    priority?: number;
    requestId?: string | null;
  },
): Promise<Evaluation | null> {
  const row = await trx
    .insertInto('evaluations')
    .values({ ...evaluation, phase: 'queued' })
    .onConflict((conflict) => conflict.column('monitorId').where('phase', '<>', 'done').doNothing())
    .returningAll()
    .executeTakeFirst();
  return row ? toEvaluation(row) : null;
}

/**
 * Begins an evaluation of something that was read already, without a charge: it counts as given back. It is to be
 * finished in the same transaction.
 */
export async function beginFreeEvaluation(
  trx: Transaction<DB>,
  evaluation: { monitorId: string; userId: string; chargeDay: string; requestedAt: Date },
): Promise<Lease> {
  const { id, leaseToken } = await trx
    .insertInto('evaluations')
    .values({
      ...evaluation,
      phase: 'deciding',
      startedAt: evaluation.requestedAt,
      chargeReturned: true,
      leaseToken: sql`gen_random_uuid()`,
      leaseExpiresAt: evaluation.requestedAt,
    })
    .returning(['id', 'leaseToken'])
    .executeTakeFirstOrThrow();
  if (leaseToken === null) throw new Error('An evaluation was begun without a lease');
  return { evaluationId: id, token: leaseToken };
}

/** How many of the person's evaluations wait in the queue, those of batches or those of single clicks. */
export async function countWaiting(db: Connection, userId: string, asked: Asked): Promise<number> {
  const rows = await db
    .selectFrom('evaluations')
    .select('priority')
    .where('userId', '=', userId)
    .where('phase', '=', 'queued')
    .execute();
  return rows.filter(({ priority }) => isOfBatch(priority) === (asked === 'batch')).length;
}

/** Moves a waiting evaluation forward; false where it does not wait any more or stands as far in front already. */
export async function hurryEvaluation(trx: Transaction<DB>, id: string, priority: number): Promise<boolean> {
  const result = await trx
    .updateTable('evaluations')
    .set({ priority })
    .where('id', '=', id)
    .where('phase', '=', 'queued')
    .where('priority', '<', priority)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** How an evaluation ended. */
export interface EvaluationEnd {
  outcome: Outcome;
  message: string | null;
  sentence: string;
  conditionMet: boolean | null;
  alert: boolean;
  finishedAt: Date;
  chargeReturned: boolean;
  reader: ReaderName | null;
  look: 'full' | 'cheap' | null;
  tookMs: number;
  /** Of a failure: what was considered, where, and what stood there instead. */
  failed: FailureTrace | null;
}

/** What a failed evaluation leaves for its person to look at. */
export interface FailureTrace {
  source: string | null;
  refused: Considered[];
  shown: Shown | null;
  crop: { bytes: Uint8Array; mediaType: 'image/jpeg' | 'image/webp' } | null;
}

/** Ends an evaluation while the lease holds; null when it was lost, and then the whole transaction must go. */
export async function finishEvaluation(
  trx: Transaction<DB>,
  lease: Lease,
  { failed, ...end }: EvaluationEnd,
): Promise<{ userId: string; chargeDay: string } | null> {
  const row = await trx
    .updateTable('evaluations')
    .set({ ...end, ...(failed && traceColumns(failed)), phase: 'done', leaseToken: null, leaseExpiresAt: null })
    .where('id', '=', lease.evaluationId)
    .where('leaseToken', '=', lease.token)
    .where('phase', '<>', 'done')
    .returning(['userId', 'chargeDay'])
    .executeTakeFirst();
  return row ?? null;
}

function traceColumns({ source, refused, shown, crop }: FailureTrace): Updateable<Evaluations> {
  return {
    source: source === null ? null : storableText(source),
    refused: jsonText(refused.length === 0 ? null : refused),
    shown: jsonText(shown),
    crop: crop && Buffer.from(crop.bytes),
    cropMediaType: crop?.mediaType ?? null,
  };
}

/** Which evaluations wait since before `since`, those that were asked for first before others, at most `limit`. */
export async function listWaitingSince(
  db: Connection,
  since: Date,
  limit: number,
): Promise<{ id: string; requestedAt: Date }[]> {
  return db
    .selectFrom('evaluations')
    .select(['id', 'requestedAt'])
    .where('phase', '=', 'queued')
    .where('requestedAt', '<', since)
    .orderBy('requestedAt')
    .limit(limit)
    .execute();
}

/** How an evaluation that was never carried out ends. */
interface Abandoning {
  sentence: string;
  now: Date;
}

/** Ends those of these evaluations that still wait, as `internal` with the charge given back. */
export async function abandonWaiting(trx: Transaction<DB>, ids: string[], end: Abandoning): Promise<Abandoned[]> {
  if (ids.length === 0) return [];
  return abandon(trx, end).where('id', 'in', ids).where('phase', '=', 'queued').execute();
}

/** Ends evaluations whose worker died (lease over), as `internal` with the charge given back. */
export async function abandonEvaluations(trx: Transaction<DB>, end: Abandoning): Promise<Abandoned[]> {
  return abandon(trx, end)
    .where('phase', 'in', ['loading', 'reading', 'deciding'])
    .where('leaseExpiresAt', '<', end.now)
    .execute();
}

/** Whose charge of which day is to be given back. */
export interface Abandoned {
  id: string;
  monitorId: string;
  userId: string;
  chargeDay: string;
}

function abandon(trx: Transaction<DB>, { sentence, now }: Abandoning) {
  return trx
    .updateTable('evaluations')
    .set({
      phase: 'done',
      outcome: 'internal',
      sentence,
      message: sentence,
      finishedAt: now,
      chargeReturned: true,
      leaseToken: null,
      leaseExpiresAt: null,
    })
    .returning(['id', 'monitorId', 'userId', 'chargeDay']);
}

function toEvaluation(row: Selectable<Evaluations>): Evaluation {
  return { ...row, phase: row.phase as Phase, outcome: Outcome.nullable().parse(row.outcome) };
}
