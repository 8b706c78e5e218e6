import type { Metadata } from 'next';
import { requireAdmin } from '@/auth/session';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';
import { PageHeading } from '@/ui/shell/page-heading';
import { Overview } from './_components/overview';
import { Statistics } from './_components/statistics';

export const metadata: Metadata = { title: 'Administration' };

export default async function AdminPage() {
  await requireAdmin();
  await Promise.all([prefetch(trpc.admin.stats.queryOptions()), prefetch(trpc.admin.statistics.queryOptions({}))]);
  return (
    <HydrateClient>
      <PageHeading
        title="Overview"
        description="What is there, and how the parts of it do. Looked at every 30 seconds."
      />
      <Overview />
      <Statistics />
    </HydrateClient>
  );
}
