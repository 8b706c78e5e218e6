'use client';

import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { readFailure, useTRPC } from '@/trpc/client';
import type { MonitorView } from '@/trpc/monitor-view';
import { FormAlert } from '@/ui/form/form-alert';
import { useMonitorCache } from '@/ui/monitor/use-monitor-cache';

interface DeleteModalProps {
  monitor: MonitorView;
  opened: boolean;
  onClose: () => void;
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** Names what is lost, then deletes. */
export function DeleteModal({ monitor, opened, onClose }: DeleteModalProps) {
  const trpc = useTRPC();
  const router = useRouter();
  const cache = useMonitorCache();
  const remove = useMutation(
    trpc.monitors.delete.mutationOptions({
      onSuccess: () => {
        notifications.show({ message: `“${monitor.name}” was deleted.` });
        router.push('/dashboard');
        void cache.refetch();
      },
    }),
  );
  const { evaluationCount, triggerCount } = monitor;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={<Text fw={650}>Delete “{monitor.name}”?</Text>}
      closeButtonProps={{ 'aria-label': 'Close' }}
      centered
    >
      <Stack>
        <Text>
          {`Its history goes with it: ${counted(evaluationCount, 'check', 'checks')} with values, quotes and `}
          {`pictures, and ${counted(triggerCount, 'alert', 'alerts')}.`} This cannot be undone. To keep it, pause the
          monitor instead.
        </Text>
        <FormAlert message={remove.isError ? readFailure(remove.error).message : null} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose} data-autofocus>
            Keep it
          </Button>
          <Button
            color="red"
            loading={remove.isPending || remove.isSuccess}
            onClick={() => remove.mutate({ id: monitor.id })}
          >
            Delete monitor
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
