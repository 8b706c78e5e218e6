import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requirePerson } from '@/auth/session';
import { isEmbedded } from '@/env';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';
import { PageHeading } from '@/ui/shell/page-heading';
import { Outbox } from './_components/outbox';

export const metadata: Metadata = { title: 'Outbox' };

export default async function OutboxPage() {
  await requirePerson();
  if (!isEmbedded()) notFound();
  await prefetch(trpc.outbox.list.queryOptions());
  return (
    <HydrateClient>
      <PageHeading
        title="Outbox"
        description="Mails that this machine would have sent to you. Nothing leaves it until a mail service is set up."
      />
      <Outbox />
    </HydrateClient>
  );
}
