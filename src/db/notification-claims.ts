import type { Kysely, Transaction, UpdateObject } from 'kysely';
import { sql } from 'kysely';
import type { DB } from './types';

type Connection = Kysely<DB> | Transaction<DB>;

/** An email notification that is due, taken by one sender. What it writes counts only while its token does. */
export interface NotificationClaim {
  id: string;
  token: string;
  recipient: string;
  subject: string;
  htmlContent: string;
  plainTextContent: string;
  /** How often it was taken, this time included. */
  attempts: number;
  /** Since when it fails for a reason that may pass; null where it has not. */
  failingSince: Date | null;
  /** Its address must get no more mail. */
  suppressed: boolean;
}

/**
 * Takes the notification that has been due for longest, under a lease of its own; null when none is. One whose sender
 * died is due again when its lease is over.
 */
export async function claimNotification(db: Kysely<DB>, now: Date, leaseMs: number): Promise<NotificationClaim | null> {
  const claim = await db
    .updateTable('emailNotifications')
    .set({
      state: 'sending',
      attempts: sql`attempts + 1`,
      leaseToken: sql`gen_random_uuid()`,
      leaseExpiresAt: new Date(now.getTime() + leaseMs),
    })
    .where('id', '=', (eb) =>
      eb
        .selectFrom('emailNotifications')
        .select('id')
        .where((due) =>
          due.or([
            due.and([due('state', '=', 'pending'), due('nextAttemptAt', '<=', now)]),
            due.and([due('state', '=', 'sending'), due('leaseExpiresAt', '<', now)]),
          ]),
        )
        .orderBy('nextAttemptAt')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'recipient', 'subject', 'htmlContent', 'plainTextContent', 'attempts', 'failingSince'])
    .returning([
      sql<string>`lease_token`.as('token'),
      sql<boolean>`EXISTS (SELECT FROM suppressions WHERE lower(email) = lower(recipient))`.as('suppressed'),
    ])
    .executeTakeFirst();
  return claim ?? null;
}

type Held = Pick<NotificationClaim, 'id' | 'token'>;

/** Writes how a send ended and gives the lease back; false, and nothing, where another sender has it by now. */
async function settle(db: Connection, held: Held, end: UpdateObject<DB, 'emailNotifications'>): Promise<boolean> {
  const result = await db
    .updateTable('emailNotifications')
    .set({ ...end, leaseToken: null, leaseExpiresAt: null })
    .where('id', '=', held.id)
    .where('leaseToken', '=', held.token)
    .where('state', '=', 'sending')
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/**
 * Marks it as accepted. `strike` takes the secrets of its links out of what is kept: from then on only its receiver has
 * them. False where the lease was lost.
 */
export function markSent(
  db: Connection,
  held: Held,
  { now, messageId, strike }: { now: Date; messageId: string | null; strike: boolean },
): Promise<boolean> {
  const struck = (column: string) => sql<string>`regexp_replace(${sql.ref(column)}, 'secret=[\\w-]+', 'secret=…', 'g')`;
  return settle(db, held, {
    state: 'sent',
    sentAt: now,
    deliveryStatus: 'sent',
    sendGridMessageId: messageId,
    lastError: null,
    failingSince: null,
    ...(strike ? { htmlContent: struck('html_content'), plainTextContent: struck('plain_text_content') } : {}),
  });
}

/**
 * Puts it back for another try at a time; one that does not `count` was not its fault. False where the lease was lost.
 */
export function putBack(
  db: Connection,
  held: Held,
  again: { at: Date; error: string | null; failingSince: Date | null; counts: boolean },
): Promise<boolean> {
  const { at, error, failingSince, counts } = again;
  const end = { state: 'pending' as const, nextAttemptAt: at, lastError: error, failingSince };
  return settle(db, held, counts ? end : { ...end, attempts: sql`attempts - 1` });
}

/** Ends it: it will not be sent, and why. False where the lease was lost. */
export function markFailed(db: Connection, held: Held, error: string): Promise<boolean> {
  return settle(db, held, { state: 'failed', lastError: error });
}

/** Ends it, because its address must get no more mail. False where the lease was lost. */
export function markSuppressed(db: Connection, held: Held): Promise<boolean> {
  return settle(db, held, { state: 'suppressed' });
}

/** How many wait to be sent, whenever they are due. */
export async function countWaiting(db: Connection): Promise<number> {
  const { count } = await db
    .selectFrom('emailNotifications')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', 'in', ['pending', 'sending'])
    .executeTakeFirstOrThrow();
  return Number(count);
}
