import type { Metadata } from 'next';
import { requireAdmin } from '@/auth/session';
import { PAGE_SIZE } from '@/domain/limits';
import { getEnv } from '@/env';
import { getQueryClient, HydrateClient, prefetch, trpc } from '@/trpc/server';
import { PageHeading } from '@/ui/shell/page-heading';
import { EmailDays } from './_components/email-days';
import { Suppressions } from './_components/suppressions';

export const metadata: Metadata = { title: 'Emails' };

const DAYS = 30;

export default async function EmailsPage() {
  await requireAdmin();
  await Promise.all([
    prefetch(trpc.admin.emails.days.queryOptions({ days: DAYS })),
    getQueryClient().prefetchInfiniteQuery(
      trpc.admin.emails.suppressions.infiniteQueryOptions(
        { limit: PAGE_SIZE },
        { getNextPageParam: ({ nextCursor }) => nextCursor },
      ),
    ),
  ]);
  const { SENDGRID_API_KEY, SENDGRID_WEBHOOK_KEY, EMAIL_TRACK_OPENS } = getEnv();
  const setUp = {
    sends: Boolean(SENDGRID_API_KEY),
    isTold: Boolean(SENDGRID_WEBHOOK_KEY),
    tracksOpens: EMAIL_TRACK_OPENS,
  };
  return (
    <HydrateClient>
      <PageHeading
        title="Emails"
        description="What became of them, by UTC days, and the addresses that get none any more."
      />
      <EmailDays days={DAYS} setUp={setUp} />
      <Suppressions />
    </HydrateClient>
  );
}
