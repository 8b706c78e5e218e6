import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireBetaPerson } from '@/auth/session';
import { PAGE_SIZE } from '@/domain/limits';
import { getQueryClient, HydrateClient, prefetch, trpc } from '@/trpc/server';
import { findOwnMonitor } from '../find-own-monitor';
import { MonitorDetail } from './_components/monitor-detail';

interface MonitorPageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: MonitorPageProps): Promise<Metadata> {
  const monitor = await findOwnMonitor((await params).id);
  return { title: monitor?.name ?? 'Not found' };
}

export default async function MonitorPage({ params }: MonitorPageProps) {
  await requireBetaPerson();
  const { id } = await params;
  if ((await findOwnMonitor(id)) === null) notFound();
  const rows = trpc.history.rows.infiniteQueryOptions(
    { id, limit: PAGE_SIZE },
    { getNextPageParam: ({ nextCursor }) => nextCursor },
  );
  await Promise.all([
    getQueryClient().prefetchInfiniteQuery(rows),
    prefetch(trpc.monitors.notifications.queryOptions({ id })),
    prefetch(trpc.emails.preferences.queryOptions()),
    prefetch(trpc.sources.ofMonitor.queryOptions({ id })),
  ]);
  return (
    <HydrateClient>
      <MonitorDetail id={id} />
    </HydrateClient>
  );
}
