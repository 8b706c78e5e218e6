'use client';

import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { readFailure, useTRPC } from '@/trpc/client';
import { FormAlert } from '@/ui/form/form-alert';

/** Connects the account with Google, or ends that. */
export function GoogleCard({ connected, problem }: { connected: boolean; problem: string | null }) {
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
