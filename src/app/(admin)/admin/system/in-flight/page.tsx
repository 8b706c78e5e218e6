import type { Metadata } from 'next';
import { requireAdmin } from '@/auth/session';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';
import { PageHeading } from '@/ui/shell/page-heading';
import { InFlight } from '../_components/in-flight';

export const metadata: Metadata = { title: 'Checks under way' };

export default async function InFlightPage() {
  await requireAdmin();
  await prefetch(trpc.admin.system.inFlight.queryOptions());
  return (
    <HydrateClient>
      <PageHeading
        title="Checks under way"
        description="Those that wait, and those that a worker has by a lease. Looked at every 5 seconds."
      />
      <InFlight />
    </HydrateClient>
  );
}
