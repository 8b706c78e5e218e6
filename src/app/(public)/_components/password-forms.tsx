'use client';

import { PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { KeptAccess, StandingAccess } from '@/domain/account/account-access';
import { EmailRequest, ResetPasswordInput } from '@/domain/account/account-input';
import { readFailure, useTRPC } from '@/trpc/client';
import { KeepAccess } from '@/ui/account/keep-access';
import { FormAlert } from '@/ui/form/form-alert';
import { firstMessages, useEarlyInput, zodValidate } from '@/ui/form/form-values';
import { ReadyButton } from '@/ui/ready-button';
import { LinkButton } from '@/ui/shell/link-button';
import { PasswordRules } from './password-rules';

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

interface ResetFormProps {
  secret: string;
  email: string;
  /** What else opens the account. */
  standing: StandingAccess;
}

export function ResetForm({ secret, email, standing }: ResetFormProps) {
  const trpc = useTRPC();
  const [password, setPassword] = useState('');
  const [keep, setKeep] = useState<KeptAccess>({});
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { password: '' },
    validate: zodValidate(ResetPasswordInput.pick({ password: true })),
    onValuesChange: (values) => setPassword(values.password),
  });
  const reset = useMutation(
    trpc.auth.resetPassword.mutationOptions({
      onError: (error) => form.setErrors(firstMessages(readFailure(error).fields)),
    }),
  );
  if (reset.isSuccess) {
    return (
      <Stack role="status">
        <Title order={2} fz="h4">
          Your password is changed
        </Title>
        <Text>All browsers were signed out. Sign in with the new password; our mail says what else ended.</Text>
        <LinkButton href="/sign-in">Sign in</LinkButton>
      </Stack>
    );
  }
  return (
    <form onSubmit={form.onSubmit((values) => reset.mutate({ ...values, secret, keep }))} noValidate>
      <Stack>
        <FormAlert message={reset.isError ? readFailure(reset.error).message : null} />
        {/* Password managers store the new password under this name. */}
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <div>
          <PasswordInput
            label="New password"
            autoComplete="new-password"
            aria-describedby="password-rules"
            required
            withAsterisk={false}
            key={form.key('password')}
            {...form.getInputProps('password')}
            visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password', tabIndex: 0 }}
          />
          <PasswordRules id="password-rules" password={password} />
        </div>
        <KeepAccess standing={standing} keep={keep} onChange={setKeep} />
        <ReadyButton type="submit" fullWidth loading={reset.isPending}>
          Set the password
        </ReadyButton>
      </Stack>
    </form>
  );
}
