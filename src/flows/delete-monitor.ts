import { deleteMonitor as deleteRow } from '@/db/monitors';
import { DomainError } from '@/domain/errors';
import type { Deps } from './deps';

/** Deletes a monitor with its facts and evaluations. Throws `not_found`. */
export async function deleteMonitor(
  deps: Pick<Deps, 'db'>,
  request: { userId: string; monitorId: string },
): Promise<void> {
  const deleted = await deleteRow(deps.db, request.userId, request.monitorId);
  if (!deleted) throw new DomainError('not_found', 'monitor_not_found', 'There is no such monitor.');
}
