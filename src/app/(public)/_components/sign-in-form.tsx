'use client';

import { PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useCall } from '@/trpc/call';
import { FailureAlert } from '@/ui/form/failure-alert';
import { firstMessages, lazyValidate, useEarlyInput } from '@/ui/form/form-values';
import { ReadyButton } from '@/ui/ready-button';

export function SignInForm({ next }: { next: string }) {
  const [leaving, setLeaving] = useState(false);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: lazyValidate(async () => (await import('@/domain/account/account-input')).LoginSchema),
  });
  const signIn = useCall((client, input: typeof form.values) => client.auth.signIn.mutate(input), {
    // A full load, so that nothing of the visitor before stays in the page.
    onDone: () => {
      setLeaving(true);
      window.location.assign(next);
    },
    onFailed: ({ fields }) => form.setErrors(firstMessages(fields)),
  });
  const early = useEarlyInput((name, value) => form.setFieldValue(name, value));
  return (
    <form ref={early} onSubmit={form.onSubmit((values) => signIn.call(values))} noValidate>
      <Stack>
        <FailureAlert failure={signIn.failure} />
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
        <ReadyButton type="submit" fullWidth mt="xs" loading={form.submitting || signIn.pending || leaving}>
          Sign in
        </ReadyButton>
      </Stack>
    </form>
  );
}
