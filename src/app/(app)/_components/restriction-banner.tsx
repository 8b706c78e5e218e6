'use client';

import { Alert, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { CLOSED_WORDS, STAYS_OPEN } from '@/domain/account/restriction-words';
import { useTRPC } from '@/trpc/client';
import type { RouterOutputs } from '@/trpc/root';
import { WriteToUs } from '@/ui/shell/contact';
import { LocalTime, useClock } from '@/ui/time/clock';

const LOOK_EVERY_MS = 60_000;

export type RestrictionView = RouterOutputs['account']['restrictions'][number];

/** What is closed to the person for a while, until when and why; nothing when nothing is. `initial`: as rendered. */
export function RestrictionBanner({ initial, contact }: { initial: RestrictionView[]; contact: string | null }) {
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
  const live = useClock((now) => data.filter(({ endsAt }) => endsAt.getTime() > now).length);
  // The one that lasts longest comes first, so those that are over are the last.
  if (live === 0) return null;
  return (
    <Alert color="yellow" variant="light" role="status" mb="md">
      {data.slice(0, live).map(({ id, kind, reason, endsAt }) => (
        <div key={id}>
          <Text fw={600}>
            {CLOSED_WORDS[kind]} until <LocalTime at={endsAt} />.
          </Text>
          <Text size="sm" mb={6}>
            {reason}
          </Text>
        </div>
      ))}
      <Text size="sm">
        {STAYS_OPEN} If this is a mistake, <WriteToUs contact={contact} />.
      </Text>
    </Alert>
  );
}
