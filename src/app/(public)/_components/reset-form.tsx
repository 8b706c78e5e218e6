'use client';

import { PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { KeptAccess, StandingAccess } from '@/domain/account/account-access';
import { ResetPasswordInput } from '@/domain/account/account-input';
import { readFailure, useTRPC } from '@/trpc/client';
import { KeepAccess } from '@/ui/account/keep-access';
import { FormAlert } from '@/ui/form/form-alert';
import { firstMessages, zodValidate } from '@/ui/form/zod-validate';
import { ReadyButton } from '@/ui/ready-button';
import { LinkButton } from '@/ui/shell/link-button';
import { PasswordRules } from './password-rules';

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
