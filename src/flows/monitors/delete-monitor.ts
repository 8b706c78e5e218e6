import { deleteMonitor as deleteRow } from '@/db/monitors';
import { DomainError } from '@/domain/errors';
import { recordOwnAct } from '../account/record-act';
import type { Deps } from '../deps';

/** Deletes a monitor with its facts and evaluations. Throws `not_found`. */
export async function deleteMonitor(
  deps: Pick<Deps, 'db' | 'now' | 'origin'>,
  request: { userId: string; monitorId: string },
): Promise<void> {
  const { userId, monitorId } = request;
  await deps.db.transaction().execute(async (trx) => {
    const deleted = await deleteRow(trx, userId, monitorId);
    if (!deleted) throw new DomainError('not_found', 'monitor_not_found', 'There is no such monitor.');
    await recordOwnAct(deps, trx, userId, { action: 'monitor.delete', record: { type: 'monitor', id: monitorId } });
  });
}
