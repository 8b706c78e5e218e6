'use client';

import { Button, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { readFailure, useTRPC } from '@/trpc/client';
import type { MonitorView } from '@/trpc/monitor-view';
import { CheckButton } from '@/ui/monitor/check-button';
import { StatusMark } from '@/ui/monitor/status-mark';
import type { Check } from '@/ui/monitor/use-check';
import { useMonitorCache } from '@/ui/monitor/use-monitor-cache';
import { notify } from '@/ui/notify';
import { ComeAlive } from '@/ui/shell/come-alive';
import { LinkButton, TextLink } from '@/ui/shell/link-button';
import classes from './monitor-detail.module.css';

const DeleteModal = dynamic(() => import('@/ui/removal/delete-modal').then((module) => module.DeleteModal), {
  ssr: false,
});

function PauseButton({ monitor }: { monitor: MonitorView }) {
  const trpc = useTRPC();
  const cache = useMonitorCache();
  const update = useMutation(
    trpc.monitors.update.mutationOptions({
      // It stands there at once, and is taken back where it failed.
      onMutate: ({ isActive }) => (isActive === undefined ? undefined : cache.patch(monitor.id, { isActive })),
      onSuccess: (updated) => {
        cache.patch(updated.id, updated);
        const message = updated.isActive
          ? 'Resumed. It keeps its last value and its memory.'
          : 'Paused. It cannot be checked and sends nothing until you resume it.';
        notify({ message });
      },
      onError: (error, { isActive }) => {
        cache.patch(monitor.id, { isActive: isActive !== true });
        notify({ color: 'red', title: 'Nothing was changed', message: readFailure(error).message });
      },
    }),
  );
  return (
    <Button
      variant="default"
      aria-disabled={update.isPending || undefined}
      onClick={() => update.isPending || update.mutate({ id: monitor.id, isActive: !monitor.isActive })}
    >
      {monitor.isActive ? 'Pause' : 'Resume'}
    </Button>
  );
}

/** Makes a second one of the same contract, and goes to where it is made different. */
function DuplicateButton({ monitor }: { monitor: MonitorView }) {
  const trpc = useTRPC();
  const router = useRouter();
  const cache = useMonitorCache();
  const duplicate = useMutation(
    trpc.monitors.duplicate.mutationOptions({
      onSuccess: ({ id, name }) => {
        notify({ message: `“${name}” was made. Change what is to be different.` });
        void cache.refetch();
        router.push(`/monitors/${id}/edit`);
      },
      onError: (error) => notify({ color: 'red', title: 'It was not duplicated', message: readFailure(error).message }),
    }),
  );
  return (
    <Button
      variant="default"
      loading={duplicate.isPending || duplicate.isSuccess}
      onClick={() => duplicate.mutate({ id: monitor.id })}
    >
      Duplicate
    </Button>
  );
}

/** Name, status and what can be done with the monitor. */
export function MonitorHeader({ monitor, check }: { monitor: MonitorView; check: Check }) {
  const router = useRouter();
  const [deleting, setDeleting] = useState(false);
  // Its scripts come with the first question.
  const [asked, ask] = useState(false);
  return (
    <header className={classes.top}>
      <ComeAlive part="main" />
      <div>
        <TextLink href="/dashboard" size="sm" c="dimmed">
          My monitors
        </TextLink>
      </div>
      <div className={classes.heading}>
        <div>
          <Title order={1}>{monitor.name}</Title>
          <StatusMark monitor={monitor} />
        </div>
        <div className={classes.actions}>
          <CheckButton check={check} isActive={monitor.isActive} />
          <LinkButton href={`/monitors/${monitor.id}/edit`} variant="default">
            Edit
          </LinkButton>
          <PauseButton monitor={monitor} />
          <DuplicateButton monitor={monitor} />
          <Button variant="default" c="var(--mantine-color-error)" onClick={() => [ask(true), setDeleting(true)]}>
            Delete
          </Button>
        </div>
      </div>
      {asked ? (
        <DeleteModal
          monitors={[monitor]}
          opened={deleting}
          onClose={() => setDeleting(false)}
          onGone={() => router.push('/dashboard')}
          onBack={() => router.push(`/monitors/${monitor.id}`)}
        />
      ) : null}
    </header>
  );
}
