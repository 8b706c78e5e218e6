import type { Metadata } from 'next';
import { requireAdmin } from '@/auth/session';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';
import { PageHeading } from '@/ui/shell/page-heading';
import { Spend } from './_components/spend';

export const metadata: Metadata = { title: 'AI spend' };

export default async function SpendPage() {
  await requireAdmin();
  const today = new Date().toISOString().slice(0, 10);
  const days = { from: `${today.slice(0, 7)}-01`, to: today };
  await prefetch(trpc.admin.spend.between.queryOptions(days));
  return (
    <HydrateClient>
      <PageHeading title="AI spend" description="What asking models costs, by UTC days, and what was saved." />
      <Spend month={days} />
    </HydrateClient>
  );
}
