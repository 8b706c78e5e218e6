import type { Metadata } from 'next';
import { requireAdmin } from '@/auth/session';
import { getEnv } from '@/env';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';
import { PageHeading } from '@/ui/shell/page-heading';
import { Proxies } from './_components/proxies';
import { Sources } from './_components/sources';
import { Trials } from './_components/trials';

export const metadata: Metadata = { title: 'Sources' };

export default async function SourcesPage() {
  await requireAdmin();
  await Promise.all([
    prefetch(trpc.admin.system.sources.queryOptions({ search: '', page: 1 })),
    prefetch(trpc.admin.system.proxies.queryOptions()),
    prefetch(trpc.sources.trials.queryOptions()),
  ]);
  const configured = (getEnv().SCRAPE_PROXIES ?? []).map((proxy) => new URL(proxy).host);
  return (
    <HydrateClient>
      <PageHeading
        title="Sources"
        description="How the sites answer that monitors read, worst first. Every look of the last 7 days counts."
      />
      <Trials />
      <Sources />
      <Proxies configured={configured} />
    </HydrateClient>
  );
}
