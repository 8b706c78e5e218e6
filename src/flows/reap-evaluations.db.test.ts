import { describe, expect, it } from 'vitest';
import { findMonitorById } from '@/db/monitors';
import { useDatabase } from '@/test/database';
import { insertMonitor } from '@/test/factories';
import { useRefreshes } from '@/test/refreshes';
import { reapEvaluations } from './reap-evaluations';

const database = useDatabase();
const world = useRefreshes(database);

describe('reapEvaluations', () => {
  it('ends what a killed worker left, gives the charge back once, and frees the monitor', async () => {
    const monitor = await insertMonitor(database.db);
    const id = await world.queue(monitor);
    await database.db
      .updateTable('evaluations')
      .set({ phase: 'reading', startedAt: world.now, leaseExpiresAt: new Date(world.now.getTime() - 1) })
      .where('id', '=', id)
      .execute();
    expect(await reapEvaluations(world.deps())).toBe(1);
    expect(await reapEvaluations(world.deps())).toBe(0);
    expect(await world.used(monitor.userId)).toBe(0);
    expect((await findMonitorById(database.db, monitor.id))?.currentValue).toBeNull();
    world.shop('$310.00');
    expect((await world.refresh(monitor)).outcome).toBe('value');
  });
});
