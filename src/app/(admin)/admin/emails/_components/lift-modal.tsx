'use client';

import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { readFailure, useTRPC } from '@/trpc/client';
import { FormAlert } from '@/ui/form/form-alert';
import { notify } from '@/ui/notify';
import { useRefetchAdmin } from '../../_components/admin-cache';

interface LiftModalProps {
  suppression: { id: string; email: string };
  opened: boolean;
  onClose: () => void;
}

/** Asks once before an address has email again: one that bounces or complains anew costs our name. */
export function LiftModal({ suppression: { id, email }, opened, onClose }: LiftModalProps) {
  const trpc = useTRPC();
  const refetch = useRefetchAdmin();
  const lift = useMutation(
    trpc.admin.emails.lift.mutationOptions({
      onSettled: refetch,
      onSuccess: () => {
        notify({ message: `${email} gets email again.` });
        onClose();
      },
    }),
  );
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={`Send email to ${email} again?`}
      closeButtonProps={{ 'aria-label': 'Close' }}
      centered
    >
      <Stack>
        <Text>
          What was told of this address until now counts no more, here and on the mail service’s own lists. If it
          bounces or complains again, it is back here at once.
        </Text>
        <FormAlert message={lift.isError ? readFailure(lift.error).message : null} />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose} data-autofocus>
            Cancel
          </Button>
          <Button loading={lift.isPending} onClick={() => lift.mutate({ id })}>
            Lift
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
