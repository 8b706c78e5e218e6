'use client';

import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { readFailure, useTRPCClient } from '@/trpc/client';
import type { MonitorView } from '@/trpc/monitor-view';
import { useMonitorCache } from '@/ui/use-monitor-cache';

/** Active monitors that may be checked at this moment (epoch ms). */
export function checkable(monitors: readonly MonitorView[], now: number): MonitorView[] {
  return monitors.filter(
    ({ isActive, liveEvaluationId, nextAllowedRefresh, sources }) =>
      isActive && liveEvaluationId === null && sources.length > 0 && (nextAllowedRefresh?.getTime() ?? 0) <= now,
  );
}

/** *Check all*: asks for an evaluation of each; the cards follow them. What was refused is told once, with the reason. */
export function useCheckAll(): { start: (monitors: readonly MonitorView[]) => void; pending: boolean } {
  const client = useTRPCClient();
  const cache = useMonitorCache();
  const all = useMutation({
    mutationFn: async (monitors: readonly MonitorView[]) => {
      const results = await Promise.allSettled(
        monitors.map(async ({ id }) => {
          const evaluation = await client.refresh.start.mutate({ monitorId: id });
          cache.patch(id, { liveEvaluationId: evaluation.id });
        }),
      );
      const refused = results.filter((result) => result.status === 'rejected');
      const [first] = refused;
      if (!first) return;
      notifications.show({
        color: 'red',
        title: `${refused.length} of ${monitors.length} ${refused.length === 1 ? 'was' : 'were'} not checked`,
        message: readFailure(first.reason).message,
      });
    },
  });
  return { start: all.mutate, pending: all.isPending };
}
