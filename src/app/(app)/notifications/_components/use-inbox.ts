'use client';

import { type InfiniteData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { readFailure, useTRPC } from '@/trpc/client';
import type { RouterOutputs } from '@/trpc/root';
import { isUnderWay } from '@/ui/email/delivery-words';
import { notify } from '@/ui/notify';
import { INBOX_PAGE, type ShownPart } from './inbox-words';

type Page = RouterOutputs['notifications']['list'];
export type InboxEntry = Page['entries'][number];

const LOOK_EVERY_MS = 60_000;
/** While an email is just going out. */
const LOOK_SOON_MS = 3_000;

/** What of the inbox is shown. */
export interface Shown {
  part: ShownPart;
  unreadOnly: boolean;
}

/** What was told, newest first, as far as it was asked for. */
export function useInbox({ unreadOnly, part }: Shown) {
  const trpc = useTRPC();
  return useInfiniteQuery(
    trpc.notifications.list.infiniteQueryOptions(
      { unreadOnly, limit: INBOX_PAGE, ...(part === 'all' ? {} : { part }) },
      {
        getNextPageParam: ({ nextCursor }) => nextCursor,
        refetchInterval: ({ state: { data } }) =>
          data?.pages[0]?.entries.some(({ delivery }) => isUnderWay(delivery, Date.now()))
            ? LOOK_SOON_MS
            : LOOK_EVERY_MS,
      },
    ),
  );
}

/** Marks entries as read or unread, all without `ids`: on the page at once, and taken back where that failed. */
export function useMark() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const lists = trpc.notifications.list.infiniteQueryFilter();
  const counted = trpc.notifications.unread.queryKey();
  return useMutation(
    trpc.notifications.mark.mutationOptions({
      onMutate: async ({ ids, read }) => {
        await queryClient.cancelQueries(trpc.notifications.pathFilter());
        const before = queryClient.getQueriesData<InfiniteData<Page>>(lists);
        const now = new Date();
        const isMeant = (entry: InboxEntry) => (entry.readAt === null) === read && (ids?.includes(entry.id) ?? true);
        queryClient.setQueriesData<InfiniteData<Page>>(lists, (old) =>
          mapEntries(old, (entry) => (isMeant(entry) ? { ...entry, readAt: read ? now : null } : entry)),
        );
        const moved = ids ? ids.length * (read ? -1 : 1) : Number.NEGATIVE_INFINITY;
        queryClient.setQueryData(counted, (old) => (old !== undefined ? Math.max(0, old + moved) : old));
        return { before };
      },
      onError: (error, _, context) => {
        for (const [key, data] of context?.before ?? []) queryClient.setQueryData(key, data);
        notify({ color: 'red', title: 'Nothing was marked', message: readFailure(error).message });
      },
      onSettled: () => {
        // What is on the page stays as it is; the list that is not gets it when it is shown.
        void queryClient.invalidateQueries({ ...lists, refetchType: 'none' });
        return queryClient.invalidateQueries({ queryKey: counted });
      },
    }),
  );
}

function mapEntries(
  data: InfiniteData<Page> | undefined,
  change: (entry: InboxEntry) => InboxEntry,
): InfiniteData<Page> | undefined {
  return data && { ...data, pages: data.pages.map((page) => ({ ...page, entries: page.entries.map(change) })) };
}
