import type { Metadata } from 'next';
import { requireAdmin } from '@/auth/session';
import { getQueryClient, HydrateClient, trpc } from '@/trpc/server';
import { PageHeading } from '@/ui/page-heading';
import { People } from './_components/people';
import { PEOPLE_AT_A_TIME } from './_components/people-at-a-time';

export const metadata: Metadata = { title: 'People' };

export default async function PeoplePage() {
  const admin = await requireAdmin();
  await getQueryClient().prefetchInfiniteQuery(
    trpc.admin.people.infiniteQueryOptions(
      { limit: PEOPLE_AT_A_TIME },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  return (
    <HydrateClient>
      <PageHeading
        title="People"
        description="Newest account first. Whoever you let in is mailed that the beta is open."
      />
      <People adminId={admin.id} />
    </HydrateClient>
  );
}
