import type { ReactNode } from 'react';
import { currentPerson } from '@/auth/session';
import { MAIN_ID } from '@/ui/shell/skip-link';
import { PublicFooter, PublicHeader } from './_components/public-frame';
import classes from './_components/public-frame.module.css';

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const person = await currentPerson();
  return (
    <div className={classes.frame}>
      <PublicHeader signedIn={person !== null} />
      <main id={MAIN_ID} tabIndex={-1} className={classes.main}>
        {children}
      </main>
      <PublicFooter />
    </div>
  );
}
