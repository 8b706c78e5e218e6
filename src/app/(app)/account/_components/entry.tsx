'use client';

import { Alert, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { readFailure, useTRPC } from '@/trpc/client';
import { FormAlert } from '@/ui/form/form-alert';
import { EmailForm } from './email-form';
import { PasswordForm } from './password-form';

/** How the person enters their account. */
export function Entry({ googleProblem }: { googleProblem: string | null }) {
  const trpc = useTRPC();
  const access = useQuery(trpc.account.access.queryOptions());
  if (!access.data) return null;
  const { email, emailVerified, hasPassword, pendingEmail, googleConnected, standing } = access.data;
  return (
    <>
      {emailVerified ? null : <Unconfirmed email={email} />}
      <EmailForm email={email} pending={pendingEmail} hasPassword={hasPassword} />
      <PasswordForm hasPassword={hasPassword} standing={standing} />
      {googleConnected === null ? null : <GoogleCard connected={googleConnected} problem={googleProblem} />}
    </>
  );
}

/** Says that the address is not confirmed yet, and mails the link again. */
function Unconfirmed({ email }: { email: string }) {
  const trpc = useTRPC();
  const resend = useMutation(trpc.account.resendVerification.mutationOptions());
  const said = resend.isError
    ? readFailure(resend.error).message
    : resend.data === true
      ? 'Mailed. Open the newest mail.'
      : resend.data === false
        ? 'We have mailed you several in this hour. Look for them first.'
        : null;
  return (
    <Alert color="ember" variant="light" title="Your address is not confirmed yet">
      <Text size="sm">We mailed a link to {email}. Open it and press the button there.</Text>
      <Group mt="sm" gap="sm">
        <Button size="xs" variant="default" loading={resend.isPending} onClick={() => resend.mutate()}>
          Mail it again
        </Button>
        <Text size="sm" role="status">
          {said}
        </Text>
      </Group>
    </Alert>
  );
}

/** Connects the account with Google, or ends that. */
function GoogleCard({ connected, problem }: { connected: boolean; problem: string | null }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const connect = useMutation(
    trpc.account.connectGoogle.mutationOptions({ onSuccess: ({ url }) => window.location.assign(url) }),
  );
  const disconnect = useMutation(
    trpc.account.disconnectGoogle.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.account.access.queryFilter()),
    }),
  );
  const failed = connect.isError ? connect.error : disconnect.isError ? disconnect.error : null;
  return (
    <Card component="section" aria-labelledby="google">
      <Title order={2} fz="h4" id="google" mb={4}>
        Google
      </Title>
      <Stack>
        <Text size="sm" c="dimmed">
          {connected ? 'Your Google account signs in to this account.' : 'Sign in with one press, without a password.'}
        </Text>
        <FormAlert message={failed ? readFailure(failed).message : problem} />
        <Group>
          {connected ? (
            <Button variant="default" loading={disconnect.isPending} onClick={() => disconnect.mutate()}>
              Disconnect Google
            </Button>
          ) : (
            <Button variant="default" loading={connect.isPending} onClick={() => connect.mutate()}>
              Connect Google
            </Button>
          )}
        </Group>
      </Stack>
    </Card>
  );
}
