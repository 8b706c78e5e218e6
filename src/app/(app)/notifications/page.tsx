import type { Metadata } from 'next';
import { requirePerson } from '@/auth/session';
import { getQueryClient, HydrateClient, trpc } from '@/trpc/server';
import { Inbox } from './_components/inbox';
import { INBOX_PAGE } from './_components/inbox-words';

export const metadata: Metadata = { title: 'Inbox' };

export default async function InboxPage() {
  await requirePerson();
  await getQueryClient().prefetchInfiniteQuery(
    trpc.notifications.list.infiniteQueryOptions(
      { unreadOnly: false, limit: INBOX_PAGE },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  return (
    <HydrateClient>
      <Inbox />
    </HydrateClient>
  );
}
