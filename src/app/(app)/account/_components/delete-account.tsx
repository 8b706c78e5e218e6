'use client';

import { Button, Card, Group, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { readFailure, useTRPC } from '@/trpc/client';
import { FormAlert } from '@/ui/form/form-alert';
import { useLocale } from '@/ui/locale';
import { formatDateTime } from '@/ui/time/time-words';
import classes from './account.module.css';

interface DeleteAccountProps {
  hasPassword: boolean;
  /** When everything is removed; null unless asked for. */
  removedAt: Date | null;
  timeZone: string;
}

/** Asks for the deletion of the account, and takes that back. */
export function DeleteAccount({ hasPassword, removedAt, timeZone }: DeleteAccountProps) {
  const locale = useLocale();
  return (
    <Card component="section" aria-labelledby="delete" withBorder className={classes.danger}>
      <Title order={2} fz="h4" id="delete" mb={4}>
        Delete the account
      </Title>
      {removedAt ? <Keep removedAt={formatDateTime(removedAt, timeZone, locale)} /> : <Ask hasPassword={hasPassword} />}
    </Card>
  );
}

function Keep({ removedAt }: { removedAt: string }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const keep = useMutation(
    trpc.account.keepAccount.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.account.access.queryFilter()),
    }),
  );
  return (
    <Stack gap="sm" align="flex-start">
      <FormAlert message={keep.isError ? readFailure(keep.error).message : null} />
      <Text>
        Your account, your monitors and their history will be deleted on <strong>{removedAt}</strong>.
      </Text>
      <Button loading={keep.isPending} onClick={() => keep.mutate()}>
        Keep my account
      </Button>
    </Stack>
  );
}

function Ask({ hasPassword }: { hasPassword: boolean }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState(false);
  const [password, setPassword] = useState('');
  const ask = useMutation(
    trpc.account.requestDeletion.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.account.pathFilter()),
    }),
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (open) ask.mutate({ password });
        else setOpen(true);
      }}
    >
      <Stack align="stretch">
        <div className={classes.dangerRow}>
          <Text size="sm" c="dimmed">
            Removes your account, your monitors, their history and your mails for good. You have seven days to change
            your mind. Fetch your data first if you want to keep it.
          </Text>
          {open ? null : (
            <Button type="submit" color="red" variant="light">
              Delete my account
            </Button>
          )}
        </div>
        <FormAlert message={ask.isError ? readFailure(ask.error).message : null} />
        {open && hasPassword ? (
          <PasswordInput
            label="Present password"
            autoComplete="current-password"
            data-autofocus
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password', tabIndex: 0 }}
          />
        ) : null}
        {open ? (
          <Group>
            <Button type="submit" color="red" loading={ask.isPending}>
              Delete everything in seven days
            </Button>
            <Button variant="default" onClick={() => setOpen(false)}>
              Cancel
            </Button>
          </Group>
        ) : null}
      </Stack>
    </form>
  );
}
