'use client';

import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { TrpcProvider } from '@/trpc/client';
import { cssVariables, theme } from '@/ui/shell/theme';

/** Everything that pages take from React context. `nonce` is this document's, for the styles that Mantine writes. */
export function Providers({ nonce, children }: { nonce: string; children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <TrpcProvider>{children}</TrpcProvider>
      <Notifications position="bottom-right" autoClose={6_000} />
    </MantineProvider>
  );
}
