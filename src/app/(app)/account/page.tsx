import type { Metadata } from 'next';
import { requirePerson } from '@/auth/session';
import { contactAddress } from '@/env';
import { HydrateClient, prefetch, trpc } from '@/trpc/server';
import { googleRefusal } from '@/ui/account/account-words';
import { PageHeading } from '@/ui/shell/page-heading';
import classes from './_components/account.module.css';
import { Emails } from './_components/emails/emails';
import { Entry } from './_components/entry';
import { Leaving } from './_components/leaving';
import { Part } from './_components/part';
import { ProfileForm } from './_components/profile-form';
import { SessionList } from './_components/session-list';
import { SubNavigation } from './_components/sub-navigation';
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
    prefetch(trpc.emails.preferences.queryOptions()),
  ]);
  return (
    <HydrateClient>
      <PageHeading title="Account" description={`Signed in as ${person.email}. Alerts go to this address.`} />
      <div className={classes.page}>
        <SubNavigation />
        <div className={classes.body}>
          <Part id="profile">
            <ProfileForm name={person.name} timeZone={person.timeZone} locale={person.locale} />
          </Part>
          <Part id="emails">
            <Emails email={person.email} />
          </Part>
          <Part id="email">
            <Entry googleProblem={googleRefusal((await searchParams).google, contactAddress())} />
            <SessionList timeZone={person.timeZone} />
          </Part>
          <Part id="tokens">
            <TokenList timeZone={person.timeZone} />
          </Part>
          <Leaving timeZone={person.timeZone} />
        </div>
      </div>
    </HydrateClient>
  );
}
