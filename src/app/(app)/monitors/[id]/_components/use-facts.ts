'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { PAGE_SIZE } from '@/domain/limits';
import { useTRPC } from '@/trpc/client';

/** The history of a monitor, newest first, as far as it was asked for. */
export function useFacts(id: string) {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.monitors.facts.infiniteQueryOptions(
      { id, limit: PAGE_SIZE },
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
