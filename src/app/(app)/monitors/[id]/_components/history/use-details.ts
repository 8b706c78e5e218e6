'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/trpc/client';

/** What a row shows only when it is opened. It never changes. */
export function useDetails(id: string, row: { id: string; at: Date }) {
  const trpc = useTRPC();
  return useQuery(trpc.history.details.queryOptions({ id, row }, { staleTime: Number.POSITIVE_INFINITY }));
}
