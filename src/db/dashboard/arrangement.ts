import { sql, type Transaction } from 'kysely';
import type { DB } from '../types';

/** A monitor with its tags. */
export interface Tagged {
  id: string;
  tags: string[];
}

/** These monitors of the person, locked in the order in which all lock monitors; fewer where some are not theirs. */
export function lockTagged(trx: Transaction<DB>, userId: string, ids: readonly string[]): Promise<Tagged[]> {
  return trx
    .selectFrom('monitors')
    .select(['id', 'tags'])
    .where('userId', '=', userId)
    .where('deletedAt', 'is', null)
    .where('id', 'in', ids)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
}

export async function saveTags(trx: Transaction<DB>, { id, tags }: Tagged): Promise<void> {
  await trx.updateTable('monitors').set({ tags }).where('id', '=', id).execute();
}

/** Puts locked monitors in this order. */
export async function savePlaces(trx: Transaction<DB>, ids: readonly string[]): Promise<void> {
  await trx
    .updateTable('monitors')
    .set({ place: sql`array_position(${ids}::uuid[], id)` })
    .where('id', 'in', ids)
    .execute();
}
