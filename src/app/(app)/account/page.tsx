import { Stack } from '@mantine/core';
import type { Metadata } from 'next';
import { requirePerson } from '@/auth/session';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';
import { googleRefusal } from '@/ui/account/account-words';
import { PageHeading } from '@/ui/shell/page-heading';
import { Entry } from './_components/entry';
import { Leaving } from './_components/leaving';
import { ProfileForm } from './_components/profile-form';
import { SessionList } from './_components/session-list';
import { TokenList } from './_components/tokens';

export const metadata: Metadata = { title: 'Account' };

interface AccountPageProps {
  searchParams: Promise<{ google?: string | string[] }>;
}

export default async function AccountPage({ searchParams }: AccountPageProps) {
  const person = await requirePerson();
  await Promise.all([
    prefetch(trpc.account.access.queryOptions()),
    prefetch(trpc.account.sessions.queryOptions()),
    prefetch(trpc.account.tokens.queryOptions()),
    prefetch(trpc.account.export.queryOptions()),
  ]);
  return (
    <HydrateClient>
      <PageHeading title="Account" description={`Signed in as ${person.email}. Alerts go to this address.`} />
      <Stack gap="xl" maw={680}>
        <ProfileForm name={person.name} timeZone={person.timeZone} />
        <Entry googleProblem={googleRefusal((await searchParams).google)} />
        <SessionList timeZone={person.timeZone} />
        <TokenList timeZone={person.timeZone} />
        <Leaving timeZone={person.timeZone} />
      </Stack>
    </HydrateClient>
  );
}
