'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTRPC } from '@/trpc/client';
import { FACTS_AT_A_TIME } from './facts-at-a-time';

/** The history of a monitor, newest first, as far as it was asked for. */
export function useFacts(id: string) {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.monitors.facts.infiniteQueryOptions(
      { id, limit: FACTS_AT_A_TIME },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  return {
    facts: query.data?.pages.flatMap((page) => page.facts) ?? [],
    pending: query.isPending,
    error: query.error,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
  };
}
