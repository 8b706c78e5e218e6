import type { Metadata } from 'next';
import { requireAdmin } from '@/auth/session';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';
import { PageHeading } from '@/ui/shell/page-heading';
import { Sources } from './_components/sources';

export const metadata: Metadata = { title: 'Sources' };

export default async function SourcesPage() {
  await requireAdmin();
  await prefetch(trpc.sources.list.queryOptions({}));
  return (
    <HydrateClient>
      <PageHeading
        title="Sources"
        description="How the sites answer that monitors read, worst first. Every look of the last 7 days counts."
      />
      <Sources />
    </HydrateClient>
  );
}
