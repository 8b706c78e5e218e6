'use client';

import { Alert, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { CLOSED_WORDS, STAYS_OPEN } from '@/domain/judge-abuse';
import { useTRPC } from '@/trpc/client';
import type { RouterOutputs } from '@/trpc/root';
import { useClock } from '@/ui/clock';
import { LocalTime } from '@/ui/time-ago';

const LOOK_EVERY_MS = 60_000;

export type RestrictionView = RouterOutputs['account']['restrictions'][number];

/** What is closed to the person for a while, until when and why; nothing when nothing is. `initial`: as rendered. */
export function RestrictionBanner({ initial }: { initial: RestrictionView[] }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data } = useQuery(
    trpc.account.restrictions.queryOptions(undefined, { initialData: initial, refetchInterval: LOOK_EVERY_MS }),
  );
  // An act that was just refused may be the one after which code has set a restriction.
  useEffect(
    () =>
      queryClient.getMutationCache().subscribe((event) => {
        if (event.type === 'updated' && event.action.type === 'error')
          void queryClient.invalidateQueries(trpc.account.restrictions.queryFilter());
      }),
    [queryClient, trpc],
  );
  return data.map((restriction) => <Banner key={restriction.id} restriction={restriction} />);
}

function Banner({ restriction: { kind, reason, endsAt } }: { restriction: RestrictionView }) {
  const over = useClock((now) => now >= endsAt.getTime());
  if (over) return null;
  return (
    <Alert color="yellow" variant="light" role="status" mb="md">
      <Text fw={600}>
        {CLOSED_WORDS[kind]} until <LocalTime at={endsAt} />.
      </Text>
      <Text size="sm">
        {reason} {STAYS_OPEN} If this is a mistake, write to us.
      </Text>
    </Alert>
  );
}
