import { setTimeout as sleep } from 'node:timers/promises';
import { findRefreshBatch } from '@/db/refresh-batches';
import type { RefreshBatch } from '@/domain/refresh-batch';
import type { Deps } from './deps';

const POLL_MS = 300;
/** Ten evaluations behind those of others may take long; none takes this long unless nobody works. */
const LONGEST_MS = 60 * 60_000;

/**
 * A refresh of many whenever one of its evaluations has gone on, until it has ended. Looks at the rows, so that it works
 * across processes; one stream for all, since a browser keeps only a few open at a time.
 */
export async function* followRefreshBatch(
  deps: Pick<Deps, 'db'>,
  { userId, batchId, signal }: { userId: string; batchId: string; signal?: AbortSignal },
): AsyncGenerator<RefreshBatch, void> {
  const end = performance.now() + LONGEST_MS;
  let told: string | null = null;
  while (!signal?.aborted && performance.now() < end) {
    const batch = await findRefreshBatch(deps.db, userId, batchId);
    if (batch === null) return;
    const state = JSON.stringify(batch.items);
    if (state !== told) yield batch;
    told = state;
    if (batch.endedAt !== null) return;
    await sleep(POLL_MS, undefined, { signal }).catch(() => undefined);
  }
}
