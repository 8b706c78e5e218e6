import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../types';

type Connection = Kysely<DB> | Transaction<DB>;

/** An outside service that refuses us altogether. */
export interface ServiceFault {
  service: 'email';
  /** What it answered. */
  detail: string;
  beganAt: Date;
  lastSeenAt: Date;
}

/**
 * Notes that a service refuses us; its next request may be made at `nextProbeAt`. True where that is news: no fault of
 * this service was open.
 */
export async function noteFault(
  db: Connection,
  fault: { service: 'email'; detail: string; now: Date; nextProbeAt: Date },
): Promise<boolean> {
  const { service, detail, now, nextProbeAt } = fault;
  const row = await db
    .insertInto('serviceFaults')
    .values({ service, detail, beganAt: now, lastSeenAt: now, nextProbeAt })
    .onConflict((conflict) =>
      conflict.column('service').where('endedAt', 'is', null).doUpdateSet({ detail, lastSeenAt: now, nextProbeAt }),
    )
    .returning(sql<boolean>`xmax = 0`.as('isNew'))
    .executeTakeFirstOrThrow();
  return row.isNew;
}

/**
 * Whether a service may be asked: freely while no fault of it is open; else by one asker as a probe, once `nextProbeAt`
 * has come, which is then moved to `probeAgainAt`.
 */
export async function mayAsk(
  db: Connection,
  { service, now, probeAgainAt }: { service: 'email'; now: Date; probeAgainAt: Date },
): Promise<'freely' | 'as_probe' | 'no'> {
  const open = await db
    .selectFrom('serviceFaults')
    .select('nextProbeAt')
    .where('service', '=', service)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  if (open === undefined) return 'freely';
  // Later than any probe is planned: the clock was set back.
  if (open.nextProbeAt > now && open.nextProbeAt <= probeAgainAt) return 'no';
  const taken = await db
    .updateTable('serviceFaults')
    .set({ nextProbeAt: probeAgainAt })
    .where('service', '=', service)
    .where('endedAt', 'is', null)
    .where('nextProbeAt', '=', open.nextProbeAt)
    .executeTakeFirst();
  return taken.numUpdatedRows > 0n ? 'as_probe' : 'no';
}

/** So much clocks of machines differ; a fault seen later than that was seen before the clock was set back. */
const SKEW_MS = 60_000;

/** Ends a service's open fault: it has taken a request that was made at `askedAt`. True where one was open. */
export async function endFault(
  db: Connection,
  { service, askedAt, now }: { service: 'email'; askedAt: Date; now: Date },
): Promise<boolean> {
  const result = await db
    .updateTable('serviceFaults')
    .set({ endedAt: now })
    .where('service', '=', service)
    .where('endedAt', 'is', null)
    // A request from before the refusal tells nothing about now.
    .where((eb) => eb.or([eb('lastSeenAt', '<=', askedAt), eb('lastSeenAt', '>', new Date(now.getTime() + SKEW_MS))]))
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** The faults that are open, the oldest first. */
export function listOpenFaults(db: Connection): Promise<ServiceFault[]> {
  return db
    .selectFrom('serviceFaults')
    .select([sql<'email'>`service`.as('service'), 'detail', 'beganAt', 'lastSeenAt'])
    .where('endedAt', 'is', null)
    .orderBy('beganAt')
    .execute();
}
