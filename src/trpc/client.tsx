'use client';

import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createTRPCClient,
  httpBatchLink,
  httpSubscriptionLink,
  splitLink,
  type TRPCClient,
  TRPCClientError,
} from '@trpc/client';
import { createTRPCContext } from '@trpc/tanstack-react-query';
import { type ReactNode, useState } from 'react';
import superjson from 'superjson';
import { LIMITS } from '@/domain/limits';
import { httpStatusOf, makeQueryClient } from './query-client';
import type { AppRouter } from './root';

const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

export { useTRPC, useTRPCClient };

/** A signed-out tab goes to the sign-in page and comes back after. */
function leaveWhenSignedOut(error: Error): void {
  if (typeof window === 'undefined' || httpStatusOf(error) !== 401) return;
  const here = window.location.pathname + window.location.search;
  window.location.assign(`/sign-in?next=${encodeURIComponent(here)}`);
}

function makeClient(): TRPCClient<AppRouter> {
  const url = typeof window === 'undefined' ? 'http://server.invalid/api/trpc' : '/api/trpc';
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === 'subscription',
        true: httpSubscriptionLink({ url, transformer: superjson }),
        false: httpBatchLink({ url, transformer: superjson, maxURLLength: 2_000, maxItems: LIMITS.callsPerRequest }),
      }),
    ],
  });
}

let browserQueryClient: QueryClient | undefined;

/** In the browser one client lives as long as the tab: React may throw its state away while it suspends. */
function getQueryClient(): QueryClient {
  if (typeof window === 'undefined') return makeQueryClient();
  browserQueryClient ??= makeQueryClient({ onQueryError: leaveWhenSignedOut });
  return browserQueryClient;
}

/** Gives `useTRPC()` and TanStack Query to everything below. */
export function TrpcProvider({ children }: { children: ReactNode }) {
  const queryClient = getQueryClient();
  const [client] = useState(makeClient);
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}

/** What a person may read of a failed call: its message, its messages by input, and when a limit ends. */
export interface CallFailure {
  message: string;
  reason: string;
  fields: Record<string, string[]>;
  retryAt: Date | null;
}

const UNREACHABLE = 'We could not be reached. Check your connection and try again.';
const OFFLINE = 'You are offline, nothing was sent.';

/** Only asked once a request has failed: a copy on one's own machine is reached without any network. */
function isOffline(): boolean {
  return typeof navigator !== 'undefined' && navigator.onLine === false;
}

/** Reads what a rejected query or mutation says. Works for any error, also one that never reached the server. */
export function readFailure(error: unknown): CallFailure {
  const data = error instanceof TRPCClientError ? (error as TRPCClientError<AppRouter>).data : null;
  if (!data) return { message: isOffline() ? OFFLINE : UNREACHABLE, reason: 'unreachable', fields: {}, retryAt: null };
  const { reason, fields, retryAt } = data;
  return { message: (error as Error).message, reason, fields, retryAt: retryAt ? new Date(retryAt) : null };
}
