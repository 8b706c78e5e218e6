import type { Metadata } from 'next';
import { requireAdmin } from '@/auth/session';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';
import { PageHeading } from '@/ui/shell/page-heading';
import { Failing } from '../_components/failing';

export const metadata: Metadata = { title: 'Failing monitors' };

export default async function FailingPage() {
  await requireAdmin();
  await prefetch(trpc.admin.system.failing.queryOptions({ page: 1, least: 2 }));
  return (
    <HydrateClient>
      <PageHeading
        title="Failing monitors"
        description="Active monitors whose checks fail in a row. What they ask for is their person’s."
      />
      <Failing />
    </HydrateClient>
  );
}
