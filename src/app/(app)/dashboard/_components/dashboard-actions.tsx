'use client';

import { Button } from '@mantine/core';
import type { MonitorView } from '@/trpc/monitor-view';
import { LinkButton } from '@/ui/shell/link-button';
import { useClock } from '@/ui/time/clock';
import type { RefreshOfMany } from './use-refresh-of-many';

/** How many active monitors may be checked at this moment (epoch ms). */
function countCheckable(monitors: readonly MonitorView[], now: number): number {
  return monitors.filter(
    ({ isActive, liveEvaluationId, nextAllowedRefresh, sources }) =>
      isActive && liveEvaluationId === null && sources.length > 0 && (nextAllowedRefresh?.getTime() ?? 0) <= now,
  ).length;
}

interface DashboardActionsProps {
  monitors: readonly MonitorView[];
  limit: number;
  refresh: RefreshOfMany;
  /** Ids of the monitors that are selected; null while nothing is being selected. */
  selected: ReadonlySet<string> | null;
  select: (selected: ReadonlySet<string> | null) => void;
}

/** What can be done with all monitors at once, or, while some are being selected, with those. */
export function DashboardActions({ monitors, limit, refresh, selected, select }: DashboardActionsProps) {
  const ready = useClock((now) => countCheckable(monitors, now));
  if (selected !== null) {
    const startSelected = () => {
      refresh.start([...selected]);
      select(null);
    };
    return (
      <>
        <Button variant="default" onClick={() => select(null)}>
          Cancel
        </Button>
        <Button disabled={selected.size === 0} onClick={startSelected}>
          Check selected ({selected.size})
        </Button>
      </>
    );
  }
  return (
    <>
      <Button variant="subtle" onClick={() => select(new Set())}>
        Select
      </Button>
      <Button variant="default" loading={refresh.pending} disabled={ready === 0} onClick={() => refresh.start()}>
        Check all
      </Button>
      {monitors.length >= limit ? (
        <Button disabled title={`You have ${limit} monitors, which is the most. Delete one to make room.`}>
          New monitor
        </Button>
      ) : (
        <LinkButton href="/monitors/new">New monitor</LinkButton>
      )}
    </>
  );
}
