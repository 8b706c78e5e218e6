'use client';

import { PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { CreateUserSchema } from '@/domain/account/account-input';
import { readFailure, useTRPC } from '@/trpc/client';
import { FormAlert } from '@/ui/form/form-alert';
import { firstMessages, useEarlyInput, zodValidate } from '@/ui/form/form-values';
import { ReadyButton } from '@/ui/ready-button';
import { CheckMail } from './check-mail';
import { PasswordRules } from './password-rules';

/** The zone of this browser; times in mails and pages are shown in it. */
function browserTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

export function SignUpForm() {
  const trpc = useTRPC();
  const [leaving, setLeaving] = useState(false);
  const [password, setPassword] = useState('');
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { name: '', email: '', password: '' },
    validate: zodValidate(CreateUserSchema),
    onValuesChange: (values) => setPassword(values.password),
  });
  const register = useMutation(
    trpc.auth.register.mutationOptions({
      onSuccess: ({ signedIn }) => {
        if (!signedIn) return;
        setLeaving(true);
        window.location.assign('/dashboard');
      },
      onError: (error) => form.setErrors(firstMessages(readFailure(error).fields)),
    }),
  );
  const failure = register.isError ? readFailure(register.error) : null;
  const general = failure && Object.keys(failure.fields).length === 0 ? failure.message : null;
  const early = useEarlyInput((name, value) => form.setFieldValue(name, value));
  if (register.isSuccess && !register.data.signedIn)
    return <CheckMail email={register.variables.email} outboxTicket={register.data.outboxTicket} />;
  return (
    <form
      ref={early}
      onSubmit={form.onSubmit((values) => register.mutate({ ...values, timeZone: browserTimeZone() }))}
      noValidate
    >
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
        <ReadyButton type="submit" fullWidth mt="xs" loading={register.isPending || leaving}>
          Create account
        </ReadyButton>
      </Stack>
    </form>
  );
}
