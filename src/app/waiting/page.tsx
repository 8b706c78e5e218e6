import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { requirePerson } from '@/auth/session';
import { mayUseMonitors } from '@/domain/account/person';
import { contactAddress } from '@/env';
import { WriteToUs } from '@/ui/shell/contact';
import { MessagePage } from '@/ui/shell/message-page';
import { SignOutButton } from '@/ui/shell/sign-out';
import { ProductProviders } from '../_components/product-providers';
import { LookAgain } from './_components/look-again';

export const metadata: Metadata = { title: 'Waiting list' };

export default async function WaitingPage() {
  const person = await requirePerson();
  if (mayUseMonitors(person)) redirect('/dashboard');
  return (
    <ProductProviders>
      <MessagePage
        label="Private beta"
        title={`You are on the list, ${person.name}`}
        actions={
          <>
            <LookAgain />
            <SignOutButton />
          </>
        }
      >
        Your account is ready. We let people in by hand; when it is your turn a mail goes to {person.email} and this
        page opens by itself. There is nothing you need to do. If you have waited long, or the address is wrong,{' '}
        <WriteToUs contact={contactAddress()} />.
      </MessagePage>
    </ProductProviders>
  );
}
