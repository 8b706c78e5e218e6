import type { Metadata } from 'next';
import { requireAdmin } from '@/auth/session';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';
import { PageHeading } from '@/ui/shell/page-heading';
import { Figures } from './_components/figures';

export const metadata: Metadata = { title: 'System' };

export default async function SystemPage() {
  await requireAdmin();
  await prefetch(trpc.admin.system.metrics.queryOptions({ range: '24h' }));
  return (
    <HydrateClient>
      <PageHeading
        title="Figures"
        description="Kept every five minutes. A gap is a time in which nothing of ours was running."
      />
      <Figures />
    </HydrateClient>
  );
}
