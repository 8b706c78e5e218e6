import type { Metadata } from 'next';
import { requireAdmin } from '@/auth/session';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';
import { PageHeading } from '@/ui/shell/page-heading';
import { Overview } from './_components/overview';

export const metadata: Metadata = { title: 'Administration' };

export default async function AdminPage() {
  await requireAdmin();
  await prefetch(trpc.admin.stats.queryOptions());
  return (
    <HydrateClient>
      <PageHeading
        title="Overview"
        description="What is there, and how the parts of it do. Looked at every 30 seconds."
      />
      <Overview />
    </HydrateClient>
  );
}
