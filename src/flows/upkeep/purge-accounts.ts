import { listAccountsToRemove, removeAccount } from '@/db/account-removal';
import { DELETION_DELAY_MS } from '@/domain/account/account-access';
import { recordActOf } from '../account/record-act';
import type { Deps } from '../deps';

const MOST_AT_ONCE = 100;

/** Removes the accounts whose seven days are over, each in a transaction of its own. Returns how many. */
export async function purgeAccounts({ db, now, log }: Pick<Deps, 'db' | 'now' | 'log'>): Promise<number> {
  const askedBefore = new Date(now().getTime() - DELETION_DELAY_MS);
  let removed = 0;
  for (const id of await listAccountsToRemove(db, askedBefore, MOST_AT_ONCE)) {
    try {
      const gone = await db.transaction().execute(async (trx) => {
        if (!(await removeAccount(trx, id, askedBefore))) return false;
        const record = { type: 'person', id } as const;
        await recordActOf({ now }, trx, null, { action: 'account.remove', personId: id, record });
        return true;
      });
      if (gone) removed += 1;
    } catch (error) {
      log.error({ err: error, userId: id }, 'an account could not be removed; it is tried again');
    }
  }
  if (removed > 0) log.info({ accounts: removed }, 'accounts were removed at their owners’ wish');
  return removed;
}
