import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requirePerson } from '@/auth/session';
import { getEnv, isEmbedded } from '@/env';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';
import { PageHeading } from '@/ui/shell/page-heading';
import { Outbox } from './_components/outbox';

export const metadata: Metadata = { title: 'Outbox' };

const KEPT = 'Emails that this machine would have sent to you. Nothing leaves it until a mail service is set up.';
const SENT = 'Emails to you, and what became of them. They leave by SendGrid.';

export default async function OutboxPage() {
  await requirePerson();
  if (!isEmbedded()) notFound();
  await prefetch(trpc.outbox.list.queryOptions());
  return (
    <HydrateClient>
      <PageHeading title="Outbox" description={getEnv().SENDGRID_API_KEY ? SENT : KEPT} />
      <Outbox />
    </HydrateClient>
  );
}
