'use client';

import { PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { KeptAccess, StandingAccess } from '@/domain/account/account-access';
import { useCall } from '@/trpc/call';
import { KeepAccess } from '@/ui/account/keep-access';
import { FormAlert } from '@/ui/form/form-alert';
import { firstMessages, lazyValidate, useEarlyInput } from '@/ui/form/form-values';
import { ReadyButton } from '@/ui/ready-button';
import { LinkButton } from '@/ui/shell/link-button';
import { PasswordRules } from './password-rules';

const schemas = () => import('@/domain/account/account-input');

/** Asks for the address; says the same whether it has an account or not. */
export function ForgotForm({ local }: { local: boolean }) {
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '' },
    validate: lazyValidate(async () => (await schemas()).EmailRequest),
  });
  const ask = useCall((client, input: { email: string }) => client.auth.forgotPassword.mutate(input), {
    onFailed: ({ fields }) => form.setErrors(firstMessages(fields)),
  });
  const early = useEarlyInput((_, value) => form.setFieldValue('email', value));
  if (ask.done) {
    return (
      <Stack gap="xs" role="status">
        <Title order={2} fz="h4">
          {local ? 'Look into the terminal' : 'Look into your mail'}
        </Title>
        <Text>
          If {ask.done.input.email} has an account, a link for a new password{' '}
          {local ? 'now stands in the terminal that started this copy, and in its outbox.' : 'is on its way.'} It works
          once, for an hour.
        </Text>
      </Stack>
    );
  }
  return (
    <form ref={early} onSubmit={form.onSubmit((values) => ask.call(values))} noValidate>
      <Stack>
        <FormAlert message={ask.failure?.message ?? null} />
        <TextInput
          label="Email"
          type="email"
          autoComplete="email"
          required
          withAsterisk={false}
          key={form.key('email')}
          {...form.getInputProps('email')}
        />
        <ReadyButton type="submit" fullWidth loading={form.submitting || ask.pending}>
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
  const [password, setPassword] = useState('');
  const [keep, setKeep] = useState<KeptAccess>({});
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { password: '' },
    validate: lazyValidate(async () => (await schemas()).ResetPasswordInput.pick({ password: true })),
    onValuesChange: (values) => setPassword(values.password),
  });
  const reset = useCall(
    (client, input: { password: string }) => client.auth.resetPassword.mutate({ ...input, secret, keep }),
    { onFailed: ({ fields }) => form.setErrors(firstMessages(fields)) },
  );
  if (reset.done) {
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
    <form onSubmit={form.onSubmit((values) => reset.call(values))} noValidate>
      <Stack>
        <FormAlert message={reset.failure?.message ?? null} />
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
        <ReadyButton type="submit" fullWidth loading={form.submitting || reset.pending}>
          Set the password
        </ReadyButton>
      </Stack>
    </form>
  );
}
