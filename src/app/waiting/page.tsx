import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { requirePerson } from '@/auth/session';
import { mayUseMonitors } from '@/domain/account/person';
import { MessagePage } from '@/ui/shell/message-page';
import { SignOutButton } from '@/ui/shell/sign-out';

export const metadata: Metadata = { title: 'Waiting list' };

export default async function WaitingPage() {
  const person = await requirePerson();
  if (mayUseMonitors(person)) redirect('/dashboard');
  return (
    <MessagePage label="Private beta" title={`You are on the list, ${person.name}`} actions={<SignOutButton />}>
      Your account is ready. We let people in by hand; when it is your turn a mail goes to {person.email} and this page
      opens. There is nothing you need to do.
    </MessagePage>
  );
}
