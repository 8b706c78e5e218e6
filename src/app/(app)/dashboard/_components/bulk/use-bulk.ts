'use client';

import { readFailure, useTRPCClient } from '@/trpc/client';
import type { MonitorView } from '@/trpc/monitor-view';
import { useMonitorCache } from '@/ui/monitor/use-monitor-cache';
import { notify } from '@/ui/notify';
import { onEach } from '@/ui/on-each';

const PAUSED = {
  one: 'is paused',
  many: 'are paused',
  rest: 'cannot be checked and send nothing until you resume them',
};
const RESUMED = { one: 'goes on', many: 'go on', rest: 'keep their last value and their memory' };

/** Pauses or resumes monitors; those that are so already are left alone. */
export function useSetActive(): (monitors: readonly MonitorView[], isActive: boolean) => Promise<void> {
  const client = useTRPCClient();
  const cache = useMonitorCache();
  return async (monitors, isActive) => {
    const others = monitors.filter((monitor) => monitor.isActive !== isActive);
    const words = isActive ? RESUMED : PAUSED;
    const [first] = others;
    try {
      const done = await onEach(others, async ({ id }) =>
        cache.patch(id, await client.monitors.update.mutate({ id, isActive })),
      );
      if (done.length < others.length) return;
      if (others.length === 1) notify({ message: `“${first?.name}” ${words.one}.` });
      if (others.length > 1) notify({ message: `${others.length} monitors ${words.many}: they ${words.rest}.` });
    } catch (error) {
      notify({ color: 'red', title: 'Nothing was changed', message: readFailure(error).message });
    }
  };
}
