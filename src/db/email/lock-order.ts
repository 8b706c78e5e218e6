import type { SelectQueryBuilder } from 'kysely';
import type { DB } from '../types';

type Locking = DB & { own: DB['emailNotifications'] };

/**
 * Locks the rows of `email_notifications` that a query finds in the one order in which all do that hold several: two of
 * them then never wait for each other. What an UPDATE or DELETE finds by itself, it locks in the order of the disk.
 */
export function inLockOrder<Tables extends keyof Locking, Row>(
  query: SelectQueryBuilder<Locking, Tables, Row>,
): SelectQueryBuilder<Locking, Tables, Row> {
  return query.orderBy('id' as never).forUpdate();
}
