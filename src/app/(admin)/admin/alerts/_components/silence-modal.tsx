'use client';

import { Button, Group, Modal, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { readFailure, useTRPC } from '@/trpc/client';
import { FormAlert } from '@/ui/form/form-alert';
import { notify } from '@/ui/notify';
import { useRefetchAdmin } from '../../_components/admin-cache';
import type { RuleView } from './alert-words';

interface SilenceModalProps {
  /** `subject` null: all that the rule speaks of. */
  what: { rule: RuleView['name']; subject: string | null; title: string };
  opened: boolean;
  onClose: () => void;
}

const HOUR_MS = 3_600_000;
const LENGTHS = [
  { value: '1', label: 'One hour' },
  { value: '4', label: '4 hours' },
  { value: '24', label: 'One day' },
  { value: '168', label: 'One week' },
  { value: '720', label: '30 days' },
];

/** Says what a silence does, and asks for how long and why. */
export function SilenceModal({ what: { rule, subject, title }, opened, onClose }: SilenceModalProps) {
  const trpc = useTRPC();
  const refetch = useRefetchAdmin();
  const [hours, setHours] = useState('4');
  const [reason, setReason] = useState('');
  const silence = useMutation(
    trpc.admin.alerts.silence.mutationOptions({
      onSettled: refetch,
      onSuccess: () => {
        notify({ message: `“${title}” is silent.` });
        setReason('');
        onClose();
      },
    }),
  );
  const send = () => silence.mutate({ rule, subject, reason, until: new Date(Date.now() + Number(hours) * HOUR_MS) });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={`Silence “${title}”${subject ? ` for ${subject}` : ''}?`}
      closeButtonProps={{ 'aria-label': 'Close' }}
      centered
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Stack>
          <Text>
            Until then nobody is told when it begins. What lasts longer is told afterwards, and the end of what was told
            is told as ever. This page shows it all the same.
          </Text>
          <NativeSelect
            label="For how long?"
            data={LENGTHS}
            value={hours}
            onChange={(event) => setHours(event.currentTarget.value)}
          />
          <Textarea
            label="Why?"
            description="For admins, and kept in the audit: no names or addresses of people."
            autosize
            minRows={2}
            maxLength={500}
            required
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <FormAlert message={silence.isError ? readFailure(silence.error).message : null} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={silence.isPending}>
              Silence
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
