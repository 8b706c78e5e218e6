import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Lease, Phase } from './evaluations';
import type { DB } from './types';

/** An evaluation that was taken, with the right to carry it out. */
export interface Claim {
  lease: Lease;
  monitorId: string;
  userId: string;
  /** The request that asked for it, as the log has it; null where none did. */
  requestId: string | null;
  requestedAt: Date;
}

/**
 * Takes a queued evaluation under a lease, and with it others that wait for the same source address, so that one look
 * serves them all; `most` together, whoever asked for them. Empty where somebody else has it or it is over.
 */
export async function claimEvaluations(
  db: Kysely<DB>,
  id: string,
  now: Date,
  leaseMs: number,
  most: number,
): Promise<Claim[]> {
  return db.transaction().execute(async (trx) => {
    const wanted = await trx
      .selectFrom('evaluations')
      .innerJoin('monitors', 'monitors.id', 'evaluations.monitorId')
      .select('monitors.sourceUrl')
      .where('evaluations.id', '=', id)
      .where('evaluations.phase', '=', 'queued')
      .executeTakeFirst();
    if (wanted === undefined) return [];
    // Two workers that come for two of them must not take one each and look twice.
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`source ${wanted.sourceUrl}`}, 0))`.execute(trx);
    const waiting = await trx
      .selectFrom('evaluations')
      .innerJoin('monitors', 'monitors.id', 'evaluations.monitorId')
      .select('evaluations.id')
      .where('evaluations.phase', '=', 'queued')
      .where((eb) => eb.or([eb('evaluations.id', '=', id), eb('monitors.sourceUrl', '=', wanted.sourceUrl)]))
      .orderBy(sql`evaluations.id = ${id}`, 'desc')
      .orderBy('evaluations.priority', 'desc')
      .orderBy('evaluations.requestedAt')
      .limit(most)
      .execute();
    if (waiting[0]?.id !== id) return [];
    const rows = await trx
      .updateTable('evaluations')
      .set({
        phase: 'loading',
        startedAt: now,
        leaseToken: sql`gen_random_uuid()`,
        leaseExpiresAt: new Date(now.getTime() + leaseMs),
        attempt: sql`attempt + 1`,
      })
      .where(
        'id',
        'in',
        waiting.map((row) => row.id),
      )
      .where('phase', '=', 'queued')
      .returning(['id', 'monitorId', 'userId', 'requestId', 'requestedAt', 'leaseToken'])
      .execute();
    return rows.flatMap(({ id: evaluationId, leaseToken: token, ...of }) =>
      token === null ? [] : [{ lease: { evaluationId, token }, ...of }],
    );
  });
}

/** Keeps the lease and tells the phase. False when the lease is lost: stop, nothing may be written any more. */
export async function extendLease(
  db: Kysely<DB> | Transaction<DB>,
  lease: Lease,
  now: Date,
  leaseMs: number,
  phase?: Phase,
): Promise<boolean> {
  const result = await db
    .updateTable('evaluations')
    .set({ leaseExpiresAt: new Date(now.getTime() + leaseMs), ...(phase ? { phase } : {}) })
    .where('id', '=', lease.evaluationId)
    .where('leaseToken', '=', lease.token)
    .where('phase', '<>', 'done')
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
