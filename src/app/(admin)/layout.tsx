import type { ReactNode } from 'react';
import { requireAdmin } from '@/auth/session';
import { api } from '@/trpc/server';
import { ClockProvider } from '@/ui/time/clock';
import { AdminFrame } from './_components/admin-frame';

/**
 * The frame of the administration; to anybody but an admin there is nothing here. Pages ask for the admin themselves
 * too: going from one to another renders no layout.
 */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const { name, timeZone } = await requireAdmin();
  const faults = await (await api()).admin.faults();
  return (
    <ClockProvider renderedAt={Date.now()} timeZone={timeZone}>
      <AdminFrame name={name} faults={faults}>
        {children}
      </AdminFrame>
    </ClockProvider>
  );
}
