import type { ExpressionBuilder, Kysely, RawBuilder, Transaction, UpdateObject } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../types';
import { countEmailDays } from './email-days';
import { isTurnedOff } from './email-preferences';
import { mayGather } from './gathered-emails';

type Connection = Kysely<DB> | Transaction<DB>;

/** A text of a mail whose links have lost their secrets: from then on only its receiver has them. */
export const strikeSecrets = (column: string): RawBuilder<string> =>
  sql<string>`regexp_replace(${sql.ref(column)}, '(secret|token)=[\\w.-]+', '\\1=…', 'g')`;

/** An email notification that is due, taken by one sender. What it writes counts only while its token does. */
export interface NotificationClaim {
  id: string;
  token: string;
  userId: string;
  /** Null: about the account, or about several monitors. */
  monitorId: string | null;
  /** The evaluation that it tells of; null as for `monitorId`. */
  evaluationId: string | null;
  kind: 'alert' | 'error' | 'recovered' | 'account' | 'gathered';
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
  /** The requests of the log that it began with: of one that holds several, theirs; twenty at most. */
  requestIds: string[];
  /** Its person has turned such emails off since it was written. */
  unwanted: boolean;
}

/**
 * Takes the notification that has been due for longest, under a lease of its own; null when none is. One whose sender
 * died may have left: it is due again when its lease has been over for `confirmMs`, in which the provider tells of it
 * where it has it. What goes out together with others is left to whoever gathers it (gathered-emails.ts), unless one is
 * wanted `alone`.
 */
export async function claimNotification(
  db: Kysely<DB>,
  now: Date,
  { leaseMs, confirmMs, alone = false }: { leaseMs: number; confirmMs: number; alone?: boolean },
): Promise<NotificationClaim | null> {
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
        .selectFrom('emailNotifications as one')
        .select('one.id')
        .where((due) =>
          due.or([
            due.and([due('one.state', 'in', ['pending', 'unconfirmed']), due('one.nextAttemptAt', '<=', now)]),
            due.and([
              due('one.state', '=', 'sending'),
              due('one.leaseExpiresAt', '<', new Date(now.getTime() - confirmMs)),
            ]),
          ]),
        )
        .$if(!alone, (query) => query.where((due) => due.not(goesWithOthers(due, now))))
        .orderBy('one.nextAttemptAt')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning([
      'id',
      'userId',
      'monitorId',
      'evaluationId',
      'kind',
      'recipient',
      'subject',
      'htmlContent',
      'plainTextContent',
      'attempts',
      'failingSince',
    ])
    .returning([
      sql<string>`lease_token`.as('token'),
      // Who wants no alerts still gets what concerns the account.
      sql<boolean>`EXISTS (SELECT FROM suppressions WHERE lower(email) = lower(recipient)
        AND NOT (reason = 'unsubscribe' AND email_notifications.kind = 'account'))`.as('suppressed'),
      sql<string[]>`ARRAY(SELECT DISTINCT one.request_id FROM email_notifications AS one
        WHERE (one.id = email_notifications.id OR one.gathered_in = email_notifications.id)
        AND one.request_id IS NOT NULL LIMIT 20)`.as('requestIds'),
      isTurnedOff('email_notifications').as('unwanted'),
    ])
    .executeTakeFirst();
  return claim ?? null;
}

const goesWithOthers = (eb: ExpressionBuilder<DB & { one: DB['emailNotifications'] }, 'one'>, now: Date) =>
  eb.and([
    mayGather('one', now),
    eb.exists(
      eb
        .selectFrom('emailNotifications as other')
        .select('other.id')
        .whereRef('other.userId', '=', 'one.userId')
        .whereRef('other.recipient', '=', 'one.recipient')
        .whereRef('other.id', '<>', 'one.id')
        .where(mayGather('other', now)),
    ),
  ]);

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
  db: Kysely<DB>,
  held: Held,
  { now, messageId, strike }: { now: Date; messageId: string | null; strike: boolean },
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const marked = await settle(trx, held, {
      ...{ state: 'sent', sentAt: now, deliveryStatus: 'sent', sendGridMessageId: messageId },
      ...{ lastError: null, failingSince: null },
      ...(strike ? STRUCK : {}),
    });
    if (marked) await countEmailDays(trx, [{ kind: 'accepted', at: now }]);
    return marked;
  });
}

const STRUCK = {
  htmlContent: strikeSecrets('html_content'),
  plainTextContent: strikeSecrets('plain_text_content'),
};

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

/**
 * Leaves it open whether it was sent: its answer was not seen. It is due again at a time, unless the provider tells of
 * it before. False where the lease was lost.
 */
export function markUnconfirmed(
  db: Connection,
  held: Held,
  { again, error, failingSince }: { again: Date; error: string; failingSince: Date },
): Promise<boolean> {
  return settle(db, held, { state: 'unconfirmed', nextAttemptAt: again, lastError: error, failingSince });
}

/** Ends it: it will not be sent, and why. False where the lease was lost. */
export function markFailed(db: Connection, held: Held, error: string): Promise<boolean> {
  return settle(db, held, { state: 'failed', lastError: error });
}

/** Ends it: its address must get no more mail, or its person wants none of it. False where the lease was lost. */
export function keepBack(db: Connection, held: Held, state: 'suppressed' | 'withheld'): Promise<boolean> {
  return settle(db, held, { state });
}

/** How many wait to be sent, whenever they are due. */
export async function countWaiting(db: Connection): Promise<number> {
  const { count } = await db
    .selectFrom('emailNotifications')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', 'in', ['pending', 'sending', 'unconfirmed'])
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** What became of these so far: a state, and what the service last said against one. */
export async function findEmailEnds(
  db: Connection,
  ids: readonly string[],
): Promise<{ state: string; lastError: string | null }[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('emailNotifications')
    .select(['state', 'lastError'])
    .where('id', 'in', [...ids])
    .execute();
}
