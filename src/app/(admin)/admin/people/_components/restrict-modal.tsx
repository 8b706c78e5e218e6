'use client';

import { Button, Group, Modal, NumberInput, Select, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { RestrictInput } from '@/domain/account/administration';
import { RestrictionKind } from '@/domain/account/judge-abuse';
import { readFailure, useTRPC } from '@/trpc/client';
import { FormAlert } from '@/ui/form/form-alert';
import { notify } from '@/ui/notify';
import { useRefetchAdmin } from '../../_components/admin-cache';
import { RESTRICTION_WORDS } from '../../_components/restriction-words';
import { ReasonField } from './reason-field';
import type { PersonView } from './use-person-acts';

interface RestrictModalProps {
  person: PersonView;
  opened: boolean;
  onClose: () => void;
}

const KINDS = RestrictionKind.options.map((value) => ({ value, label: RESTRICTION_WORDS[value] }));

/** Closes something to a person for some days; they read why. */
export function RestrictModal({ person, opened, onClose }: RestrictModalProps) {
  const trpc = useTRPC();
  const refetch = useRefetchAdmin();
  const [kind, setKind] = useState<RestrictionKind>('refresh');
  const [days, setDays] = useState<number | string>(7);
  const [reason, setReason] = useState('');
  const restrict = useMutation(
    trpc.admin.people.restrict.mutationOptions({
      onSettled: refetch,
      onSuccess: () => {
        notify({ message: `${person.name} is restricted.` });
        setReason('');
        onClose();
      },
    }),
  );
  const wrongDays = RestrictInput.shape.days.safeParse(days).error?.issues[0]?.message;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={`Restrict ${person.name}?`}
      closeButtonProps={{ 'aria-label': 'Close' }}
      centered
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!wrongDays) restrict.mutate({ id: person.id, kind, days: Number(days), reason });
        }}
      >
        <Stack>
          <Text>{person.email} can still see and delete their monitors, export their data and leave.</Text>
          <Select
            label="What is closed"
            data={KINDS}
            allowDeselect={false}
            value={kind}
            onChange={(value) => setKind(RestrictionKind.parse(value))}
          />
          <NumberInput
            label="For how many days"
            min={1}
            allowDecimal={false}
            value={days}
            error={wrongDays}
            onChange={setDays}
          />
          <ReasonField
            description="They read it; it stays in the audit with the account."
            value={reason}
            onChange={setReason}
          />
          <FormAlert message={restrict.isError ? readFailure(restrict.error).message : null} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" color="red" loading={restrict.isPending}>
              Restrict
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
