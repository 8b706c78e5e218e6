import type { ReactNode } from 'react';
import { requirePerson } from '@/auth/session';
import { isEmbedded } from '@/env';
import { api } from '@/trpc/server';
import { ClockProvider } from '@/ui/time/clock';
import { AppFrame } from './_components/app-frame';

/** The frame of everything behind the sign-in. Pages that need the beta ask for it themselves (`requireBetaPerson`). */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const { name, email, role, timeZone } = await requirePerson();
  const restrictions = await (await api()).account.restrictions();
  return (
    <ClockProvider renderedAt={Date.now()} timeZone={timeZone}>
      <AppFrame person={{ name, email, role }} embedded={isEmbedded()} restrictions={restrictions}>
        {children}
      </AppFrame>
    </ClockProvider>
  );
}
