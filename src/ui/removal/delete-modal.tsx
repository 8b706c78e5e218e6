'use client';

import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { readFailure } from '@/trpc/client';
import type { MonitorView } from '@/trpc/monitor-view';
import { FormAlert } from '../form/form-alert';
import { counted } from '../time/time-words';
import { useDiscard } from './use-discard';

interface DeleteModalProps {
  monitors: readonly MonitorView[];
  opened: boolean;
  onClose: () => void;
  /** What the page does once they are gone, and once they are back. */
  onGone?: () => void;
  onBack?: () => void;
}

const sumOf = (monitors: readonly MonitorView[], read: (monitor: MonitorView) => number) =>
  monitors.reduce((sum, monitor) => sum + read(monitor), 0);

/** Names what is lost, and asks once. */
export function DeleteModal({ monitors, opened, onClose, ...after }: DeleteModalProps) {
  const remove = useDiscard(monitors, after);
  const [first] = monitors;
  const one = monitors.length === 1;
  const checks = counted(
    sumOf(monitors, ({ evaluationCount }) => evaluationCount),
    'check',
  );
  const alerts = counted(
    sumOf(monitors, ({ triggerCount }) => triggerCount),
    'alert',
  );
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={<Text fw={650}>{one ? `Delete “${first?.name}”?` : `Delete ${monitors.length} monitors?`}</Text>}
      closeButtonProps={{ 'aria-label': 'Close' }}
      centered
    >
      <Stack>
        {one ? null : <Text>{monitors.map(({ name }) => `“${name}”`).join(', ')}</Text>}
        <Text>
          {`${one ? 'Its history goes with it' : 'Their history goes with them'}: ${checks} with values, quotes and `}
          {`pictures, and ${alerts}.`} You can take it back for ten seconds. To keep{' '}
          {one ? 'it, pause the monitor' : 'them, pause them'} instead.
        </Text>
        <FormAlert message={remove.isError ? readFailure(remove.error).message : null} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose} data-autofocus>
            {one ? 'Keep it' : 'Keep them'}
          </Button>
          <Button color="red" loading={remove.isPending || remove.isSuccess} onClick={() => remove.mutate()}>
            {one ? 'Delete monitor' : `Delete ${monitors.length} monitors`}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
