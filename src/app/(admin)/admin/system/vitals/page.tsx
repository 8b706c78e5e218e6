import type { Metadata } from 'next';
import { requireAdmin } from '@/auth/session';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';
import { PageHeading } from '@/ui/shell/page-heading';
import { Vitals } from '../_components/vitals';

export const metadata: Metadata = { title: 'Web Vitals' };

const DAYS = 31;

export default async function VitalsPage() {
  await requireAdmin();
  await prefetch(trpc.admin.webVitals.queryOptions({ days: DAYS }));
  return (
    <HydrateClient>
      <PageHeading
        title="Web Vitals"
        description={
          'How fast pages were in people’s browsers, by UTC day: what three quarters of them were at or below (p75). ' +
          'Anybody can send such figures.'
        }
      />
      <Vitals days={DAYS} />
    </HydrateClient>
  );
}
