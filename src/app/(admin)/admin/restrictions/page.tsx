import type { Metadata } from 'next';
import { requireAdmin } from '@/auth/session';
import { PAGE_SIZE } from '@/domain/limits';
import { getQueryClient, HydrateClient, trpc } from '@/trpc/server';
import { PageHeading } from '@/ui/shell/page-heading';
import { Restrictions } from './_components/restrictions';

export const metadata: Metadata = { title: 'Restrictions' };

export default async function RestrictionsPage() {
  await requireAdmin();
  await getQueryClient().prefetchInfiniteQuery(
    trpc.admin.restrictions.list.infiniteQueryOptions(
      { live: false, limit: PAGE_SIZE },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  return (
    <HydrateClient>
      <PageHeading
        title="Restrictions"
        description={
          'Set by code that notices a pattern of abuse, or by an admin on the page of people, with a reason that the ' +
          'person reads. They end by themselves.'
        }
      />
      <Restrictions />
    </HydrateClient>
  );
}
