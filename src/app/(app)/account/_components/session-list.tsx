'use client';

import { Badge, Button, Card, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { readFailure, useTRPC } from '@/trpc/client';
import { describeBrowser } from '@/ui/account/account-words';
import { useLocale } from '@/ui/locale';
import { notify } from '@/ui/notify';
import { formatDateTime } from '@/ui/time/time-words';

const complain = (error: unknown) =>
  notify({ color: 'red', title: 'Not signed out', message: readFailure(error).message });

/** Where the person is signed in, and the way to end it. */
export function SessionList({ timeZone }: { timeZone: string }) {
  const locale = useLocale();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const sessions = useQuery(trpc.account.sessions.queryOptions());
  const refetch = () => queryClient.invalidateQueries(trpc.account.sessions.queryFilter());
  const end = useMutation(trpc.account.revokeSession.mutationOptions({ onSettled: refetch, onError: complain }));
  const endOthers = useMutation(
    trpc.account.revokeOtherSessions.mutationOptions({ onSettled: refetch, onError: complain }),
  );
  return (
    <Card component="section" aria-labelledby="sessions">
      <Group justify="space-between" mb="md">
        <Title order={2} fz="h4" id="sessions">
          Where you are signed in
        </Title>
        {sessions.data && sessions.data.length > 1 ? (
          <Button variant="default" size="xs" loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
            Sign out everywhere else
          </Button>
        ) : null}
      </Group>
      <Stack gap="md">
        {sessions.isPending ? <Skeleton height={44} /> : null}
        {sessions.isError ? <Text c="dimmed">{readFailure(sessions.error).message}</Text> : null}
        {sessions.data?.map((session) => (
          <Group key={session.id} justify="space-between" wrap="nowrap">
            <div>
              <Text fw={550}>{describeBrowser(session.userAgent)}</Text>
              <Text size="sm" c="dimmed">
                {session.ip ? `${session.ip} · ` : ''}last seen {formatDateTime(session.lastSeenAt, timeZone, locale)}
              </Text>
            </div>
            {session.current ? (
              <Badge variant="light" tt="none" style={{ flex: 'none' }}>
                This browser
              </Badge>
            ) : (
              <Button variant="subtle" size="xs" flex="none" onClick={() => end.mutate({ id: session.id })}>
                Sign out
              </Button>
            )}
          </Group>
        ))}
      </Stack>
    </Card>
  );
}
