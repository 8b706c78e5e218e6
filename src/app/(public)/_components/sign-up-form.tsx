'use client';

import { PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useCall } from '@/trpc/call';
import { FormAlert } from '@/ui/form/form-alert';
import { firstMessages, lazyValidate, useEarlyInput } from '@/ui/form/form-values';
import { ReadyButton } from '@/ui/ready-button';
import { PasswordRules } from './password-rules';

const CheckMail = dynamic(() => import('./check-mail').then((module) => module.CheckMail), { ssr: false });

/** The zone of this browser; times in mails and pages are shown in it. */
function browserTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

export function SignUpForm({ next }: { next: string }) {
  const [leaving, setLeaving] = useState(false);
  const [password, setPassword] = useState('');
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '', email: '', password: '' },
    validate: lazyValidate(async () => (await import('@/domain/account/account-input')).CreateUserSchema),
    onValuesChange: (values) => setPassword(values.password),
  });
  const register = useCall(
    (client, input: typeof form.values) => client.auth.register.mutate({ ...input, timeZone: browserTimeZone() }),
    {
      onDone: ({ signedIn }) => {
        if (!signedIn) return;
        setLeaving(true);
        window.location.assign(next);
      },
      onFailed: ({ fields }) => form.setErrors(firstMessages(fields)),
    },
  );
  const { failure, done } = register;
  const general = failure && Object.keys(failure.fields).length === 0 ? failure.message : null;
  const early = useEarlyInput((name, value) => form.setFieldValue(name, value));
  if (done && !done.output.signedIn)
    return <CheckMail email={done.input.email} outboxTicket={done.output.outboxTicket} />;
  return (
    <form ref={early} onSubmit={form.onSubmit((values) => register.call(values))} noValidate>
      <Stack>
        <FormAlert message={general} />
        <TextInput
          label="Name"
          autoComplete="name"
          required
          withAsterisk={false}
          key={form.key('name')}
          {...form.getInputProps('name')}
        />
        <TextInput
          label="Email"
          type="email"
          autoComplete="email"
          required
          withAsterisk={false}
          key={form.key('email')}
          {...form.getInputProps('email')}
        />
        <div>
          <PasswordInput
            label="Password"
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
        <ReadyButton type="submit" fullWidth mt="xs" loading={form.submitting || register.pending || leaving}>
          Create account
        </ReadyButton>
      </Stack>
    </form>
  );
}
