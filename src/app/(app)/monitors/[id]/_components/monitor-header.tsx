'use client';

import { Button, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { readFailure, useTRPC } from '@/trpc/client';
import type { MonitorView } from '@/trpc/monitor-view';
import { CheckButton } from '@/ui/monitor/check-button';
import { StatusMark } from '@/ui/monitor/status-mark';
import type { Check } from '@/ui/monitor/use-check';
import { useMonitorCache } from '@/ui/monitor/use-monitor-cache';
import { LinkButton, TextLink } from '@/ui/shell/link-button';
import { DeleteModal } from './delete-modal';
import classes from './monitor-detail.module.css';

function PauseButton({ monitor }: { monitor: MonitorView }) {
  const trpc = useTRPC();
  const cache = useMonitorCache();
  const update = useMutation(
    trpc.monitors.update.mutationOptions({
      onSuccess: (updated) => {
        cache.patch(updated.id, updated);
        const message = updated.isActive
          ? 'Resumed. It keeps its last value and its memory.'
          : 'Paused. It cannot be checked and sends nothing until you resume it.';
        notifications.show({ message });
      },
      onError: (error) =>
        notifications.show({ color: 'red', title: 'Nothing was changed', message: readFailure(error).message }),
    }),
  );
  return (
    <Button
      variant="default"
      loading={update.isPending}
      onClick={() => update.mutate({ id: monitor.id, isActive: !monitor.isActive })}
    >
      {monitor.isActive ? 'Pause' : 'Resume'}
    </Button>
  );
}

/** Name, status and what can be done with the monitor. */
export function MonitorHeader({ monitor, check }: { monitor: MonitorView; check: Check }) {
  const [deleting, setDeleting] = useState(false);
  return (
    <header className={classes.top}>
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
          <Button variant="default" c="var(--mantine-color-error)" onClick={() => setDeleting(true)}>
            Delete
          </Button>
        </div>
      </div>
      <DeleteModal monitor={monitor} opened={deleting} onClose={() => setDeleting(false)} />
    </header>
  );
}
