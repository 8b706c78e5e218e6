'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { PAGE_SIZE } from '@/domain/limits';
import { useTRPC } from '@/trpc/client';

/** The history of a monitor, newest first, as far as it was asked for. */
export function useHistory(id: string) {
  const trpc = useTRPC();
  const query = useInfiniteQuery(
    trpc.history.rows.infiniteQueryOptions(
      { id, limit: PAGE_SIZE },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? [];
  return {
    rows,
    /** What is proven now; null before anything was read. */
    latest: rows.find((row) => row.kind === 'fact')?.fact ?? null,
    pending: query.isPending,
    error: query.error,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
  };
}

export type MonitorHistory = ReturnType<typeof useHistory>;
