import type { Metadata } from 'next';
import { requireAdmin } from '@/auth/session';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';
import { PageHeading } from '@/ui/shell/page-heading';
import { Storage } from '../_components/storage';

export const metadata: Metadata = { title: 'Storage' };

export default async function StoragePage() {
  await requireAdmin();
  await prefetch(trpc.admin.system.storage.queryOptions());
  return (
    <HydrateClient>
      <PageHeading title="Storage" description="What the database takes on its disk, and how that grows." />
      <Storage />
    </HydrateClient>
  );
}
