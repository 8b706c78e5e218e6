import { type ExpressionBuilder, type Kysely, sql, type Transaction } from 'kysely';
import type { SendPlan, SentSoFar } from '@/domain/email/timing';
import type { DB } from '../types';
import { inLockOrder } from './lock-order';

type Connection = Kysely<DB> | Transaction<DB>;

/** Kinds of notifications that the inbox holds; `account` and `gathered` are emails alone. */
export const NEWS_KINDS = ['alert', 'error', 'recovered'] as const;

/** A person's day by their own clock. */
export interface DayOf {
  now: Date;
  began: Date;
  ends: Date;
}

/**
 * Emails about monitors that went out to a person, should have by now, or are to on the person's day. What waits to go
 * out together is one.
 */
export async function countEmailsSoFar(
  db: Connection,
  userId: string,
  { now, began, ends }: DayOf,
): Promise<SentSoFar> {
  const at = sql<Date>`coalesce(sent_at, next_attempt_at)`;
  const gathers = sql<boolean>`(state = 'pending' AND gather IS NOT NULL)`;
  const row = await db
    .selectFrom('emailNotifications')
    .select((eb) => [
      eb.fn.max<Date | null>(at).filterWhere(at, '<=', now).as('last'),
      sql<number>`count(*) FILTER (WHERE NOT ${gathers} AND ${at} BETWEEN ${began} AND ${now})
        + count(DISTINCT greatest(${at}, ${now})) FILTER (WHERE ${gathers} AND gather <> 'limit' AND ${at} < ${ends})
      `.as('today'),
      // One that is tried again is for itself.
      sql<Date | null>`min(${at}) FILTER (WHERE ${gathers} AND gather = 'minute' AND failing_since IS NULL
        AND ${at} > ${now})`.as('waiting'),
    ])
    .where('userId', '=', userId)
    .where('kind', 'in', [...NEWS_KINDS, 'gathered'])
    .where('state', 'in', ['pending', 'sending', 'unconfirmed', 'sent'])
    // No older one is within a minute, or of today.
    .where('createdAt', '>=', new Date(began.getTime() - 7 * 86_400_000))
    .executeTakeFirstOrThrow();
  return { last: row.last, today: Number(row.today), waiting: row.waiting };
}

/** How many others that were asked for together with an evaluation are under way; null where it was asked for alone. */
export async function countLeftOfBatch(db: Connection, evaluationId: string): Promise<number | null> {
  const row = await db
    .selectFrom('refreshBatchItems as own')
    .innerJoin('refreshBatchItems as item', 'item.batchId', 'own.batchId')
    .leftJoin('evaluations as other', (join) =>
      join.onRef('other.id', '=', 'item.evaluationId').on('other.phase', '<>', 'done'),
    )
    .select((eb) => [eb.fn.countAll<number>().as('items'), eb.fn.count<number>('other.id').as('left')])
    .where('own.evaluationId', '=', evaluationId)
    .executeTakeFirstOrThrow();
  return Number(row.items) > 1 ? Number(row.left) : null;
}

/** What of a person has not gone out and is in nobody's hands. */
function pendingOf(eb: ExpressionBuilder<DB, 'emailNotifications'>, userId: string) {
  return eb
    .selectFrom('emailNotifications as own')
    .select('own.id')
    .where('own.userId', '=', userId)
    .where('own.state', '=', 'pending');
}

/** All that was asked for at once has been read: what of it was gathered goes out at a time. */
export async function releaseGathered(trx: Transaction<DB>, userId: string, at: Date): Promise<void> {
  await trx
    .updateTable('emailNotifications')
    .set({ nextAttemptAt: at })
    .where('id', 'in', (eb) =>
      pendingOf(eb, userId)
        .where('own.gather', '=', 'minute')
        .where('own.nextAttemptAt', '>', at)
        .where('own.failingSince', 'is', null)
        .$call(inLockOrder),
    )
    .execute();
}

/** What of a person waits for others, to go out with them. */
export function listWaiting(trx: Transaction<DB>, userId: string) {
  return trx
    .selectFrom('emailNotifications')
    .select(['id', 'monitorId'])
    .where('userId', '=', userId)
    .where('state', '=', 'pending')
    .where('kind', 'in', NEWS_KINDS)
    .where('gather', 'is not', null)
    .$call(inLockOrder)
    .execute();
}

/** Moves one that waits; without a plan it stays in the inbox alone. */
export async function replan(trx: Transaction<DB>, id: string, plan: SendPlan | null): Promise<void> {
  const set = plan ? { nextAttemptAt: plan.at, gather: plan.gather } : { state: 'withheld' as const };
  await trx.updateTable('emailNotifications').set(set).where('id', '=', id).where('state', '=', 'pending').execute();
}

/** Keeps back what has not gone out, of a monitor or of all; the inbox has it. */
export async function withholdPending(
  trx: Transaction<DB>,
  { userId, monitorId }: { userId: string; monitorId: string | null },
): Promise<void> {
  await trx
    .updateTable('emailNotifications')
    .set({ state: 'withheld' })
    .where('id', 'in', (eb) =>
      pendingOf(eb, userId)
        .where('own.kind', 'in', NEWS_KINDS)
        .$if(monitorId !== null, (query) => query.where('own.monitorId', '=', monitorId))
        .$call(inLockOrder),
    )
    .execute();
}

/** What waits about monitors goes to a person's new address; what may have left to the old one stays with it. */
export async function moveWaiting(trx: Transaction<DB>, userId: string, recipient: string): Promise<void> {
  await trx
    .updateTable('emailNotifications')
    .set({ recipient })
    .where('id', 'in', (eb) =>
      pendingOf(eb, userId)
        .where('own.kind', 'in', [...NEWS_KINDS, 'gathered'])
        .where('own.failingSince', 'is', null)
        .$call(inLockOrder),
    )
    .execute();
}
