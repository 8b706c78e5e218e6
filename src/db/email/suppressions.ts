import { type Kysely, sql, type Transaction } from 'kysely';
import { type SuppressionReason, suppressionOf } from '@/domain/email/delivery';
import type { DB } from '../types';

/** So long events of an address count. */
const COUNTED_MS = 90 * 24 * 60 * 60_000;

interface NewSuppression {
  email: string;
  reason: SuppressionReason;
  detail: string | null;
}

/** Addresses of these notifications that must get no more email by their events since; writes and returns them. */
export async function suppressAsTold(
  trx: Transaction<DB>,
  notificationIds: readonly string[],
  now: Date,
): Promise<NewSuppression[]> {
  if (notificationIds.length === 0) return [];
  const events = await trx
    .selectFrom('emailEvents as event')
    .innerJoin('emailNotifications as email', 'email.id', 'event.notificationId')
    .select([sql<string>`lower(email.recipient)`.as('address'), 'event.kind', 'event.reason'])
    .where('event.at', '>=', new Date(now.getTime() - COUNTED_MS))
    .where(sql<string>`lower(email.recipient)`, 'in', (eb) =>
      eb
        .selectFrom('emailNotifications')
        .select(sql<string>`lower(recipient)`.as('address'))
        .where('id', 'in', [...notificationIds]),
    )
    // What an admin has lifted counts no more.
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('suppressionLifts')
            .select('suppressionLifts.id')
            .whereRef(sql`lower(suppression_lifts.email)`, '=', sql`lower(email.recipient)`)
            .whereRef('suppressionLifts.at', '>=', 'event.at'),
        ),
      ),
    )
    .orderBy('event.at')
    .orderBy('event.id')
    .execute();
  const found = [...Map.groupBy(events, ({ address }) => address)].flatMap(([email, own]): NewSuppression[] => {
    const why = suppressionOf(own);
    return why ? [{ email, ...why }] : [];
  });
  if (found.length === 0) return [];
  return trx
    .insertInto('suppressions')
    .values(found.map((one) => ({ ...one, createdAt: now })))
    .onConflict((conflict) => conflict.expression(sql`lower(email)`).doNothing())
    .returning(['email', 'reason', 'detail'])
    .execute();
}

/** Lifts a suppression: events until now count no more. Null where there is none. */
export async function liftSuppression(
  trx: Transaction<DB>,
  id: string,
  at: Date,
): Promise<{ email: string; reason: SuppressionReason; userId: string | null } | null> {
  const gone = await trx
    .deleteFrom('suppressions')
    .where('id', '=', id)
    .returning(['email', 'reason'])
    .returning(
      sql<string | null>`(SELECT id FROM users WHERE lower(users.email) = lower(suppressions.email))`.as('userId'),
    )
    .executeTakeFirst();
  if (gone === undefined) return null;
  await trx.insertInto('suppressionLifts').values({ email: gone.email, at }).execute();
  return gone;
}

/** Why an address gets no email; null where it gets all. */
export async function findSuppression(db: Kysely<DB>, email: string) {
  const row = await db
    .selectFrom('suppressions')
    .select(['id', 'email', 'reason', 'detail', 'createdAt'])
    .where(sql<boolean>`lower(email) = lower(${email})`)
    .executeTakeFirst();
  return row ?? null;
}

/** Addresses that get no more email, newest first, from before `before`. */
export function listSuppressions(
  db: Kysely<DB>,
  { limit, before }: { limit: number; before?: { createdAt: Date; id: string } | undefined },
) {
  return db
    .selectFrom('suppressions')
    .leftJoin('users', (join) => join.on(sql<boolean>`lower(users.email) = lower(suppressions.email)`))
    .select(['suppressions.id', 'suppressions.email', 'suppressions.reason', 'suppressions.detail'])
    .select(['suppressions.createdAt', 'users.id as userId'])
    .$if(before !== undefined, (query) =>
      query.where((eb) =>
        eb(
          eb.refTuple('suppressions.createdAt', 'suppressions.id'),
          '<',
          eb.tuple(before?.createdAt as Date, before?.id as string),
        ),
      ),
    )
    .orderBy('suppressions.createdAt', 'desc')
    .orderBy('suppressions.id', 'desc')
    .limit(limit)
    .execute();
}

/** Forgets an address whose account is removed. */
export async function forgetSuppressions(trx: Transaction<DB>, email: string): Promise<void> {
  for (const table of ['suppressions', 'suppressionLifts'] as const)
    await trx.deleteFrom(table).where(sql<boolean>`lower(email) = lower(${email})`).execute();
}

/** Forgets what nobody needs any more: addresses that are no account's by now, and lifts of which no event counts. */
export async function forgetOldSuppressions(trx: Transaction<DB>, before: Date): Promise<void> {
  await trx
    .deleteFrom('suppressions')
    .where('createdAt', '<', before)
    .where(
      sql<boolean>`NOT EXISTS (SELECT FROM users WHERE lower(users.email) = lower(suppressions.email))
        AND NOT EXISTS (SELECT FROM beta_whitelist AS waits WHERE lower(waits.email) = lower(suppressions.email))`,
    )
    .execute();
  await trx
    .deleteFrom('suppressionLifts')
    .where('at', '<', new Date(before.getTime() - COUNTED_MS))
    .execute();
}
