import type { Metadata } from 'next';
import { requireAdmin } from '@/auth/session';
import { getQueryClient, HydrateClient, trpc } from '@/trpc/server';
import { PageHeading } from '@/ui/page-heading';
import { Restrictions } from './_components/restrictions';
import { RESTRICTIONS_AT_A_TIME } from './_components/restrictions-at-a-time';

export const metadata: Metadata = { title: 'Restrictions' };

export default async function RestrictionsPage() {
  await requireAdmin();
  await getQueryClient().prefetchInfiniteQuery(
    trpc.admin.restrictions.infiniteQueryOptions(
      { limit: RESTRICTIONS_AT_A_TIME },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  return (
    <HydrateClient>
      <PageHeading
        title="Restrictions"
        description={
          'Set by code that notices a pattern of abuse, with a reason that the person reads. ' +
          'They end by themselves.'
        }
      />
      <Restrictions />
    </HydrateClient>
  );
}
