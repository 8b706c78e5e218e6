import type { Metadata } from 'next';
import { requireBetaPerson } from '@/auth/session';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';
import { Dashboard } from './_components/dashboard';

export const metadata: Metadata = { title: 'My monitors' };

export default async function DashboardPage() {
  await requireBetaPerson();
  await Promise.all([
    prefetch(trpc.monitors.list.queryOptions()),
    prefetch(trpc.dashboard.cards.queryOptions()),
    prefetch(trpc.refresh.allowance.queryOptions()),
    prefetch(trpc.sources.ofMine.queryOptions()),
    prefetch(trpc.refreshBatch.latest.queryOptions()),
  ]);
  return (
    <HydrateClient>
      <Dashboard />
    </HydrateClient>
  );
}
