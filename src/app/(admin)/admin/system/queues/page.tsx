import type { Metadata } from 'next';
import { requireAdmin } from '@/auth/session';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';
import { PageHeading } from '@/ui/shell/page-heading';
import { DeadLetters } from '../_components/dead-letters';
import { Queues } from '../_components/queues';

export const metadata: Metadata = { title: 'Queues' };

export default async function QueuesPage() {
  await requireAdmin();
  await Promise.all([
    prefetch(trpc.admin.system.queues.queryOptions()),
    prefetch(trpc.admin.system.deadLetters.queryOptions({ page: 1 })),
  ]);
  return (
    <HydrateClient>
      <PageHeading
        title="Queues"
        description="What waits, and what was given up after all its tries. Trying again takes no charge."
      />
      <Queues />
      <DeadLetters />
    </HydrateClient>
  );
}
