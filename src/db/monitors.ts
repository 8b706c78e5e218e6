import type { Insertable, Kysely, Selectable, Transaction, Updateable } from 'kysely';
import { Interpretation } from '@/domain/contract/interpretation';
import { Recipe } from '@/domain/contract/reading';
import type { Monitor } from '@/domain/monitor';
import { Outcome } from '@/domain/outcome-schema';
import { FactValue } from '@/domain/value/value';
import { inLockOrder } from './email/lock-order';
import { jsonText } from './json-column';
import type { DB, Monitors } from './types';

type Connection = Kysely<DB> | Transaction<DB>;

/** What a new monitor is made of; counters, values and dates begin by default. */
export interface NewMonitor {
  userId: string;
  name: string;
  prompt: string;
  interpretation: Interpretation;
  triggerCondition: string;
  armed: boolean;
  /** Where its value is found, of a duplicate. */
  recipe?: Recipe | null;
}

/** The person's monitors, newest first. */
export async function listMonitors(db: Connection, userId: string): Promise<Monitor[]> {
  const rows = await db
    .selectFrom('monitors')
    .selectAll()
    .where('userId', '=', userId)
    .where('deletedAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(toMonitor);
}

/** One monitor of this person, or null: somebody else's is as if it were not there. */
export async function findMonitor(db: Connection, userId: string, id: string): Promise<Monitor | null> {
  const row = await db
    .selectFrom('monitors')
    .selectAll()
    .where('id', '=', id)
    .where('userId', '=', userId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  return row ? toMonitor(row) : null;
}

/** One monitor, whoever it belongs to: for work on the person's behalf. */
export async function findMonitorById(db: Connection, id: string): Promise<Monitor | null> {
  const row = await db
    .selectFrom('monitors')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  return row ? toMonitor(row) : null;
}

/**
 * Adds a monitor unless the person has `limit` already; null then. The person's row is locked, so that two requests at
 * the same time cannot both take the last place.
 */
export async function insertMonitor(trx: Transaction<DB>, monitor: NewMonitor, limit: number): Promise<Monitor | null> {
  if ((await countLocked(trx, monitor.userId)) >= limit) return null;
  const row = await trx.insertInto('monitors').values(toRow(monitor)).returningAll().executeTakeFirstOrThrow();
  return toMonitor(row);
}

/** How many monitors a person has, whose row stays locked until the end of the transaction. */
export async function countLocked(trx: Transaction<DB>, userId: string): Promise<number> {
  await trx.selectFrom('users').select('id').where('id', '=', userId).forUpdate().executeTakeFirstOrThrow();
  const { count } = await trx
    .selectFrom('monitors')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('userId', '=', userId)
    .where('deletedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Changes a monitor of this person; null if there is none. */
export async function updateMonitor(
  db: Connection,
  userId: string,
  id: string,
  change: { name?: string; isActive?: boolean; armed?: boolean },
  now: Date,
): Promise<Monitor | null> {
  const row = await db
    .updateTable('monitors')
    .set({ ...change, updatedAt: now })
    .where('id', '=', id)
    .where('userId', '=', userId)
    .where('deletedAt', 'is', null)
    .returningAll()
    .executeTakeFirst();
  return row ? toMonitor(row) : null;
}

/** A new prompt is a new contract: value, baseline, recipe and the trigger's memory begin again. History stays. */
export async function replaceInterpretation(
  db: Transaction<DB>,
  id: string,
  monitor: NewMonitor,
  now: Date,
): Promise<Monitor | null> {
  const row = await db
    .updateTable('monitors')
    .set({
      ...toRow(monitor),
      currentValue: null,
      previousValue: null,
      baseline: null,
      recipe: null,
      lastOutcome: null,
      lastSentence: null,
      failureStreak: 0,
      errorEpisodeStartedAt: null,
      updatedAt: now,
    })
    .where('id', '=', id)
    .where('userId', '=', monitor.userId)
    .returningAll()
    .executeTakeFirst();
  return row ? toMonitor(row) : null;
}

/** Removes a monitor of this person with all that hangs on it. True if there was one. */
export async function deleteMonitor(db: Transaction<DB>, userId: string, id: string): Promise<boolean> {
  // In the order of all who plan emails: the person, the monitor, its emails.
  await db.selectFrom('users').select('id').where('id', '=', userId).forKeyShare().execute();
  await db.selectFrom('monitors').select('id').where('id', '=', id).where('userId', '=', userId).forUpdate().execute();
  await db.selectFrom('emailNotifications').select('id').where('monitorId', '=', id).$call(inLockOrder).execute();
  const result = await db.deleteFrom('monitors').where('id', '=', id).where('userId', '=', userId).executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** What an evaluation leaves on its monitor. */
export interface MonitorAfterEvaluation {
  currentValue: FactValue | null;
  previousValue: FactValue | null;
  baseline: FactValue | null;
  armed: boolean;
  recipe: Recipe | null;
  lastOutcome: Outcome;
  lastSentence: string;
  lastChecked: Date;
  triggerCount: number;
  evaluationCount: number;
  failureStreak: number;
  errorEpisodeStartedAt: Date | null;
}

export async function saveMonitorAfterEvaluation(
  trx: Transaction<DB>,
  id: string,
  after: MonitorAfterEvaluation,
): Promise<void> {
  await trx
    .updateTable('monitors')
    .set({
      ...after,
      currentValue: jsonText(after.currentValue),
      previousValue: jsonText(after.previousValue),
      baseline: jsonText(after.baseline),
      recipe: jsonText(after.recipe),
    })
    .where('id', '=', id)
    .execute();
}

/**
 * These monitors of the person, or all of theirs, newest first, locked until the end of the transaction. Whatever
 * changes a monitor and its evaluations locks in one order: monitors (by id), evaluations, charges.
 */
export async function lockMonitors(trx: Transaction<DB>, userId: string, ids: string[] | null): Promise<Monitor[]> {
  let query = trx.selectFrom('monitors').selectAll().where('userId', '=', userId).where('deletedAt', 'is', null);
  if (ids !== null) query = query.where('id', 'in', ids);
  const rows = await query.orderBy('id').forNoKeyUpdate().execute();
  return rows.map(toMonitor).sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
}

/** Locks one monitor, whoever it belongs to, before its evaluations and charges: see `lockMonitors`. */
export async function lockMonitor(trx: Transaction<DB>, id: string): Promise<void> {
  await trx.selectFrom('monitors').select('id').where('id', '=', id).forNoKeyUpdate().execute();
}

/** Notes the person's refresh. */
export async function touchManualRefresh(trx: Transaction<DB>, id: string, now: Date): Promise<void> {
  await trx.updateTable('monitors').set({ lastManualRefresh: now }).where('id', '=', id).execute();
}

function toRow(monitor: NewMonitor): Insertable<Monitors> & Updateable<Monitors> {
  const { interpretation } = monitor;
  return {
    userId: monitor.userId,
    name: monitor.name,
    prompt: monitor.prompt,
    type: interpretation.type,
    extractedFact: interpretation.fact,
    item: interpretation.item,
    property: interpretation.property,
    factType: interpretation.factType,
    unit: interpretation.unit,
    trigger: JSON.stringify(interpretation.trigger),
    triggerCondition: monitor.triggerCondition,
    interpretation: JSON.stringify(interpretation),
    sourceUrl: interpretation.sources[0] ?? null,
    language: interpretation.language,
    armed: monitor.armed,
    recipe: jsonText(monitor.recipe ?? null),
  };
}

/** jsonb is checked on the way out: what an older version or a hand wrote must not reach the code that decides. */
function toMonitor(row: Selectable<Monitors>): Monitor {
  return {
    ...row,
    interpretation: Interpretation.parse(row.interpretation),
    currentValue: FactValue.nullable().parse(row.currentValue),
    previousValue: FactValue.nullable().parse(row.previousValue),
    baseline: FactValue.nullable().parse(row.baseline),
    recipe: Recipe.nullable().catch(null).parse(row.recipe),
    lastOutcome: Outcome.nullable().parse(row.lastOutcome),
  };
}
