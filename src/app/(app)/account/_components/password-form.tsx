'use client';

import { Button, Card, Group, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { KeptAccess, StandingAccess } from '@/domain/account/account-access';
import { ChangePasswordInput } from '@/domain/account/account-input';
import { readFailure, useTRPC } from '@/trpc/client';
import { KeepAccess } from '@/ui/account/keep-access';
import { FormAlert } from '@/ui/form/form-alert';
import { firstMessages, zodValidate } from '@/ui/form/form-values';
import { notify } from '@/ui/notify';

const toggle = { 'aria-label': 'Show or hide the password', tabIndex: 0 };

/** Changes the password, or sets the first one where the account signs in with Google. */
export function PasswordForm({ hasPassword, standing }: { hasPassword: boolean; standing: StandingAccess }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [keep, setKeep] = useState<KeptAccess>({});
  const form = useForm({
    initialValues: { password: '', newPassword: '' },
    validate: zodValidate(ChangePasswordInput),
  });
  const change = useMutation(
    trpc.account.changePassword.mutationOptions({
      onSuccess: () => {
        form.reset();
        setKeep({});
        notify({ message: 'Your password was changed. Other browsers were signed out.' });
        return queryClient.invalidateQueries(trpc.account.pathFilter());
      },
      onError: (error) => form.setErrors(firstMessages(readFailure(error).fields)),
    }),
  );
  const failure = change.isError ? readFailure(change.error) : null;
  const general = failure && Object.keys(failure.fields).length === 0 ? failure.message : null;
  return (
    <Card component="section" aria-labelledby="password">
      <Title order={2} fz="h4" id="password" mb={4}>
        Password
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {hasPassword
          ? 'A new password signs out your other browsers.'
          : 'You sign in with Google. Set a password to have a second way in.'}
      </Text>
      <form onSubmit={form.onSubmit((values) => change.mutate({ ...values, keep }))} noValidate>
        <Stack>
          <FormAlert message={general} />
          {hasPassword ? (
            <PasswordInput
              label="Present password"
              autoComplete="current-password"
              visibilityToggleButtonProps={toggle}
              {...form.getInputProps('password')}
            />
          ) : null}
          <PasswordInput
            label="New password"
            description="8 characters or more, with upper-case and lower-case letters and a digit."
            autoComplete="new-password"
            visibilityToggleButtonProps={toggle}
            {...form.getInputProps('newPassword')}
          />
          <KeepAccess standing={standing} keep={keep} onChange={setKeep} />
          <Group>
            <Button type="submit" loading={change.isPending}>
              {hasPassword ? 'Change password' : 'Set password'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
