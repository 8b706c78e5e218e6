import { findMonitor, insertMonitor } from '@/db/monitors';
import { copyName } from '@/domain/contract/monitor-name';
import { DomainError } from '@/domain/errors';
import { LIMITS } from '@/domain/limits';
import type { Monitor } from '@/domain/monitor';
import { recordOwnAct } from '../account/record-act';
import type { Deps } from '../deps';
import { monitorLimit } from './create-monitor';

/**
 * Makes a second monitor of the same contract that finds its value in the same place, with a memory and a history of
 * its own. Throws `not_found`, and `conflict` for the eleventh monitor.
 */
export async function duplicateMonitor(
  deps: Pick<Deps, 'db' | 'now' | 'origin'>,
  { userId, monitorId }: { userId: string; monitorId: string },
): Promise<Monitor> {
  const original = await findMonitor(deps.db, userId, monitorId);
  if (original === null) throw new DomainError('not_found', 'monitor_not_found', 'There is no such monitor.');
  const { prompt, interpretation, triggerCondition, recipe } = original;
  const copy = { userId, name: copyName(original.name), prompt, interpretation, triggerCondition, recipe, armed: true };
  return deps.db.transaction().execute(async (trx) => {
    const made = await insertMonitor(trx, copy, LIMITS.monitorsPerPerson);
    if (made === null) throw monitorLimit();
    await recordOwnAct(deps, trx, userId, { action: 'monitor.create', record: { type: 'monitor', id: made.id } });
    return made;
  });
}
