import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireBetaPerson } from '@/auth/session';
import { HydrateClient } from '@/trpc/server';
import { PageHeading } from '@/ui/shell/page-heading';
import { findOwnMonitor } from '../../find-own-monitor';
import { PointAgain } from './_components/point-again';

interface PointPageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: PointPageProps): Promise<Metadata> {
  const monitor = await findOwnMonitor((await params).id);
  return { title: monitor === null ? 'Not found' : `Point again: ${monitor.name}` };
}

export default async function PointPage({ params }: PointPageProps) {
  await requireBetaPerson();
  const monitor = await findOwnMonitor((await params).id);
  if (monitor === null) notFound();
  return (
    <HydrateClient>
      <PageHeading title="Point again" description={monitor.name} />
      <PointAgain monitor={monitor} />
    </HydrateClient>
  );
}
