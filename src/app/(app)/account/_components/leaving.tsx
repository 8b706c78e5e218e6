'use client';

import { Anchor, Button, Card, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { readFailure, useTRPC } from '@/trpc/client';
import type { RouterOutputs } from '@/trpc/root';
import { FormAlert } from '@/ui/form/form-alert';
import { useLocale } from '@/ui/locale';
import { formatDateTime } from '@/ui/time/time-words';
import { DeleteAccount } from './delete-account';
import { Part } from './part';

/** What one does before one goes, and going. */
export function Leaving({ timeZone }: { timeZone: string }) {
  const trpc = useTRPC();
  const access = useQuery(trpc.account.access.queryOptions());
  if (!access.data) return null;
  const { hasPassword, removedAt } = access.data;
  return (
    <>
      <Part id="export">
        <ExportCard timeZone={timeZone} />
      </Part>
      <Part id="delete">
        <DeleteAccount hasPassword={hasPassword} removedAt={removedAt} timeZone={timeZone} />
      </Part>
    </>
  );
}

type DataExport = NonNullable<RouterOutputs['account']['export']>;

const LOOK_EVERY_MS = 1_500;
const isBeingMade = (made: DataExport | null | undefined) => made?.state === 'queued' || made?.state === 'running';

function formatSize(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** A zip of all the person's data: asked for, made in the background, fetched. */
function ExportCard({ timeZone }: { timeZone: string }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const newest = useQuery(
    trpc.account.export.queryOptions(undefined, {
      refetchInterval: (query) => (isBeingMade(query.state.data) ? LOOK_EVERY_MS : false),
    }),
  );
  const ask = useMutation(
    trpc.account.requestExport.mutationOptions({
      onSuccess: (made) => queryClient.setQueryData(trpc.account.export.queryKey(), made),
    }),
  );
  const busy = isBeingMade(newest.data);
  return (
    <Card component="section" aria-labelledby="export">
      <Title order={2} fz="h4" id="export" mb={4}>
        Your data
      </Title>
      <Stack>
        <Text size="sm" c="dimmed">
          A zip with all we store about you: monitors, values with their pictures, checks, mails, sign-ins. As JSON and
          CSV.
        </Text>
        <FormAlert message={ask.isError ? readFailure(ask.error).message : null} />
        <div role="status">{newest.data ? <State made={newest.data} timeZone={timeZone} /> : null}</div>
        <Group>
          <Button variant="default" loading={ask.isPending} disabled={busy} onClick={() => ask.mutate()}>
            {newest.data?.state === 'done' ? 'Make a new one' : 'Put my data together'}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}

function State({ made, timeZone }: { made: DataExport; timeZone: string }) {
  const locale = useLocale();
  if (isBeingMade(made)) {
    return (
      <Stack gap={6}>
        <Text size="sm">Putting your data together… {made.progress} %</Text>
        <Progress value={made.progress} aria-label="Progress of your data" />
      </Stack>
    );
  }
  if (made.state === 'failed' || made.expiresAt === null) {
    return <Text size="sm">That did not work. Nothing is lost; please try again.</Text>;
  }
  return (
    <Text>
      <Anchor href={`/api/exports/${made.id}`} download underline="always">
        Download the zip
      </Anchor>{' '}
      <Text span size="sm" c="dimmed">
        {formatSize(made.size ?? 0)}, kept until {formatDateTime(made.expiresAt, timeZone, locale)}
      </Text>
    </Text>
  );
}
