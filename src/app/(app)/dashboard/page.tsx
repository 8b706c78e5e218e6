import type { Metadata } from 'next';
import { requireBetaPerson } from '@/auth/session';
import { EmptyState } from '@/ui/empty-state';
import { LinkButton } from '@/ui/link-button';
import { PageHeading } from '@/ui/page-heading';

export const metadata: Metadata = { title: 'My monitors' };

export default async function DashboardPage() {
  await requireBetaPerson();
  return (
    <>
      <PageHeading title="My monitors" />
      <EmptyState
        title="Nothing to wait for yet"
        action={<LinkButton href="/monitors/new">Create your first monitor</LinkButton>}
      >
        Write one sentence about a public web page. You will see what was understood, and what the page says now, before
        anything is saved.
      </EmptyState>
    </>
  );
}
