'use client';

import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { readFailure, useTRPC, useTRPCClient } from '@/trpc/client';
import { notify } from '@/ui/notify';
import { FailureAlert } from '../form/failure-alert';

interface SignInAgainProps {
  /** Who was signed in: what stands on the page is theirs. */
  email: string;
  /** Called once they are again. */
  onBack: () => void;
}

/** Over the page, which stays as it is with all that was typed: the way back in. */
export function SignInAgain({ email, onBack }: SignInAgainProps) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const [password, setPassword] = useState('');
  const back = () => {
    notify({ message: 'You are signed in again. What you did last was not sent: do it once more.' });
    onBack();
  };
  const signIn = useMutation(trpc.auth.signIn.mutationOptions({ onSuccess: back }));
  const look = useMutation({
    mutationFn: () => client.auth.me.query(),
    onSuccess: (person) => {
      if (person === null) return;
      if (person.email === email) back();
      // Somebody else's page must not stay below theirs.
      else window.location.reload();
    },
  });
  const { mutate: lookAgain } = look;
  useEffect(() => {
    const seen = () => document.visibilityState === 'visible' && lookAgain();
    document.addEventListener('visibilitychange', seen);
    return () => document.removeEventListener('visibilitychange', seen);
  }, [lookAgain]);
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={<Text fw={650}>Your sign-in has ended</Text>}
      centered
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          signIn.mutate({ email, password });
        }}
      >
        <Stack>
          <Text size="sm">
            Sign in as {email} to go on where you were. What you typed is still here; what you did last was not sent.
          </Text>
          <FailureAlert failure={signIn.isError ? readFailure(signIn.error) : null} />
          <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
          <PasswordInput
            label="Password"
            autoComplete="current-password"
            data-autofocus
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password', tabIndex: 0 }}
          />
          <Group gap="sm">
            <Button type="submit" loading={signIn.isPending || signIn.isSuccess} disabled={password === ''}>
              Sign in
            </Button>
            <Button component="a" href="/sign-in" target="_blank" variant="default">
              Another way, in a new tab
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
