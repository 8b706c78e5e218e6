import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireBetaPerson } from '@/auth/session';
import { HydrateClient } from '@/trpc/server';
import { PageHeading } from '@/ui/shell/page-heading';
import { findOwnMonitor } from '../../find-own-monitor';
import { EditMonitor } from './_components/edit-monitor';

interface EditPageProps {
  params: Promise<{ id: string }>;
  /** `at`: what somebody came to change. */
  searchParams: Promise<{ at?: string | string[] }>;
}

export async function generateMetadata({ params }: EditPageProps): Promise<Metadata> {
  const monitor = await findOwnMonitor((await params).id);
  return { title: monitor === null ? 'Not found' : `Edit ${monitor.name}` };
}

export default async function EditPage({ params, searchParams }: EditPageProps) {
  await requireBetaPerson();
  const monitor = await findOwnMonitor((await params).id);
  if (monitor === null) notFound();
  const { at } = await searchParams;
  return (
    <HydrateClient>
      <PageHeading title="Edit monitor" description={monitor.name} />
      <EditMonitor monitor={monitor} at={at === 'page' || at === 'sentence' ? at : null} />
    </HydrateClient>
  );
}
