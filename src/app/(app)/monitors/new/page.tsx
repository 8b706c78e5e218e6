import type { Metadata } from 'next';
import { requireBetaPerson } from '@/auth/session';
import { isEmbedded, samplesOrigin } from '@/env';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';
import { PageHeading } from '@/ui/shell/page-heading';
import { NewMonitor } from './_components/new-monitor';

export const metadata: Metadata = { title: 'New monitor' };

export default async function NewMonitorPage() {
  await requireBetaPerson();
  await prefetch(trpc.monitors.list.queryOptions());
  return (
    <HydrateClient>
      <PageHeading
        title="New monitor"
        description="One sentence: what you are waiting for, and the address of the page that says so."
      />
      <NewMonitor samplesAt={isEmbedded() ? `${samplesOrigin()}/samples` : null} />
    </HydrateClient>
  );
}
