'use client';

import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { readFailure, useTRPC } from '@/trpc/client';
import type { MonitorView } from '@/trpc/monitor-view';
import { useClock } from '@/ui/clock';
import { EmptyState } from '@/ui/empty-state';
import { FormAlert } from '@/ui/form-alert';
import { LinkButton } from '@/ui/link-button';
import { PageHeading } from '@/ui/page-heading';
import { AllowanceMeter } from './allowance-meter';
import { CardSkeletons } from './card-skeletons';
import { MonitorCard } from './monitor-card';
import classes from './monitor-card.module.css';
import { checkable, useCheckAll } from './use-check-all';

/** Streams that are open at a time: a browser keeps six connections to a server, and other calls need some. */
const MOST_FOLLOWED = 3;

function followed(monitors: readonly MonitorView[]): Set<string> {
  const live = monitors.filter(({ liveEvaluationId }) => liveEvaluationId !== null);
  return new Set(live.slice(0, MOST_FOLLOWED).map(({ id }) => id));
}

function Actions({ monitors, limit }: { monitors: readonly MonitorView[]; limit: number }) {
  const checkAll = useCheckAll();
  const ready = useClock((now) => checkable(monitors, now).length);
  const full = monitors.length >= limit;
  return (
    <>
      <Button
        variant="default"
        loading={checkAll.pending}
        disabled={ready === 0}
        onClick={() => checkAll.start(checkable(monitors, Date.now()))}
      >
        Check all
      </Button>
      {full ? (
        <Button disabled title={`You have ${limit} monitors, which is the most. Delete one to make room.`}>
          New monitor
        </Button>
      ) : (
        <LinkButton href="/monitors/new">New monitor</LinkButton>
      )}
    </>
  );
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
  const follow = followed(monitors);
  return (
    <>
      <PageHeading
        title="My monitors"
        actions={monitors.length > 0 ? <Actions monitors={monitors} limit={limit} /> : null}
      />
      {list.data ? <AllowanceMeter monitors={monitors.length} limit={limit} /> : null}
      <FormAlert message={list.isError ? readFailure(list.error).message : null} />
      {list.isPending ? <CardSkeletons /> : null}
      {list.data && monitors.length === 0 ? <FirstMonitor /> : null}
      {monitors.length > 0 ? (
        <ul className={classes.grid}>
          {monitors.map((monitor) => (
            <li key={monitor.id}>
              <MonitorCard monitor={monitor} follow={follow.has(monitor.id)} />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
