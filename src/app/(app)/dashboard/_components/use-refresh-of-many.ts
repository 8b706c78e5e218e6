'use client';

import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { useState } from 'react';
import { readFailure, useTRPC } from '@/trpc/client';
import type { RouterOutputs } from '@/trpc/root';
import type { SharedCheck } from '@/ui/monitor/use-check';
import { useMonitorCache } from '@/ui/monitor/use-monitor-cache';
import { notify } from '@/ui/notify';

export type BatchView = RouterOutputs['refreshBatch']['start'];

/** *Check all* and *Check selected*: the latest one, and the way to ask for another. */
export interface RefreshOfMany {
  /** Under way, or ended and not put away. */
  batch: BatchView | null;
  pending: boolean;
  /** Asks for these monitors, or for every active one. */
  start: (monitorIds?: string[]) => void;
  close: () => void;
  /** What it knows of a monitor's check, for its card. */
  checkOf: (monitorId: string) => SharedCheck | undefined;
}

const RECONNECT_MS = 5_000;
/** How often it is asked whether a summary has had its time. */
const LOOK_EVERY_MS = 60_000;

const isDone = ({ evaluation }: BatchView['items'][number]) => evaluation === null || evaluation.phase === 'done';

/**
 * Starts a refresh of many and follows the one that is under way, also after a reload: one stream for all its items.
 */
export function useRefreshOfMany(): RefreshOfMany {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const cache = useMonitorCache();
  const latest = useQuery(
    trpc.refreshBatch.latest.queryOptions(undefined, {
      refetchInterval: ({ state }) => (state.data?.endedAt ? LOOK_EVERY_MS : false),
    }),
  );
  const batch = latest.data ?? null;
  // Evaluations that ended while this was on the page: their values light up.
  const [seenEnding, setSeenEnding] = useState<ReadonlySet<string>>(new Set());
  const show = (view: BatchView | null) => queryClient.setQueryData(trpc.refreshBatch.latest.queryKey(), view);

  const start = useMutation(
    trpc.refreshBatch.start.mutationOptions({
      onSuccess: (view) => {
        show(view);
        for (const { monitorId, evaluation } of view.items) {
          if (evaluation && evaluation.phase !== 'done') cache.patch(monitorId, { liveEvaluationId: evaluation.id });
        }
        void cache.refetch();
      },
      onError: (error) => notify({ color: 'red', title: 'Nothing was checked', message: readFailure(error).message }),
    }),
  );
  const close = useMutation(trpc.refreshBatch.close.mutationOptions({ onMutate: () => show(null) }));

  const take = async (view: BatchView) => {
    const before = new Set(batch?.items.filter(isDone).map(({ monitorId }) => monitorId));
    const ended = view.items.filter((item) => isDone(item) && !before.has(item.monitorId));
    show(view);
    if (ended.length === 0) return;
    await cache.refetch();
    // Also where the refetch failed: nothing is under way any more.
    for (const { monitorId } of ended) cache.patch(monitorId, { liveEvaluationId: null });
    setSeenEnding((seen) => new Set([...seen, ...ended.flatMap(({ evaluation }) => evaluation?.id ?? [])]));
  };
  const followed = batch !== null && batch.endedAt === null ? { batchId: batch.id } : skipToken;
  const stream = useSubscription(
    trpc.refreshBatch.progress.subscriptionOptions(followed, {
      onData: (view) => void take(view),
      onError: () => setTimeout(() => stream.reset(), RECONNECT_MS),
    }),
  );

  return {
    batch,
    pending: start.isPending,
    start: (monitorIds) => start.mutate(monitorIds ? { monitorIds } : {}),
    close: () => batch && close.mutate({ batchId: batch.id }),
    checkOf: (monitorId) => {
      const evaluation = batch?.items.find((item) => item.monitorId === monitorId)?.evaluation;
      if (!evaluation) return undefined;
      const { id, phase, canHurry } = evaluation;
      const ended = seenEnding.has(id) ? (evaluation.sentence ?? '') : null;
      return { evaluationId: id, phase: phase === 'done' ? 'deciding' : phase, canHurry, ended };
    },
  };
}
