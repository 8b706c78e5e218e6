import type { ReactNode } from 'react';
import { requirePerson } from '@/auth/session';
import { mayUseMonitors } from '@/domain/account/person';
import { contactAddress, isEmbedded } from '@/env';
import { api } from '@/trpc/server';
import { LocaleProvider } from '@/ui/locale';
import { ClockProvider } from '@/ui/time/clock';
import { ProductProviders } from '../_components/product-providers';
import { AppFrame } from './_components/app-frame';

/** The frame of everything behind the sign-in. Pages that need the beta ask for it themselves (`requireBetaPerson`). */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const person = await requirePerson();
  const { name, email, role, timeZone, locale } = person;
  const { account, monitors, notifications } = await api();
  const hasMonitors = mayUseMonitors(person);
  const [restrictions, unread, deleted] = await Promise.all([
    account.restrictions(),
    notifications.unread(),
    hasMonitors ? monitors.deleted() : [],
  ]);
  return (
    <ProductProviders>
      <ClockProvider renderedAt={Date.now()} timeZone={timeZone}>
        <LocaleProvider value={locale}>
          <AppFrame
            person={{ name, email, role }}
            embedded={isEmbedded()}
            contact={contactAddress()}
            {...{ hasMonitors, restrictions, unread, deleted }}
          >
            {children}
          </AppFrame>
        </LocaleProvider>
      </ClockProvider>
    </ProductProviders>
  );
}
