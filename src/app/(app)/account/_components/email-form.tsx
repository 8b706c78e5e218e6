'use client';

import { Button, Card, Group, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ChangeEmailInput } from '@/domain/account/account-input';
import { readFailure, useTRPC } from '@/trpc/client';
import { FormAlert } from '@/ui/form/form-alert';
import { firstMessages, zodValidate } from '@/ui/form/form-values';

interface EmailFormProps {
  email: string;
  /** The address that still has to be confirmed, with the present one. */
  pending: string | null;
  hasPassword: boolean;
}

/** Moves the account to another address. */
export function EmailForm({ email, pending, hasPassword }: EmailFormProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const form = useForm({ initialValues: { email: '', password: '' }, validate: zodValidate(ChangeEmailInput) });
  const refetch = () => queryClient.invalidateQueries(trpc.account.access.queryFilter());
  const change = useMutation(
    trpc.account.changeEmail.mutationOptions({
      onSuccess: () => {
        form.reset();
        return refetch();
      },
      onError: (error) => form.setErrors(firstMessages(readFailure(error).fields)),
    }),
  );
  const cancel = useMutation(trpc.account.cancelEmailChange.mutationOptions({ onSettled: refetch }));
  const failure = change.isError ? readFailure(change.error) : null;
  const general = failure && Object.keys(failure.fields).length === 0 ? failure.message : null;
  return (
    <Card component="section" aria-labelledby="email">
      <Title order={2} fz="h4" id="email" mb={4}>
        Email address
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        Alerts go to {email}. To move, confirm the links that we mail to both addresses.
      </Text>
      {pending ? (
        <Group role="status" gap="sm">
          <Text size="sm">
            Moving to <strong>{pending}</strong>: open the mails at both addresses.
          </Text>
          <Button size="xs" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
            Stay with {email}
          </Button>
        </Group>
      ) : (
        <form onSubmit={form.onSubmit((values) => change.mutate(values))} noValidate>
          <Stack>
            <FormAlert message={general} />
            <TextInput label="New address" type="email" autoComplete="email" {...form.getInputProps('email')} />
            {hasPassword ? (
              <PasswordInput
                label="Password"
                autoComplete="current-password"
                visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password', tabIndex: 0 }}
                {...form.getInputProps('password')}
              />
            ) : null}
            <Group>
              <Button type="submit" variant="default" loading={change.isPending}>
                Change address
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Card>
  );
}
