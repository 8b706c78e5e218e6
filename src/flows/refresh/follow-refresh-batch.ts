import { findRefreshBatch } from '@/db/refresh-batches';
import type { RefreshBatch } from '@/domain/refresh-batch';
import type { Deps } from '../deps';
import { within } from './follow-evaluation';
import { progressHub } from './progress-hub';
import type { Subject } from './progress-topic';

/** Ten evaluations behind those of others may take long; none takes this long unless nobody works. */
const LONGEST_MS = 60 * 60_000;

/**
 * A refresh of many whenever one of its evaluations has gone on, until it has ended. One stream for all, since a
 * browser keeps only a few open at a time.
 */
export function followRefreshBatch(
  deps: Pick<Deps, 'db'>,
  { userId, batchId, signal }: { userId: string; batchId: string; signal?: AbortSignal },
): AsyncGenerator<RefreshBatch, void> {
  const subject: Subject<RefreshBatch> = {
    key: `batch:${userId}:${batchId}`,
    read: (db) => findRefreshBatch(db, userId, batchId),
    evaluationIds: ({ items }) => items.flatMap(({ evaluation }) => (evaluation === null ? [] : [evaluation.id])),
    fingerprint: ({ items }) => JSON.stringify(items),
    isOver: ({ endedAt }) => endedAt !== null,
  };
  return progressHub(deps.db).follow(subject, within(LONGEST_MS, signal));
}
