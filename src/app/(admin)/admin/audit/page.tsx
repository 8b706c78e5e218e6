import type { Metadata } from 'next';
import { requireAdmin } from '@/auth/session';
import { PAGE_SIZE } from '@/domain/limits';
import { getQueryClient, HydrateClient, prefetch, trpc } from '@/trpc/server';
import { PageHeading } from '@/ui/shell/page-heading';
import { Audit } from './_components/audit';

export const metadata: Metadata = { title: 'Audit' };

interface AuditPageProps {
  searchParams: Promise<{ person?: string | string[] }>;
}

/** `?person=` begins with one person's acts. */
export default async function AuditPage({ searchParams }: AuditPageProps) {
  await requireAdmin();
  const { person } = await searchParams;
  const asked = typeof person === 'string' ? person.trim().slice(0, 320) : '';
  const filter = asked ? { person: asked } : {};
  await Promise.all([
    getQueryClient().prefetchInfiniteQuery(
      trpc.admin.audit.list.infiniteQueryOptions(
        { ...filter, limit: PAGE_SIZE },
        { getNextPageParam: ({ nextCursor }) => nextCursor },
      ),
    ),
    prefetch(trpc.admin.audit.count.queryOptions(filter)),
  ]);
  return (
    <HydrateClient>
      <PageHeading
        title="Audit"
        description={
          'Who did what to which record, when and from where. The database lets no act be changed or removed; ' +
          'from where it came goes with the account, or with time; reasons go with the account.'
        }
      />
      <Audit person={asked} />
    </HydrateClient>
  );
}
