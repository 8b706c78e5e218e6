'use client';

import { Button, Card, Divider, Group, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { readFailure, useTRPC } from '@/trpc/client';
import { formatDateTime } from '@/ui/time/format-time';
import { SCOPE_WORDS } from './scope-words';
import { TokenForm } from './token-form';

const complain = (error: unknown) =>
  notifications.show({ color: 'red', title: 'Not revoked', message: readFailure(error).message });

/** The person's API tokens, and the way to make and to revoke one. */
export function TokenList({ timeZone }: { timeZone: string }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const tokens = useQuery(trpc.account.tokens.queryOptions());
  const refetch = () => queryClient.invalidateQueries(trpc.account.tokens.queryFilter());
  const revoke = useMutation(trpc.account.revokeToken.mutationOptions({ onSettled: refetch, onError: complain }));
  return (
    <Card component="section" aria-labelledby="tokens">
      <Title order={2} fz="h4" id="tokens" mb={4}>
        API tokens
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        For programs of yours. A token works until you revoke it, also after you sign out.
      </Text>
      <Stack gap="md">
        {tokens.data?.map((token) => (
          <Group key={token.id} justify="space-between" wrap="nowrap">
            <div>
              <Text fw={550} style={{ overflowWrap: 'anywhere' }}>
                {token.name}{' '}
                <Text span c="dimmed" size="sm">
                  …{token.hint}
                </Text>
              </Text>
              <Text size="sm" c="dimmed">
                May {token.scopes.map((scope) => SCOPE_WORDS[scope]).join('; ')} ·{' '}
                {token.lastUsedAt ? `last used ${formatDateTime(token.lastUsedAt, timeZone)}` : 'never used'}
              </Text>
            </div>
            <Button
              variant="subtle"
              size="xs"
              style={{ flex: 'none' }}
              aria-label={`Revoke ${token.name}`}
              onClick={() => revoke.mutate({ id: token.id })}
            >
              Revoke
            </Button>
          </Group>
        ))}
        {tokens.data && tokens.data.length > 0 ? <Divider /> : null}
        <TokenForm />
      </Stack>
    </Card>
  );
}
