'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '@/trpc/client';
import type { MonitorView } from '@/trpc/monitor-view';

/** What pages do to the monitors that they hold: change one at once, or ask for everything anew. */
export interface MonitorCache {
  patch: (id: string, change: Partial<MonitorView>) => void;
  /** Resolves when what is on the page is fresh. */
  refetch: () => Promise<void>;
}

export function useMonitorCache(): MonitorCache {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return {
    patch: (id, change) => {
      queryClient.setQueryData(trpc.monitors.byId.queryKey({ id }), (old) => old && { ...old, ...change });
      queryClient.setQueryData(
        trpc.monitors.list.queryKey(),
        (old) => old && { ...old, monitors: old.monitors.map((one) => (one.id === id ? { ...one, ...change } : one)) },
      );
    },
    refetch: async () => {
      await Promise.all([
        queryClient.invalidateQueries(trpc.monitors.pathFilter()),
        queryClient.invalidateQueries(trpc.dashboard.pathFilter()),
        queryClient.invalidateQueries(trpc.history.pathFilter()),
        queryClient.invalidateQueries(trpc.refresh.allowance.queryFilter()),
        queryClient.invalidateQueries(trpc.sources.pathFilter()),
        queryClient.invalidateQueries(trpc.notifications.pathFilter()),
      ]);
    },
  };
}
