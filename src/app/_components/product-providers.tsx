'use client';

import type { ReactNode } from 'react';
import { TrpcProvider } from '@/trpc/client';
import { Notices } from '@/ui/shell/notices';

/** What pages behind the sign-in take beside the theme. Public pages do without: they call by `useCall`. */
export function ProductProviders({ children }: { children: ReactNode }) {
  return (
    <>
      <TrpcProvider>{children}</TrpcProvider>
      <Notices />
    </>
  );
}
