import type { ReactNode } from 'react';
import { requireAdmin } from '@/auth/session';
import { api } from '@/trpc/server';
import { SignedOutGate } from '@/ui/shell/signed-out-gate';
import { ClockProvider } from '@/ui/time/clock';
import { ProductProviders } from '../_components/product-providers';
import { AdminFrame } from './_components/admin-frame';

/**
 * The frame of the administration; to anybody but an admin there is nothing here. Pages ask for the admin themselves
 * too: going from one to another renders no layout.
 */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const { name, email, timeZone } = await requireAdmin();
  const faults = await (await api()).admin.faults();
  return (
    <ProductProviders>
      <ClockProvider renderedAt={Date.now()} timeZone={timeZone}>
        <AdminFrame name={name} faults={faults}>
          {children}
        </AdminFrame>
        <SignedOutGate email={email} />
      </ClockProvider>
    </ProductProviders>
  );
}
