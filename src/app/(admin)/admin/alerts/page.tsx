import type { Metadata } from 'next';
import { requireAdmin } from '@/auth/session';
import { PAGE_SIZE } from '@/domain/limits';
import { getQueryClient, HydrateClient, prefetch, trpc } from '@/trpc/server';
import { PageHeading } from '@/ui/shell/page-heading';
import { Channels } from './_components/channels';
import { OpenEpisodes } from './_components/open-episodes';
import { PastEpisodes } from './_components/past-episodes';
import { Rules } from './_components/rules';

export const metadata: Metadata = { title: 'Alerts' };

export default async function AlertsPage() {
  await requireAdmin();
  await Promise.all([
    prefetch(trpc.admin.alerts.rules.queryOptions()),
    prefetch(trpc.admin.alerts.episodes.queryOptions({ open: true, limit: 100 })),
    getQueryClient().prefetchInfiniteQuery(
      trpc.admin.alerts.episodes.infiniteQueryOptions(
        { open: false, limit: PAGE_SIZE },
        { getNextPageParam: ({ nextCursor }) => nextCursor },
      ),
    ),
  ]);
  return (
    <HydrateClient>
      <PageHeading
        title="Alerts"
        description="What the operators are told of the service itself: once when a rule fires, once when it is over."
      />
      <OpenEpisodes />
      <Rules />
      <Channels />
      <PastEpisodes />
    </HydrateClient>
  );
}
