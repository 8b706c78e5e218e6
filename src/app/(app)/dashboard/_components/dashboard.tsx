'use client';

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readFailure, useTRPC } from '@/trpc/client';
import type { MonitorView } from '@/trpc/monitor-view';
import { FormAlert } from '@/ui/form/form-alert';
import { EmptyState } from '@/ui/shell/empty-state';
import { LinkButton } from '@/ui/shell/link-button';
import { PageHeading } from '@/ui/shell/page-heading';
import { useClock } from '@/ui/time/clock';
import { AllowanceMeter } from './allowance-meter';
import { CardSkeletons } from './card-skeletons';
import classes from './dashboard.module.css';
import { MonitorCard } from './monitor-card';
import { RefreshPanel } from './refresh-panel';
import { type RefreshOfMany, useRefreshOfMany } from './use-refresh-of-many';

/** Streams that are open at a time: a browser keeps six connections to a server, and other calls need some. */
const MOST_FOLLOWED = 3;

/** Those that no refresh of many follows already. */
function followed(monitors: readonly MonitorView[], refresh: RefreshOfMany): Set<string> {
  const live = monitors.filter(
    ({ id, liveEvaluationId }) => liveEvaluationId !== null && refresh.checkOf(id)?.evaluationId !== liveEvaluationId,
  );
  return new Set(live.slice(0, MOST_FOLLOWED).map(({ id }) => id));
}

function FirstMonitor() {
  return (
    <EmptyState
      title="Nothing to wait for yet"
      action={<LinkButton href="/monitors/new">Create your first monitor</LinkButton>}
    >
      Write one sentence about a public web page. You will see what was understood, and what the page says now, before
      anything is saved.
    </EmptyState>
  );
}

/** Every monitor of the person, as cards that can be checked. */
export function Dashboard() {
  const trpc = useTRPC();
  const list = useQuery(trpc.monitors.list.queryOptions());
  const { monitors = [], limit = 0 } = list.data ?? {};
  const refresh = useRefreshOfMany();
  const [selected, select] = useState<ReadonlySet<string> | null>(null);
  const follow = followed(monitors, refresh);
  const toggle = (id: string) => {
    const rest = new Set(selected);
    if (!rest.delete(id)) rest.add(id);
    select(rest);
  };
  const actions = { monitors, limit, refresh, selected, select };
  return (
    <>
      <PageHeading title="My monitors" actions={monitors.length > 0 ? <DashboardActions {...actions} /> : null} />
      {list.data ? <AllowanceMeter monitors={monitors.length} limit={limit} /> : null}
      {refresh.batch ? <RefreshPanel batch={refresh.batch} close={refresh.close} /> : null}
      <FormAlert message={list.isError ? readFailure(list.error).message : null} />
      {list.isPending ? <CardSkeletons /> : null}
      {list.data && monitors.length === 0 ? <FirstMonitor /> : null}
      {monitors.length > 0 ? (
        <ul className={classes.grid}>
          {monitors.map((monitor) => (
            <li key={monitor.id}>
              <MonitorCard
                monitor={monitor}
                follow={follow.has(monitor.id)}
                shared={refresh.checkOf(monitor.id)}
                selection={
                  selected ? { selected: selected.has(monitor.id), toggle: () => toggle(monitor.id) } : undefined
                }
              />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

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
function DashboardActions({ monitors, limit, refresh, selected, select }: DashboardActionsProps) {
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
