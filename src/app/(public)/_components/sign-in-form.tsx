'use client';

import { PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { LoginSchema } from '@/domain/account/account-input';
import { readFailure, useTRPC } from '@/trpc/client';
import { FormAlert } from '@/ui/form/form-alert';
import { firstMessages, useEarlyInput, zodValidate } from '@/ui/form/form-values';
import { ReadyButton } from '@/ui/ready-button';

export function SignInForm({ next }: { next: string }) {
  const trpc = useTRPC();
  const [leaving, setLeaving] = useState(false);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: zodValidate(LoginSchema),
  });
  const signIn = useMutation(
    trpc.auth.signIn.mutationOptions({
      // A full load, so that nothing of the visitor before stays in the page.
      onSuccess: () => {
        setLeaving(true);
        window.location.assign(next);
      },
      onError: (error) => form.setErrors(firstMessages(readFailure(error).fields)),
    }),
  );
  const early = useEarlyInput((name, value) => form.setFieldValue(name, value));
  return (
    <form ref={early} onSubmit={form.onSubmit((values) => signIn.mutate(values))} noValidate>
      <Stack>
        <FormAlert message={signIn.isError ? readFailure(signIn.error).message : null} />
        <TextInput
          label="Email"
          type="email"
          autoComplete="email"
          required
          withAsterisk={false}
          key={form.key('email')}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          key={form.key('password')}
          {...form.getInputProps('password')}
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password', tabIndex: 0 }}
        />
        <ReadyButton type="submit" fullWidth mt="xs" loading={signIn.isPending || leaving}>
          Sign in
        </ReadyButton>
      </Stack>
    </form>
  );
}
