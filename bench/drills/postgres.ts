import { setTimeout as sleep } from 'node:timers/promises';
import { type Result, settle } from './audit';
import type { Ground } from './ground';
import { arrive, checkAll } from './people';

/** PostgreSQL is restarted in order, and crashes, while people check. */
export async function holdPostgres(ground: Ground, isShort: boolean): Promise<Result[]> {
  const crowd = await arrive(ground, { people: isShort ? 4 : 6, monitors: isShort ? 3 : 6, from: 100 });
  const restarts = async () => {
    for (const how of isShort
      ? (['in order', 'crash'] as const)
      : (['in order', 'crash', 'in order', 'crash'] as const)) {
      await sleep(2_500);
      await ground.cluster.restart(how);
    }
  };
  await Promise.all([checkAll(crowd, 1_500), restarts()]);
  // A worker has two under way; those are broken off at each restart, at most.
  return [await settle('PostgreSQL restarted', ground, crowd, { internal: isShort ? 6 : 12 })];
}
