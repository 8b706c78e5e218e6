import type { Metadata } from 'next';
import { requireAdmin } from '@/auth/session';
import { PAGE_SIZE } from '@/domain/limits';
import { getQueryClient, HydrateClient, trpc } from '@/trpc/server';
import { PageHeading } from '@/ui/shell/page-heading';
import { People } from './_components/people';

export const metadata: Metadata = { title: 'People' };

export default async function PeoplePage() {
  const admin = await requireAdmin();
  await getQueryClient().prefetchInfiniteQuery(
    trpc.admin.people.list.infiniteQueryOptions(
      { order: 'newest', limit: PAGE_SIZE },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  return (
    <HydrateClient>
      <PageHeading
        title="People"
        description="Whoever you let in is mailed that the beta is open. Days and months are those of UTC."
      />
      <People adminId={admin.id} />
    </HydrateClient>
  );
}
