'use client';

import { Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { EmailRequest } from '@/domain/account/account-input';
import { readFailure, useTRPC } from '@/trpc/client';
import { FormAlert } from '@/ui/form/form-alert';
import { useEarlyInput } from '@/ui/form/use-early-input';
import { firstMessages, zodValidate } from '@/ui/form/zod-validate';
import { ReadyButton } from '@/ui/ready-button';

/** Asks for the address; says the same whether it has an account or not. */
export function ForgotForm({ local }: { local: boolean }) {
  const trpc = useTRPC();
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '' },
    validate: zodValidate(EmailRequest),
  });
  const ask = useMutation(
    trpc.auth.forgotPassword.mutationOptions({
      onError: (error) => form.setErrors(firstMessages(readFailure(error).fields)),
    }),
  );
  const early = useEarlyInput((_, value) => form.setFieldValue('email', value));
  if (ask.isSuccess) {
    return (
      <Stack gap="xs" role="status">
        <Title order={2} fz="h4">
          {local ? 'Look into the terminal' : 'Look into your mail'}
        </Title>
        <Text>
          If {ask.variables.email} has an account, a link for a new password{' '}
          {local ? 'now stands in the terminal that started this copy, and in its outbox.' : 'is on its way.'} It works
          once, for an hour.
        </Text>
      </Stack>
    );
  }
  return (
    <form ref={early} onSubmit={form.onSubmit((values) => ask.mutate(values))} noValidate>
      <Stack>
        <FormAlert message={ask.isError ? readFailure(ask.error).message : null} />
        <TextInput
          label="Email"
          type="email"
          autoComplete="email"
          required
          withAsterisk={false}
          key={form.key('email')}
          {...form.getInputProps('email')}
        />
        <ReadyButton type="submit" fullWidth loading={ask.isPending}>
          Mail me a link
        </ReadyButton>
      </Stack>
    </form>
  );
}
