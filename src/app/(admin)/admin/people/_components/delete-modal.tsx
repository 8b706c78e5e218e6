'use client';

import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { readFailure, useTRPC } from '@/trpc/client';
import { FormAlert } from '@/ui/form/form-alert';
import { notify } from '@/ui/notify';
import { useTimeZone } from '@/ui/time/clock';
import { formatDay } from '@/ui/time/time-words';
import { useRefetchAdmin } from '../../_components/admin-cache';
import { ReasonField } from './reason-field';
import type { PersonView } from './use-person-acts';

interface DeleteModalProps {
  person: PersonView;
  opened: boolean;
  onClose: () => void;
}

/** Asks once, with the address typed, before somebody's account is to be deleted. */
export function DeleteModal({ person, opened, onClose }: DeleteModalProps) {
  const trpc = useTRPC();
  const refetch = useRefetchAdmin();
  const timeZone = useTimeZone();
  const [email, setEmail] = useState('');
  const [reason, setReason] = useState('');
  const remove = useMutation(
    trpc.admin.people.delete.mutationOptions({
      onSettled: refetch,
      onSuccess: (removedAt) => {
        const day = formatDay(removedAt, timeZone);
        notify({ message: `The account of ${person.name} is deleted on ${day}. A mail tells them.` });
        setEmail('');
        setReason('');
        onClose();
      },
    }),
  );
  const isTyped = email.trim().toLowerCase() === person.email.toLowerCase();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={`Delete the account of ${person.name}?`}
      closeButtonProps={{ 'aria-label': 'Close' }}
      centered
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isTyped) remove.mutate({ id: person.id, email, reason });
        }}
      >
        <Stack>
          <Text>
            As when somebody leaves by themselves: they are signed out, mailed, and in seven days the account
            {person.monitorCount === 0 ? null : `, its ${monitorsWords(person.monitorCount)}`} and all history are gone
            for good. Until then they or an admin can keep it.
          </Text>
          <TextInput
            type="email"
            label={`Type ${person.email}`}
            autoComplete="off"
            required
            data-autofocus
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <ReasonField
            description="For admins; it stays in the audit with the account."
            value={reason}
            onChange={setReason}
          />
          <FormAlert message={remove.isError ? readFailure(remove.error).message : null} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" color="red" disabled={!isTyped} loading={remove.isPending}>
              Delete in seven days
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

const monitorsWords = (count: number) => (count === 1 ? 'monitor' : `${count} monitors`);
