'use client';

import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { readFailure, useTRPC } from '@/trpc/client';
import { FormAlert } from '@/ui/form/form-alert';
import { notify } from '@/ui/notify';
import { useRefetchAdmin } from '../../_components/admin-cache';
import { ReasonField } from './reason-field';
import type { PersonView } from './use-person-acts';

interface SuspendModalProps {
  person: PersonView;
  opened: boolean;
  onClose: () => void;
}

/** Says what suspending does and asks why, since its person will want to know. */
export function SuspendModal({ person, opened, onClose }: SuspendModalProps) {
  const trpc = useTRPC();
  const refetch = useRefetchAdmin();
  const [reason, setReason] = useState('');
  const suspend = useMutation(
    trpc.admin.people.suspend.mutationOptions({
      onSettled: refetch,
      onSuccess: () => {
        notify({ message: `${person.name} is suspended and signed out everywhere.` });
        setReason('');
        onClose();
      },
    }),
  );
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={`Suspend ${person.name}?`}
      closeButtonProps={{ 'aria-label': 'Close' }}
      centered
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          suspend.mutate({ id: person.id, reason });
        }}
      >
        <Stack>
          <Text>
            {person.email} is signed out everywhere at once and cannot sign in until the suspension is lifted. Monitors
            and history stay.
          </Text>
          <ReasonField
            isFirst
            description="They read it when they try to sign in; it stays in the audit with the account."
            value={reason}
            onChange={setReason}
          />
          <FormAlert message={suspend.isError ? readFailure(suspend.error).message : null} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" color="red" loading={suspend.isPending}>
              Suspend
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
