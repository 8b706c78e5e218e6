'use client';

import { Alert, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/trpc/client';
import type { RouterOutputs } from '@/trpc/root';
import { LocalTime } from '@/ui/time/clock';

const LOOK_EVERY_MS = 30_000;

export type FaultsView = RouterOutputs['admin']['faults'];

/** Outside services that refuse us, on every page of the administration; nothing when none does. */
export function FaultBanner({ initial }: { initial: FaultsView }) {
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.admin.faults.queryOptions(undefined, { initialData: initial, refetchInterval: LOOK_EVERY_MS }),
  );
  const { faults, emailsWaiting } = data;
  if (faults.length === 0) return null;
  return (
    <Alert color="red" variant="light" role="alert" mb="md" data-testid="fault-banner">
      {faults.map(({ service, detail, beganAt }) => (
        <div key={service}>
          <Text fw={600}>
            No mail goes out since <LocalTime at={beganAt} />: {detail}.
          </Text>
          <Text size="sm">
            {emailsWaiting === 1 ? '1 mail waits' : `${emailsWaiting} mails wait`}, and nothing is lost. Put a valid
            SENDGRID_API_KEY and FROM_EMAIL and restart: all of them go out within a minute.
          </Text>
        </div>
      ))}
    </Alert>
  );
}
