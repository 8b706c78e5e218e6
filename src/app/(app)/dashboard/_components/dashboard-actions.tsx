'use client';

import { Button } from '@mantine/core';
import type { MonitorView } from '@/trpc/monitor-view';
import { LinkButton } from '@/ui/shell/link-button';
import { OFFLINE, useOffline } from '@/ui/shell/use-offline';
import { useClock } from '@/ui/time/clock';

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
  /** Whether *Check all* has just been pressed. */
  pending: boolean;
  checkAll: () => void;
  /** Begins to select. */
  select: () => void;
}

/** What can be done with all monitors at once. */
export function DashboardActions({ monitors, limit, pending, checkAll, select }: DashboardActionsProps) {
  const ready = useClock((now) => countCheckable(monitors, now));
  const offline = useOffline();
  return (
    <>
      <Button variant="subtle" onClick={select}>
        Select
      </Button>
      <Button
        variant="default"
        loading={pending}
        disabled={ready === 0 || offline}
        title={offline ? `${OFFLINE}: nothing can be sent.` : undefined}
        onClick={checkAll}
      >
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
