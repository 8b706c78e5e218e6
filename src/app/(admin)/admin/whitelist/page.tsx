import type { Metadata } from 'next';
import { requireAdmin } from '@/auth/session';
import { PAGE_SIZE } from '@/domain/limits';
import { getEnv } from '@/env';
import { getQueryClient, HydrateClient, trpc } from '@/trpc/server';
import { PageHeading } from '@/ui/shell/page-heading';
import { Whitelist } from './_components/whitelist';

export const metadata: Metadata = { title: 'Whitelist' };

const CLOSED = 'Whoever registers with an active address of these is let in at once; anybody else waits for you.';
const OPEN = 'The beta is open to all at present (BETA_OPEN), so the list lets in nobody who would not be in anyway.';

export default async function WhitelistPage() {
  await requireAdmin();
  await getQueryClient().prefetchInfiniteQuery(
    trpc.admin.whitelist.list.infiniteQueryOptions(
      { limit: PAGE_SIZE },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    ),
  );
  return (
    <HydrateClient>
      <PageHeading title="Whitelist" description={getEnv().BETA_OPEN ? OPEN : CLOSED} />
      <Whitelist />
    </HydrateClient>
  );
}
