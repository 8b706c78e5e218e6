import type { ReactNode } from 'react';
import { currentPerson } from '@/auth/session';
import { MAIN_ID } from '@/ui/skip-link';
import { PublicFooter } from './_components/public-footer';
import { PublicHeader } from './_components/public-header';

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const person = await currentPerson();
  return (
    <>
      <PublicHeader signedIn={person !== null} />
      <main id={MAIN_ID} tabIndex={-1}>
        {children}
      </main>
      <PublicFooter />
    </>
  );
}
