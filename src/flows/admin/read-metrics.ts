import { redisFigures } from '@/auth/rate-limit/process-guard';
import { poolUse } from '@/db/connection/connection';
import { listEmailDays } from '@/db/email/email-days';
import { tallyQueue } from '@/db/statistics';
import { metrics } from '@/ops/metrics';
import type { Deps } from '../deps';
import { inTime } from './probe-parts';

/**
 * The figures of this process in Prometheus' text, with those of the queue, the emails and Redis as they are now. What
 * does not answer in time is left out: that a database is away must be seen, not hidden.
 */
export async function readMetrics(deps: Pick<Deps, 'db' | 'now'>): Promise<{ type: string; text: string }> {
  const all = metrics();
  for (const gauge of [all.queueWaiting, all.queueOldest, all.emailsToday, all.redis]) gauge.reset();
  for (const [state, count] of Object.entries(poolUse())) all.pool.set({ state }, count);
  const now = deps.now();
  const [queue, days, redis] = await Promise.all([
    inTime(tallyQueue(deps.db, now)),
    inTime(listEmailDays(deps.db, now)),
    inTime(redisFigures()),
  ]);
  if (queue) {
    all.queueWaiting.set(queue.waiting);
    all.queueOldest.set(queue.oldestMs / 1_000);
  } else for (const gauge of [all.queueWaiting, all.queueOldest]) gauge.set(Number.NaN);
  for (const [kind, count] of Object.entries(days?.[0]?.counts ?? {})) all.emailsToday.set({ kind }, count);
  for (const [figure, value] of Object.entries(redis ?? {})) all.redis.set({ figure }, value);
  return { type: all.register.contentType, text: await all.register.metrics() };
}
